/** A row of the desk: whose, what was said, when it lapses, what has been heard since, and what else can be done. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { Tag } from '../../ui/card.tsx'
import { TwoLines, type MarkedRow } from '../../ui/table.tsx'
import { occupationPath } from './contact-address.ts'
import { dayText, outcomeText, upper } from './contact-words.texts.ts'
import { tickedValue } from './expiry.forms.ts'
import { canTick, verdictOf } from './expiry.rules.ts'
import { expiryTexts } from './expiry.texts.ts'
import type { ExpiryRow, Heard, TickedExpiry } from './expiry.types.ts'
import { answersPath } from './hub-links.ts'
import { occupationTexts } from './occupation.texts.ts'
import { saidText } from './occupation-words.texts.ts'

export type RowFrame = { readonly lang: Lang; readonly today: PlainDate; readonly mayAsk: boolean }

/** The name, or a word for somebody without one. */
const nameOf = ({ givenName, familyName }: ExpiryRow, lang: Lang): string =>
  `${givenName} ${familyName}`.trim() || expiryTexts[lang].nameless

const Youth = ({ row, lang }: { row: ExpiryRow; lang: Lang }) => {
  const t = expiryTexts[lang]
  return (
    <div class="row-head">
      <a href={occupationPath(row.subjectId)}>{nameOf(row, lang)}</a>
      <small class="below">{row.staff ?? t.nobody}</small>
      {row.isProtected && <Tag tone="warning">{t.protected}</Tag>}
      {row.isWatched && <Tag>{t.watched}</Tag>}
    </div>
  )
}

const Lapses = ({ row, lang, today }: { row: ExpiryRow; lang: Lang; today: PlainDate }) => {
  const t = expiryTexts[lang]
  const left = dayOf(row.said.reviewOn) - dayOf(today)
  return <TwoLines below={left > 0 ? t.in(left) : t.ago(-left)}>{dayText(row.said.reviewOn, today, lang)}</TwoLines>
}

/** `svar 12 nov: jobbar sedan 1 okt` */
function heardText(heard: Heard, lang: Lang, today: PlainDate): string {
  const t = expiryTexts[lang]
  const on = dayText(heard.on, today, lang)
  if (heard.way === 'contact') return `${t.contact(on)}: ${outcomeText(heard, lang)}`
  const since = heard.since === null ? '' : ` ${t.since(dayText(heard.since, today, lang))}`
  if (heard.way === 'question') return `${t.answer(occupationTexts[lang].sources[heard.receiver], on)}: ${t.answers[heard.answer]}${since}`
  return `${t.reply(on)}: ${heard.answer === null ? t.afterSignIn : t.replies[heard.answer]}${since}`
}

const HeardCell = ({ row, lang, today }: { row: ExpiryRow; lang: Lang; today: PlainDate }) => {
  const t = expiryTexts[lang]
  const { kind } = verdictOf(row.said, row.heard)
  if (row.heard.length === 0) return <span class="muted">{t.nothingHeard}</span>
  return (
    <div>
      {kind === 'agrees' && <Tag tone="success">{t.agrees}</Tag>}
      {kind === 'differs' && <Tag tone="warning">{t.differs}</Tag>}
      <ul class="plain">
        {row.heard.map((heard) => (
          <li>{upper(heardText(heard, lang, today))}</li>
        ))}
      </ul>
    </div>
  )
}

const Acts = ({ row, frame: { lang, mayAsk } }: { row: ExpiryRow; frame: RowFrame }) => {
  const t = expiryTexts[lang]
  const links: readonly (readonly [string, string])[] = [
    ...(row.heard.some(({ way }) => way === 'reply') ? [[answersPath, t.decide] as const] : []),
    ...(mayAsk && !row.isProtected ? [[`/ungdomar/${row.subjectId}/fragor`, t.ask] as const] : []),
    [`${occupationPath(row.subjectId)}#ny`, t.write],
  ]
  return (
    <ul class="plain">
      {links.map(([href, label]) => (
        <li>
          <a href={href} aria-label={`${label}, ${nameOf(row, lang)}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the row's box sends: the statement, and the answer that says the same. */
const tickOf = ({ subjectId, said, heard }: ExpiryRow): TickedExpiry => {
  const verdict = verdictOf(said, heard)
  return { subjectId, occupationId: said.occupationId, answerId: verdict.kind === 'agrees' ? verdict.by.id : null }
}

/** The row. What an answer says the same of is ticked from the start; `ticked`: what was ticked when the form was sent. */
export function rowOf(row: ExpiryRow, frame: RowFrame, ticked: readonly string[] | null): MarkedRow | readonly Child[] {
  const { lang, today } = frame
  const text = upper(saidText(row.said, lang, today))
  const cells = [
    <Youth {...{ row, lang }} />,
    row.said.reviewOn <= today ? <span class="muted">{text}</span> : text,
    <Lapses {...{ row, lang, today }} />,
    <HeardCell {...{ row, lang, today }} />,
    <Acts {...{ row, frame }} />,
  ]
  if (!canTick(row.said, row.heard)) return cells
  const tick = tickOf(row)
  const value = tickedValue(tick)
  return { cells, value, label: nameOf(row, lang), checked: ticked === null ? tick.answerId !== null : ticked.includes(value) }
}
