/** The shipped templates in easy Swedish. */
import type { ShippedTemplates } from './shipped.types.ts'

export const svTemplates: ShippedTemplates = {
  firstLetter: {
    subject: 'Vi vill gärna höra hur du har det',
    body: `Hej {{firstName}}!

Jag heter {{contactName}}. Jag arbetar på {{unit}} i {{municipality}}. Vi ger stöd till unga som är under 20 år. Nu vill vi gärna veta vad du gör och hur du har det.

## Det här kan du få

- Någon att prata med om studier och jobb.
- Besök på skolor och på jobb, så att du kan se hur det är.
- Praktik, så att du får prova.
- Hjälp att hitta en väg till studier eller arbete som passar dig.

Det är frivilligt och kostar ingenting. Du får gärna ta med dig någon när vi ses.

## Så svarar du

- Skanna QR-koden i brevet.
- Eller gå till {{replyLink}} och skriv koden {{replyCode}}.
- Eller ring {{contactPhone}}.

Har du redan börjat studera eller jobba? Säg gärna det. Du kan också svara att du inte vill ha kontakt nu.

Alla kommuner ska erbjuda unga stöd. Därför skriver vi till dig. Ring om du vill veta vad vi har sparat om dig.

Vänliga hälsningar

{{contactName}}, {{unit}}`,
  },
  furtherLetter: {
    subject: 'Vi finns här om du vill',
    body: `Hej {{firstName}}!

Jag heter {{contactName}}. Jag arbetar på {{unit}} i {{municipality}}. Vi har skrivit till dig förut. Kanske har du haft mycket annat att göra. Det är helt okej. Vi vill bara säga att vi finns kvar.

## Vi kan börja smått

- Vi kan prata i telefon en kort stund.
- Vi kan ses och ta en fika. Ta gärna med dig någon.
- Vi kan följa med när du vill se en skola eller ett jobb.
- Du kan få praktik, eller hjälp att söka det du vill.

Du väljer själv. Det är frivilligt och kostar ingenting.

## Så svarar du

- Skanna QR-koden i brevet.
- Eller gå till {{replyLink}} och skriv koden {{replyCode}}.
- Eller ring {{contactPhone}}.

Det går bra att svara att allt är bra. Du kan också svara att du inte vill ha kontakt nu.

Vänliga hälsningar

{{contactName}}, {{unit}}`,
  },
  studyCertificate: {
    subject: 'Dina vägar vidare',
    body: `Hej {{firstName}}!

Jag heter {{contactName}}. Jag arbetar på {{unit}} i {{municipality}}. Du har läst på gymnasiet och fått ett studiebevis. Allt som du har klarat räknas. Du kan bygga vidare på det om du vill ha en examen.

## Så kan du göra

- På komvux kan du läsa det som är kvar. Ofta kan du söka redan innan du fyller 20 år.
- Gå en kurs på en folkhögskola.
- Börja med jobb eller praktik, och läs mer senare.

Det kostar inget att läsa på komvux. Vi kan se vad du har kvar, hjälpa dig att söka och följa med på besök.

Det är frivilligt att ta hjälp av oss och det kostar ingenting. Du får gärna ta med dig någon när vi ses.

## Så svarar du

- Skanna QR-koden i brevet.
- Eller gå till {{replyLink}} och skriv koden {{replyCode}}.
- Eller ring {{contactPhone}}.

Har du redan en plan? Säg gärna det. Du kan också svara att du inte vill ha kontakt nu.

Vänliga hälsningar

{{contactName}}, {{unit}}`,
  },
  turning20: {
    subject: 'När du fyller 20 år',
    body: `Hej {{firstName}}!

Jag heter {{contactName}}. Jag arbetar på {{unit}} i {{municipality}}. Snart fyller du 20 år. Vårt stöd är för dem som är under 20. Men det finns annat stöd för dig.

## Hit kan du gå

- Komvux. Där kan du läsa till en examen eller lära dig ett yrke. Det kostar inget.
- En vägledare på komvux. Där kan du prata om vad du vill läsa.
- Arbetsförmedlingen. Där får du hjälp att söka jobb.

## Vill du att vi hjälper dig vidare?

I kommunen finns de som ger stöd till unga över 20 år. Vi kan ta kontakt med dem åt dig. Vi gör det bara om du säger ja. Säg gärna till innan du fyller år. Då kan vi ses alla tre första gången, och du får gärna ta med dig någon.

Det är frivilligt och kostar ingenting.

## Så svarar du

- Skanna QR-koden i brevet.
- Eller gå till {{replyLink}} och skriv koden {{replyCode}}.
- Eller ring {{contactPhone}}.

Vi önskar dig lycka till!

Vänliga hälsningar

{{contactName}}, {{unit}}`,
  },
  visitCard: {
    subject: 'Vi kommer gärna förbi',
    body: `Hej! Vi är två från {{unit}} i {{municipality}}. Vi vill gärna höra hur du har det. Vi kommer förbi:

## {{visitDay}} klockan {{visitTime}}

Passar en annan tid bättre? Ring {{contactPhone}} eller gå till {{replyLink}} och skriv koden {{replyCode}}.

Du behöver inte öppna. Du väljer själv.

{{contactName}}`,
  },
  firstSms: {
    subject: '',
    body: 'Hej! Vi på {{unit}} i {{municipality}} vill höra hur du har det. Svara: {{replyLink}} eller ring {{contactPhone}}',
  },
  furtherSms: {
    subject: '',
    body: 'Hej igen! Vi på {{unit}} finns här om du vill prata. Svara, eller säg nej till sms: {{replyLink}} eller ring {{contactPhone}}',
  },
  meetingSms: {
    subject: '',
    body: 'Hej! Vi ses {{meetingDay}} klockan {{meetingTime}}, {{meetingPlace}}. Annan tid? Ring {{contactPhone}}. /{{unit}}',
  },
  visitAlarmSms: {
    subject: '',
    body: 'Besöket {{visitDay}} klockan {{visitTime}} är inte avslutat i tid. Ring {{contactName}} {{contactPhone}} nu. Svarar ingen: följ larmrutinen.',
  },
  planLinkSms: {
    subject: '',
    body: 'Hej! Här är det vi kom fram till: {{planLink}} Gäller i 30 dagar. /{{unit}}',
  },
  planCodeSms: {
    subject: '',
    body: '{{planCode}} är din kod. Den gäller i 10 minuter. Ge den inte till någon annan. /{{unit}}',
  },
  firstEmail: {
    subject: 'Hej från {{municipality}}',
    body: `Hej!

Vi på {{unit}} i {{municipality}} vill gärna höra hur du har det. Vi har stöd som kanske passar dig.

Svara här: {{replyLink}}

Det tar någon minut. Du behöver inte logga in. Vi frågar aldrig efter lösenord, bank-id eller pengar.

Du kan också ringa {{contactPhone}}. Det är frivilligt och kostar ingenting. Vill du inte ha fler mejl? Svara det på länken.

Vänliga hälsningar

{{contactName}}, {{unit}}`,
  },
  meetingEmail: {
    subject: 'Vi ses {{meetingDay}}',
    body: `Hej!

Vi har bestämt att vi ska ses.

- Dag: {{meetingDay}}
- Tid: {{meetingTime}}
- Plats: {{meetingPlace}}

Du får gärna ta med dig någon. Passar det inte? Ring {{contactPhone}}, så hittar vi en annan tid.

Vänliga hälsningar

{{contactName}}, {{unit}}`,
  },
  planLinkEmail: {
    subject: 'Det vi kom överens om',
    body: `Hej!

Här kan du läsa det vi kom överens om, och bocka av det du har gjort: {{planLink}}

Länken gäller i 30 dagar och är bara din. När du öppnar den skickar vi en kod med e-post. Du behöver inget konto. Vi frågar aldrig efter lösenord, bank-id eller pengar.

Vänliga hälsningar

{{unit}}, {{municipality}}`,
  },
  planCodeEmail: {
    subject: 'Din kod',
    body: `Hej!

Din kod är {{planCode}}. Den gäller i 10 minuter.

Ge den inte till någon annan. Har du inte bett om en kod behöver du inte göra något.

Vänliga hälsningar

{{unit}}, {{municipality}}`,
  },
  referralEmail: {
    subject: 'En hänvisning väntar på svar',
    body: `Hej!

{{municipality}} har skickat en hänvisning till er. Öppna länken, tryck på Visa uppgifterna och svara. Ni behöver inget konto: {{referralLink}}

Den som har länken kan läsa uppgifterna. Skicka den inte vidare. Den slutar visa något när hänvisningen är över eller återkallas.

Det går inte att svara på det här meddelandet. Undrar ni något: kontakta {{contactName}}.

Vänliga hälsningar

{{unit}}, {{municipality}}`,
  },
  referralBackEmail: {
    subject: 'En hänvisning gäller inte längre',
    body: `Hej!

En hänvisning som ni har fått från {{municipality}} är återkallad. Uppgifterna i den får inte längre användas.

Ta bort det ni har hämtat eller skrivit av, om ingen lag säger att ni ska spara det. Säg sedan till här med ett tryck: {{referralLink}}

Det går inte att svara på det här meddelandet. Undrar ni något: kontakta {{contactName}}.

Vänliga hälsningar

{{unit}}, {{municipality}}`,
  },
}
