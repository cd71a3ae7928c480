/** A package on paper: a tagged PDF with the same rows as the page of the link. Its title and name say nothing of anybody. */
import { documentSetUp, heading, paragraphs } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { pdfOf } from '../../platform/pdf.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { longDay } from '../../ui/day.texts.ts'
import { consentTexts, packageRows, type SharedPackage } from '../consents/index.ts'
import type { LinkedReferral } from './referrals.types.ts'
import { openTexts } from './open.texts.ts'

type Printing = { readonly place: string; readonly on: PlainDate }

/** The markup of the paper, in Swedish. */
export function packageMarkup(
  shared: SharedPackage,
  { purpose, untilOn, sentBy }: Pick<LinkedReferral, 'purpose' | 'untilOn' | 'sentBy'>,
  { place, on }: Printing,
): string {
  const t = openTexts.sv
  const rows = packageRows(shared, 'sv').flatMap(({ label, lines }) => [heading(2, label), paragraphs(lines.join('\n'))])
  return [
    documentSetUp({ title: t.title, language: 'sv' }),
    heading(1, t.title),
    paragraphs(t.from(place)),
    paragraphs(t.purpose(consentTexts.sv.purposes[purpose])),
    ...rows,
    `#v(6mm)\n#text(size: 9pt)[${escaped(`${t.keep(longDay(untilOn, 'sv'))} ${t.askedBy(sentBy)} ${t.printed(longDay(on, 'sv'))}`)}]\n`,
  ].join('')
}

/** The PDF. */
export const packagePdf = (shared: SharedPackage, linked: Parameters<typeof packageMarkup>[1], printing: Printing): Uint8Array =>
  pdfOf(packageMarkup(shared, linked, printing))
