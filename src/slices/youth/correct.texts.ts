/** Wording of "not right". */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Stämmer inte',
  which: 'Vilken rad stämmer inte?',
  whichHint: 'Välj raden i förklaringen. Uppgiften rättas hos källan; här parkeras raden tills källan har lästs igen.',
  open: 'Har redan ett öppet ärende',
  toCase: 'Till ärendet',
  otherLine: 'Välj en annan rad',
  line: 'Raden',
  reason: 'Vad är fel?',
  note: 'Beskriv kort',
  noteHint: 'Hur det är i stället, och hur du vet det. Inga känsliga uppgifter.',
  source: 'Källa som ska rätta',
  message: 'Text till källan',
  messageHint:
    'Förslag som du kan ändra. Systemet skickar inget: kopiera texten. Den innehåller personuppgifter, använd bara en säker kanal.',
  noMessage: 'Inget meddelande föreslås: ungdomen har skyddade personuppgifter. Kontakta källan muntligt enligt era rutiner.',
  manual: 'Raden bygger på ett eget beslut. Ta tillbaka eller ändra det på sidan för beslut.',
  park: 'Parkera raden',
  parked: 'Raden är parkerad till nästa läsning av källan.',
  noSources: 'Ingen källa har lästs än, så det finns ingen att vända sig till.',
  problems: {
    'already-open': 'Raden har redan ett öppet ärende. Se det innan du öppnar ett nytt.',
    'unknown-source': 'Källan har aldrig lästs här. Välj en annan.',
    'say-what': 'Skriv vad som är fel.',
  },
  letter: (number: string | null, facts: readonly string[], from: string, place: string) =>
    [
      'Hej!',
      '',
      'Kommunens aktivitetsansvar har läst en uppgift hos er som inte verkar stämma.',
      number === null ? 'Vem det gäller lämnar vi på ett säkert sätt.' : `Det gäller personnummer ${number}.`,
      ...(facts.length === 0 ? ['Hos er finns ingen uppgift som vi kan se.'] : ['Så här står det:', ...facts.map((fact) => `- ${fact}`)]),
      '',
      'Kan ni kontrollera uppgiften och rätta den i ert system om den är fel? Vi läser om den automatiskt.',
      '',
      `Hälsningar, ${from}, ${place}`,
    ].join('\n'),
}

type Texts = typeof sv

const en: Texts = {
  title: 'Not right',
  which: 'Which line is not right?',
  whichHint:
    'Choose the line of the chain. The fact is corrected at the source; here the line is parked until the source has been read again.',
  open: 'Already has an open case',
  toCase: 'To the case',
  otherLine: 'Choose another line',
  line: 'The line',
  reason: 'What is wrong?',
  note: 'Describe briefly',
  noteHint: 'How it is instead, and how you know. Nothing sensitive.',
  source: 'Source that should correct it',
  message: 'Text to the source',
  messageHint:
    'A proposal that you can change, in Swedish. The system sends nothing: copy the text. It holds personal data, use only a secure channel.',
  noMessage: 'No message is proposed: the youth has a protected identity. Contact the source by voice, by your routine.',
  manual: 'The line rests on a decision of your own. Take it back or change it on the page for decisions.',
  park: 'Park the line',
  parked: 'The line is parked until the next read of the source.',
  noSources: 'No source has been read yet, so there is none to turn to.',
  problems: {
    'already-open': 'The line already has an open case. Look at it before you open a new one.',
    'unknown-source': 'The source was never read here. Choose another.',
    'say-what': 'Write what is wrong.',
  },
  // Swedish on purpose: it is read by a Swedish school or authority.
  letter: sv.letter,
}

/** The words of "not right". */
export const correctTexts: Readonly<Record<Lang, Texts>> = { sv, en }
