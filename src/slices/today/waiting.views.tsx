/** What waits for the reader: only what there is, each leading to where it is done. */
import type { Lang } from '../../kernel/lang.ts'
import { Card, EmptyState } from '../../ui/card.tsx'
import { numberText } from '../../ui/ui.texts.ts'
import { exceptionTexts } from '../feeds/index.ts'
import { duplicatesPath, inboxLink, readLink, type ExceptionCount } from '../sources/index.ts'
import {
  answersPage,
  correctionsParked,
  correctionsToCheck,
  expiringDesk,
  followUpsDue,
  followUpsOverdue,
  measuresDesk,
  returnOf,
  termEndsPage,
} from './links.ts'
import { waitingLines } from '../together/index.ts'
import { todayTexts } from './today.texts.ts'
import type { Waiting, WaitingReturn } from './today.types.ts'

type Item = { readonly label: string; readonly href: string; readonly n: number | null }

const byKind = (counts: readonly ExceptionCount[]): [string, number][] => {
  const kinds = new Map<string, number>()
  for (const { kind, n } of counts) kinds.set(kind, (kinds.get(kind) ?? 0) + n)
  return [...kinds].toSorted(([, a], [, b]) => b - a)
}

const some = (label: string, href: string, n: number | null | undefined): Item[] =>
  n === null || n === undefined || n === 0 ? [] : [{ label, href, n }]

/** `Halvårsuppgiften 2026H2: 3 fel kvar, 67 dagar`. */
const returnItem = (waiting: WaitingReturn, lang: Lang): Item => ({
  label: todayTexts[lang].half(waiting),
  href: returnOf(waiting.half),
  n: null,
})

/** What waits, most urgent first; what there is none of is left out. */
function waitingItems(waiting: Waiting, lang: Lang): Item[] {
  const texts = todayTexts[lang]
  const { agreed } = waiting
  return [
    ...waiting.stopped.map(({ id, source }) => ({ label: texts.stopped(source), href: readLink(id), n: null })),
    ...waiting.termEnds.map((year) => ({ label: texts.termEnd(year), href: termEndsPage, n: null })),
    ...some(texts.replies, answersPage, waiting.replies),
    ...(waiting.half === null ? [] : [returnItem(waiting.half, lang)]),
    ...some(texts.followUpsOverdue, followUpsOverdue, agreed.followUps?.overdue),
    ...some(texts.followUpsDue, followUpsDue, agreed.followUps?.due),
    ...some(texts.proposals, measuresDesk, agreed.proposals),
    ...some(texts.notBegun, waiting.notBegun?.href ?? '', waiting.notBegun?.n),
    ...some(texts.unassigned, waiting.unassigned?.href ?? '', waiting.unassigned?.n),
    ...some(texts.pastEnd, measuresDesk, agreed.pastEnd),
    ...some(texts.expiring, expiringDesk, agreed.expiring),
    ...some(texts.corrections, correctionsToCheck, waiting.corrections?.toCheck),
    ...byKind(waiting.exceptions).map(([kind, n]) => ({
      label: texts.exceptions(exceptionTexts(lang, kind).title.toLowerCase()),
      href: inboxLink({ kind, source: null }),
      n,
    })),
    ...some(texts.duplicates, duplicatesPath, waiting.duplicates),
    ...some(texts.parked, correctionsParked, waiting.corrections?.waiting),
  ]
}

const Items = ({ items, lang }: { readonly items: readonly Item[]; readonly lang: Lang }) => (
  <ul class="plain counted">
    {items.map(({ label, href, n }) => (
      <li>
        <a href={href}>{label}</a>
        {n !== null && <span class="count">{numberText(n, lang)}</span>}
      </li>
    ))}
  </ul>
)

type Props = { readonly waiting: Waiting; readonly lang: Lang }

/** What waits, or that nothing does, here or with schools and others. */
export const WaitingCard = ({ waiting, lang }: Props) => {
  const texts = todayTexts[lang]
  const items = waitingItems(waiting, lang)
  if (items.length === 0 && waitingLines(waiting.together, lang).length > 0) return null
  return (
    <Card heading={texts.waiting}>
      {items.length > 0 ? (
        <Items items={items} lang={lang} />
      ) : (
        <EmptyState title={texts.nothing}>
          <p>{texts.nothingText}</p>
        </EmptyState>
      )}
    </Card>
  )
}

/** What waits with schools and with others. */
export const TogetherCard = ({ waiting, lang }: Props) => {
  const lines = waitingLines(waiting.together, lang)
  if (lines.length === 0) return null
  return (
    <Card heading={todayTexts[lang].together}>
      <Items items={lines} lang={lang} />
    </Card>
  )
}
