/** The evidence as markup: one A4 where it fits, tagged tables that go on to the next page with their headings where it does not. */
import type { Lang } from '../../kernel/lang.ts'
import { documentSetUp, heading, paragraphs, strong } from '../../platform/pdf-page.ts'
import { escaped } from '../../platform/pdf-text.ts'
import { longDay } from '../../ui/day.texts.ts'
import { ladderTexts } from '../ladder/index.ts'
import { reasonText } from '../law/index.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { upper } from './contact-words.texts.ts'
import { evidenceTexts } from './evidence.texts.ts'
import type { Evidence, ProvenContact } from './evidence.types.ts'

/** Who prints, where and when, in what words; `templateName` says what a template is called. */
export type Printing = {
  readonly lang: Lang
  readonly place: string
  readonly by: string
  readonly on: PlainDate
  /** `HH:MM`. */
  readonly at: string
  readonly templateName: (lang: Lang, key: string) => string
}

const cell = (text: string): string => `[${escaped(text)}]`

/** A table with its headings tagged, that are repeated on the next page. */
function table(columns: string, titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const header = `table.header(${titles.map((title) => `[${strong(title)}]`).join(', ')})`
  const body = rows.map((row) => row.map(cell).join(', ')).join(',\n')
  return `#table(columns: ${columns}, stroke: (x, y) => if y > 0 { (top: 0.5pt + luma(170)) }, inset: (x: 0pt, y: 3pt), column-gutter: 4mm,\n${header},\n${body}\n)\n`
}

const facts = (pairs: readonly (readonly [string, string])[]): string =>
  `#terms(separator: [: ], hanging-indent: 0pt, tight: true, ${pairs.map(([term, value]) => `terms.item(${cell(term)}, ${cell(value)})`).join(', ')})\n`

const bullets = (lines: readonly string[]): string => `#list(${lines.map(cell).join(', ')})\n`

function coveredText({ fromOn, untilOn, entryReason }: Evidence, lang: Lang): string {
  const t = evidenceTexts[lang]
  if (fromOn === null) return t.notCovered
  const reason = reasonText(entryReason ?? 'unknown', lang)
  return untilOn === null ? t.covered(longDay(fromOn, lang), reason) : t.coveredUntil(longDay(fromOn, lang), longDay(untilOn, lang), reason)
}

function beginText({ beginBy, begunOn }: Evidence, lang: Lang): string {
  const t = evidenceTexts[lang]
  const on = begunOn === null ? null : longDay(begunOn, lang)
  if (beginBy === null) return on === null ? t.noContacts : t.begunOnly(on)
  return on === null ? t.notBegun(longDay(beginBy, lang)) : t.begun(longDay(beginBy, lang), on)
}

function head(evidence: Evidence, { lang, place }: Printing): string {
  const t = evidenceTexts[lang]
  const { youth, contacts } = evidence
  const attempts = contacts.filter(({ attempted }) => attempted).length
  const reached = contacts.filter((contact) => contact.reached).length
  return facts([
    [t.facts.who, `${youth.givenName} ${youth.familyName}`.trim() || t.nameless],
    ...(youth.number === null ? [] : [[t.facts.number, t.number(youth.number)] as const]),
    [t.facts.place, place],
    [t.facts.covered, coveredText(evidence, lang)],
    [t.facts.begin, beginText(evidence, lang)],
    [t.facts.sum, t.sum(attempts, reached)],
  ])
}

function contactCells(contact: ProvenContact, { lang, templateName }: Printing): string[] {
  const t = evidenceTexts[lang]
  const words = ladderTexts[lang]
  const { at, channel, outcome, by, secondBy, template, ending } = contact
  const how = [
    upper(words.channels[channel]),
    template === null ? '' : templateName(lang, template),
    ending === null ? '' : t.ending(ending),
  ]
  return [
    at.slice(0, 10),
    at.slice(11),
    how.filter((part) => part !== '').join(', '),
    words.outcomes[outcome],
    secondBy === null ? by : `${by} ${t.and} ${secondBy}`,
  ]
}

function contactsPart({ contacts }: Evidence, printing: Printing): string {
  const t = evidenceTexts[printing.lang]
  const { day, time, how, result, by } = t.columns
  if (contacts.length === 0) return heading(2, t.contacts) + paragraphs(t.noContacts)
  const rows = contacts.map((contact) => contactCells(contact, printing))
  return heading(2, t.contacts) + table('(auto, auto, 1fr, auto, auto)', [day, time, how, result, by], rows)
}

function searchesPart({ searches }: Evidence, { lang }: Printing): string {
  const t = evidenceTexts[lang]
  if (searches.length === 0) return ''
  const { day, where, result, by } = t.searchColumns
  const rows = searches.map((one) => [one.on, one.name, t.results[one.result], one.by])
  return heading(2, t.searches) + table('(auto, 1fr, auto, auto)', [day, where, result, by], rows)
}

function restPart({ skipped, quiet }: Evidence, { lang }: Printing): string {
  const t = evidenceTexts[lang]
  const words = ladderTexts[lang]
  const skippedLines = skipped.map(({ step, why }) => t.skippedLine(upper(words.steps[step]), words.skips[why]))
  const quietLines = quiet.map(({ declinedOn, untilOn, moment }) =>
    t.quietLine(longDay(declinedOn, lang), longDay(untilOn, lang), words.moments[moment]),
  )
  return [
    skippedLines.length === 0 ? '' : heading(2, t.skipped) + bullets(skippedLines),
    quietLines.length === 0 ? '' : heading(2, t.quiet) + bullets(quietLines),
  ].join('')
}

/** Small enough that what is usual fits on one page. */
const setUp = (lang: Lang): string => {
  const [page, of] = evidenceTexts[lang].pageOf
  return [
    documentSetUp({ title: evidenceTexts[lang].title, language: lang, margin: '18mm', size: '9.5pt' }),
    `#set page(footer: context [#set text(size: 8pt)\n#set align(right)\n${escaped(page)} #counter(page).display() ${escaped(of)} #counter(page).final().first()])`,
    '#show heading: set block(above: 1.2em, below: 0.6em)',
    '',
  ].join('\n')
}

/** The document. */
export function evidenceMarkup(evidence: Evidence, printing: Printing): string {
  const { lang, on, at, by, place } = printing
  const t = evidenceTexts[lang]
  return [
    setUp(lang),
    heading(1, t.title),
    paragraphs(t.law),
    head(evidence, printing),
    contactsPart(evidence, printing),
    searchesPart(evidence, printing),
    restPart(evidence, printing),
    '#v(4mm)\n',
    paragraphs(`${t.printed(longDay(on, lang), at, by, place)}\n${t.whole}`),
  ].join('')
}
