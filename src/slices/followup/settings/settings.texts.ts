/** Wording of the module's settings. */
import type { Lang } from '../../../kernel/lang.ts'
import { fewestYears, mostYears } from '../erasure/erasure.rules.ts'

type Texts = {
  readonly lead: string
  readonly erasure: string
  readonly erasureText: string
  readonly years: string
  readonly yearsHint: string
  readonly yearsWrong: string
  readonly keepsSample: string
  readonly keepsSampleHint: string
  readonly source: string
  readonly sourceHint: string
  readonly other: string
}

const sv: Texts = {
  lead: 'Gäller bara riktad uppföljning.',
  erasure: 'Gallring',
  erasureText:
    'En akt gallras när åren har gått sedan sista anteckningen, senast under kalenderåret därefter. Akten efter den som placerats som barn gallras inte, och inte heller den som bevaras av annat skäl; det står på ungdomens sida. Den som någon följer gallras inte.',
  years: 'År efter sista anteckningen',
  yearsHint: `Lagen säger ${fewestYears} år. Kortare tid går inte att välja.`,
  yearsWrong: `Skriv ett tal från ${fewestYears} till ${mostYears}.`,
  keepsSample: 'Bevara för forskning dem som är födda den 5, 15 och 25',
  keepsSampleHint: 'Bara i de kommuner som regeringen har bestämt.',
  source: 'Stöd för gallringen',
  sourceHint: 'Paragraf eller beslut, så att nästa som läser vet vad det bygger på.',
  other: 'Mer att ställa in',
}

const en: Texts = {
  lead: 'For directed follow-up only.',
  erasure: 'Erasure',
  erasureText:
    'A file is erased when the years have gone since its last note, at the latest in the calendar year after. The file of somebody placed as a child is not erased, nor one that is kept on another ground; that is said on the youth’s page. Nobody who is followed is erased.',
  years: 'Years after the last note',
  yearsHint: `The law says ${fewestYears} years. A shorter time cannot be chosen.`,
  yearsWrong: `Write a number from ${fewestYears} to ${mostYears}.`,
  keepsSample: 'Keep for research those born on the 5th, 15th and 25th',
  keepsSampleHint: 'Only in the municipalities that the government has named.',
  source: 'Ground for erasure',
  sourceHint: 'A paragraph or a decision, so that the next reader knows what it rests on.',
  other: 'More to set',
}

/** The words of the settings. */
export const settingsTexts: Readonly<Record<Lang, Texts>> = { sv, en }
