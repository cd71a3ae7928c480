/** What of a youth's time is shown: links close at hand, and a form that is an address. Nothing in it says anything of the youth. */
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Chips } from '../../ui/tabs.tsx'
import type { Told } from '../law/index.ts'
import { addressOf, countByKind, kindWords, timelinePath, type AskedTimeline } from './timeline.rules.ts'
import { timelineTexts } from './timeline.texts.ts'
import { entryKinds, type Entry, type EntryKind, type TimelineQuestion } from './timeline.types.ts'

type Props = { readonly subjectId: string; readonly entries: readonly Entry[]; readonly asked: AskedTimeline; readonly told: Told }

const worked: readonly EntryKind[] = ['measure', 'occupation', 'plan']
const together: readonly EntryKind[] = ['school', 'notice', 'prevention', 'radar', 'question', 'sharing', 'transfer', 'turning20']
const reached: readonly EntryKind[] = ['contact', 'message', 'meeting', 'visit', 'reply']

/** Ready choices. */
export const NearChoices = ({ subjectId, asked, told }: Omit<Props, 'entries'>) => {
  const t = timelineTexts[told.lang]
  const whole: TimelineQuestion = { kinds: [], fromOn: null, untilOn: null, page: 1 }
  const choices = [
    [t.all, whole],
    [t.lastYear, { ...whole, fromOn: dateOf(plusDays(dayOf(told.today), -365)) }],
    [t.work, { ...whole, kinds: worked }],
    [t.reach, { ...whole, kinds: reached }],
    [t.together, { ...whole, kinds: together }],
  ] as const
  const current = addressOf(subjectId, { ...asked.question, page: 1 })
  const links = choices.map(([label, question]) => {
    const href = addressOf(subjectId, question)
    return { href, label, count: null, current: href === current }
  })
  return <Chips label={t.near} links={links} />
}

const Days = ({ asked: { typed, problem }, told }: Pick<Props, 'asked' | 'told'>) => {
  const t = timelineTexts[told.lang]
  const problemOf = (field: 'fran' | 'till'): string | undefined => (problem?.field === field ? t.problems[problem.what] : undefined)
  return (
    <div class="row low">
      <Field name="fran" type="date" label={t.from} value={typed.from} problem={problemOf('fran')} />
      <Field name="till" type="date" label={t.until} value={typed.until} problem={problemOf('till')} />
      <Button variant="secondary">{t.show}</Button>
    </div>
  )
}

/** Kinds and days. Kinds of which there is nothing are left out, unless they are chosen. */
export const TimelineFilter = ({ subjectId, entries, asked, told }: Props) => {
  const t = timelineTexts[told.lang]
  const { question, typed } = asked
  const counts = countByKind(entries)
  const kinds = entryKinds.filter((kind) => counts[kind] > 0 || question.kinds.includes(kind))
  const options = kinds.map((kind) => ({ value: kindWords[kind], label: t.kindLabel(t.kinds[kind], counts[kind]) }))
  const isOpen = question.kinds.length > 0 || typed.from !== '' || typed.until !== ''
  return (
    <div class="timeline-filter">
      <Details summary={t.filter} open={isOpen}>
        <form class="stack" method="get" action={timelinePath(subjectId)}>
          <CheckboxGroup
            name="visa"
            label={t.chosen}
            hint={t.kindsHint}
            options={options}
            values={question.kinds.map((kind) => kindWords[kind])}
            inline
          />
          <Days asked={asked} told={told} />
          <p class="muted">{t.print}</p>
        </form>
      </Details>
    </div>
  )
}
