/** The shipped templates in English. To be proofread by a translator. */
import type { ShippedTemplates } from './shipped.types.ts'

export const enTemplates: ShippedTemplates = {
  firstLetter: {
    subject: 'We would like to hear how you are doing',
    body: `Hello {{firstName}}!

My name is {{contactName}}. I work at {{unit}} in {{municipality}}. We support young people under 20. We would like to know what you do and how you are.

## What you can get

- Somebody to talk to about studies and work.
- Visits to schools and workplaces, to see what they are like.
- Work practice, so that you can try things out.
- Help to find a way to studies or work that suits you.

It is voluntary and costs nothing. You are welcome to bring somebody when we meet.

## How to answer

- Scan the QR code in this letter.
- Or go to {{replyLink}} and enter the code {{replyCode}}.
- Or call {{contactPhone}}.

Have you already started studying or working? Please tell us. You can also answer that you do not want contact now.

All municipalities in Sweden offer support to young people. That is why we are writing to you. Call us if you want to know what we have saved about you.

Kind regards

{{contactName}}, {{unit}}`,
  },
  furtherLetter: {
    subject: 'We are here if you want',
    body: `Hello {{firstName}}!

My name is {{contactName}}. I work at {{unit}} in {{municipality}}. We have written to you before. Maybe you have had a lot of other things to do. That is quite all right. We just want to say that we are still here.

## We can start small

- We can talk on the phone for a short while.
- We can meet for a coffee. You are welcome to bring somebody.
- We can come along when you want to see a school or a workplace.
- You can get work practice, or help to apply for what you want.

It is your choice. It is voluntary and costs nothing.

## How to answer

- Scan the QR code in this letter.
- Or go to {{replyLink}} and enter the code {{replyCode}}.
- Or call {{contactPhone}}.

You are welcome to answer that everything is fine. You can also answer that you do not want contact now.

Kind regards

{{contactName}}, {{unit}}`,
  },
  studyCertificate: {
    subject: 'Your ways forward',
    body: `Hello {{firstName}}!

My name is {{contactName}}. I work at {{unit}} in {{municipality}}. You have studied at upper secondary school and received a study certificate (studiebevis). Everything you have passed counts. You can build on it if you want a diploma.

## What you can do

- Study what remains at komvux (adult education). You can often apply before you turn 20.
- Take a course at a folk high school (folkhögskola).
- Start with a job or work practice, and study more later.

Studying at komvux is free. We can look at what you have left, help you apply and come along on visits.

Taking our help is voluntary and costs nothing. You are welcome to bring somebody when we meet.

## How to answer

- Scan the QR code in this letter.
- Or go to {{replyLink}} and enter the code {{replyCode}}.
- Or call {{contactPhone}}.

Do you already have a plan? Please tell us. You can also answer that you do not want contact now.

Kind regards

{{contactName}}, {{unit}}`,
  },
  turning20: {
    subject: 'When you turn 20',
    body: `Hello {{firstName}}!

My name is {{contactName}}. I work at {{unit}} in {{municipality}}. You will soon turn 20. Our support is for those who are under 20. But there is other support for you.

## Where you can go

- Komvux (adult education). There you can study for a diploma or learn a trade. It is free.
- A guidance counsellor at komvux. There you can talk about what you want to study.
- The employment service (Arbetsförmedlingen). They help you look for a job.

## Would you like us to help you on?

There are people in the municipality who support those over 20. We can contact them for you. We only do it if you say yes. Please tell us before your birthday. Then all three of us can meet the first time, and you are welcome to bring somebody.

It is voluntary and costs nothing.

## How to answer

- Scan the QR code in this letter.
- Or go to {{replyLink}} and enter the code {{replyCode}}.
- Or call {{contactPhone}}.

We wish you all the best!

Kind regards

{{contactName}}, {{unit}}`,
  },
  visitCard: {
    subject: 'We would like to come by',
    body: `Hello! We are two people from {{unit}} in {{municipality}}. We would like to hear how you are. We will come by:

## {{visitDay}} at {{visitTime}}

Is another time better? Call {{contactPhone}} or go to {{replyLink}} and enter the code {{replyCode}}.

You do not have to open the door. It is your choice.

{{contactName}}`,
  },
  firstSms: {
    subject: '',
    body: 'Hello! We at {{unit}} in {{municipality}} would like to hear how you are. Answer: {{replyLink}} or call {{contactPhone}}',
  },
  furtherSms: {
    subject: '',
    body: 'Hello again! {{unit}} is here if you want to talk. Answer, or say no to texts: {{replyLink}} or call {{contactPhone}}',
  },
  meetingSms: {
    subject: '',
    body: 'Hello! We meet on {{meetingDay}} at {{meetingTime}}, {{meetingPlace}}. Another time? Call {{contactPhone}}. /{{unit}}',
  },
  visitAlarmSms: {
    subject: '',
    body: 'The visit on {{visitDay}} at {{visitTime}} has not ended in time. Call {{contactName}} {{contactPhone}} now. No answer: follow the alarm routine.',
  },
  planLinkSms: {
    subject: '',
    body: 'Hello! This is what we agreed on: {{planLink}} Good for 30 days. /{{unit}}',
  },
  planCodeSms: {
    subject: '',
    body: '{{planCode}} is your code. It is good for 10 minutes. Do not give it to anyone else. /{{unit}}',
  },
  firstEmail: {
    subject: 'Hello from {{municipality}}',
    body: `Hello!

We at {{unit}} in {{municipality}} would like to hear how you are. We have support that might suit you.

Answer here: {{replyLink}}

It takes about a minute. You do not need to log in. We never ask for passwords, BankID or money.

You can also call {{contactPhone}}. It is voluntary and costs nothing. Do you not want more e-mails? Say so through the link.

Kind regards

{{contactName}}, {{unit}}`,
  },
  meetingEmail: {
    subject: 'We meet on {{meetingDay}}',
    body: `Hello!

We have agreed to meet.

- Day: {{meetingDay}}
- Time: {{meetingTime}}
- Place: {{meetingPlace}}

You are welcome to bring somebody. Does it not suit you? Call {{contactPhone}} and we will find another time.

Kind regards

{{contactName}}, {{unit}}`,
  },
  planLinkEmail: {
    subject: 'What we agreed on',
    body: `Hello!

Here you can read what we agreed on, and tick what you have done: {{planLink}}

The link is good for 30 days and is yours alone. When you open it we send a code by e-mail. You need no account. We never ask for passwords, BankID or money.

Kind regards

{{unit}}, {{municipality}}`,
  },
  planCodeEmail: {
    subject: 'Your code',
    body: `Hello!

Your code is {{planCode}}. It is good for 10 minutes.

Do not give it to anyone else. If you have not asked for a code you need do nothing.

Kind regards

{{unit}}, {{municipality}}`,
  },
  referralEmail: {
    subject: 'A referral waits for an answer',
    body: `Hello!

{{municipality}} has sent a referral to you. Open the link, press Show the data and answer. You need no account: {{referralLink}}

Whoever has the link can read the data. Do not send it on. It stops showing anything when the referral is over or called back.

This message cannot be answered. If you wonder about something, contact {{contactName}}.

Kind regards

{{unit}}, {{municipality}}`,
  },
  referralBackEmail: {
    subject: 'A referral is no longer in force',
    body: `Hello!

A referral that you have got from {{municipality}} is called back. The data in it may no longer be used.

Delete what you have fetched or copied, unless a law says that you are to keep it. Then tell us here with one press: {{referralLink}}

This message cannot be answered. If you wonder about something, contact {{contactName}}.

Kind regards

{{unit}}, {{municipality}}`,
  },
}
