/** The words of the page that questionnaires are answered on, in easy Swedish. */
import type { SurveyWords } from './survey-words.types.ts'

export const svWords: SurveyWords = {
  title: 'Några frågor',
  intro: 'Du har fått en lapp eller ett kort med en kod.',
  codeHint: 'Koden har tio tecken.',
  wrong: 'Koden stämmer inte, har redan använts eller har gått ut. Be den som gav dig koden om en ny.',
  step: 'Fråga {{n}} av {{of}}',
  skip: 'Hoppa över frågan',
  yesNo: ['Ja', 'Nej'],
  scale: ['Mycket dåligt', 'Dåligt', 'Varken bra eller dåligt', 'Bra', 'Mycket bra'],
  nothing: 'Du hoppade över alla frågor. Inget är sparat. Svara på minst en, eller stäng sidan.',
  privacy: {
    title: 'Kan någon se vad jag svarar?',
    lines: [
      'Nej. Vi vet inte vem du är.',
      'Vi räknar bara hur många som svarar vad. Ditt svar går inte att plocka ut.',
      'Du kan inte skriva egen text. Den skulle kunna visa vem du är.',
      'Det är frivilligt. Du får hoppa över frågor.',
    ],
  },
  thanks: { title: 'Tack!', text: 'Ditt svar är räknat. Du kan stänga sidan.' },
}
