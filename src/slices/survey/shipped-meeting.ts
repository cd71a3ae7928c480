/** The shipped questionnaire. After a meeting: two taps. All but Swedish and English is to be proofread by a translator. */
import type { Questionnaire } from './survey.types.ts'

export const afterMeeting: Questionnaire = {
  occasion: 'meeting',
  inUse: true,
  title: {
    sv: 'Efter mötet',
    en: 'After the meeting',
    ar: 'بعد اللقاء',
    so: 'Kulanka kaddib',
    prs: 'بعد از ملاقات',
    ti: 'ድሕሪ ርክብ',
    uk: 'Після зустрічі',
  },
  questions: [
    {
      key: 'meeting',
      kind: 'scale',
      text: {
        sv: 'Hur var mötet?',
        en: 'How was the meeting?',
        ar: 'كيف كان اللقاء؟',
        so: 'Sidee ahayd kulanku?',
        prs: 'ملاقات چطور بود؟',
        ti: 'እቲ ርክብ ከመይ ነይሩ?',
        uk: 'Як пройшла зустріч?',
      },
    },
    {
      key: 'helped',
      kind: 'yesNo',
      text: {
        sv: 'Fick du hjälp med det du ville?',
        en: 'Did you get help with what you wanted?',
        ar: 'هل حصلت على المساعدة التي أردتها؟',
        so: 'Ma heshay caawimaaddii aad rabtay?',
        prs: 'آیا کمکی را که می‌خواستید گرفتید؟',
        ti: 'ነቲ ዝደለኽምዎ ሓገዝ ረኺብኩም ዶ?',
        uk: 'Чи отримано допомогу з тим, що було потрібно?',
      },
    },
  ],
}
