/** The list of rounds, with the alarms above it. */
import type { Lang } from '../../kernel/lang.ts'
import { dayOf, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card, Details, EmptyState, Tag } from '../../ui/card.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { AlarmForms, type AlarmDraft } from './alarm.views.tsx'
import { dayWithWeekday, pairText, roundPath, StateTag } from './parts.views.tsx'
import { isOver, partIn } from './plan.rules.ts'
import { visitTexts } from './visits.texts.ts'
import type { OpenAlarm, RoundLine } from './visits.types.ts'

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly staffId: string
  readonly open: readonly RoundLine[]
  readonly over: readonly RoundLine[]
  readonly alarms: readonly OpenAlarm[]
  readonly draft: AlarmDraft | null
  readonly newOnce: () => string
}

type Told = Pick<Props, 'today' | 'staffId'> & { readonly lang: Lang }

const dayText = (on: PlainDate, { today, lang }: Told): string =>
  on === today ? visitTexts[lang].today : dayWithWeekday(on, weekdayOf(dayOf(on)), lang)

/** Those who go today are led to the page for the telephone. */
const hrefOf = (round: RoundLine, { today, staffId }: Told): string =>
  partIn(round, staffId) === 'goes' && round.on === today && !isOver(round) ? `${roundPath(round)}/falt` : roundPath(round)

function rowOf(round: RoundLine, told: Told) {
  const texts = visitTexts[told.lang]
  const part = partIn(round, told.staffId)
  return [
    <TwoLines below={`${round.startsAt}–${round.endsAt}`}>
      <a href={hrefOf(round, told)}>{dayText(round.on, told)}</a>
    </TwoLines>,
    round.area,
    <TwoLines below={part === 'goes' ? texts.yours.goes : ''}>{pairText(round, told.lang)}</TwoLines>,
    <TwoLines below={part === 'watches' ? texts.yours.watches : ''}>{round.watch.name}</TwoLines>,
    texts.stopsLeft(round.stops, round.left),
    <StateTag state={round.state} lang={told.lang} />,
  ]
}

const Rounds = ({ rounds, told }: { rounds: readonly RoundLine[]; told: Told }) => {
  const { when, area, who, watch, stops, state } = visitTexts[told.lang].columns
  const columns = [when, area, who, watch, stops, state].map((title) => ({ title }))
  return <Table columns={columns} rows={rounds.map((round) => rowOf(round, told))} headed stacks />
}

const Over = ({ over, told }: { over: Props['over']; told: Told }) => {
  const texts = visitTexts[told.lang]
  return (
    <Details summary={texts.over}>
      {over.length === 0 ? <p class="muted">{texts.noneOver}</p> : <Rounds rounds={over} told={told} />}
    </Details>
  )
}

/** The list of rounds. */
export const RoundsPage = ({ frame, today, staffId, open, over, alarms, draft, newOnce }: Props) => {
  const { lang } = frame
  const texts = visitTexts[lang]
  const told = { lang, today, staffId }
  return (
    <Page frame={frame} title={texts.title}>
      <FormErrors problems={draft?.problems ?? []} />
      <AlarmForms {...{ alarms, lang, frame, newOnce, draft }} />
      <PageHead heading={texts.title} below={texts.lead}>
        <LinkButton href="/besok/ny" variant="primary">
          {texts.plan}
        </LinkButton>
      </PageHead>
      <Card heading={texts.open} action={<Tag>{String(open.length)}</Tag>}>
        {open.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{texts.noneHint}</p>
          </EmptyState>
        ) : (
          <Rounds rounds={open} told={told} />
        )}
      </Card>
      <Over over={over} told={told} />
    </Page>
  )
}
