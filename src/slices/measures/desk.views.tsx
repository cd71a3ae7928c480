/** The desk of measures: what waits for a decision, what should have ended, and what goes on for youths no longer covered. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, EmptyState, Tag } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Field } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { deskTexts } from './desk.texts.ts'
import type { DeskMeasure, Colleague, Round } from './measures.types.ts'
import { daysText, measurePath } from './parts.views.tsx'
import type { Desk } from './round.actions.ts'
import { measureWords } from './words.texts.ts'

export const roundPath = (roundId: string): string => `/atgarder/rundor/${roundId}`

/** The youth with a link, and that the identity is protected. */
export const YouthCell = ({ measure, lang }: { readonly measure: DeskMeasure; readonly lang: Frame['lang'] }) => (
  <>
    <a href={measurePath(measure.subjectId, measure.measureId)}>{measure.youth}</a>
    {measure.isProtected && [' ', <Tag tone="warning">{measureWords[lang].protectedTag}</Tag>]}
  </>
)

const Rows = ({ measures, lang }: { measures: readonly DeskMeasure[]; lang: Frame['lang'] }) => {
  const { youth, measure, days, by } = deskTexts[lang].columns
  const rows = measures.map((one) => [<YouthCell measure={one} lang={lang} />, one.name[lang], daysText(one, lang), one.byName])
  return <Table columns={[youth, measure, days, by].map((title) => ({ title }))} rows={rows} headed stacks />
}

type PartProps = { part: 'waiting' | 'overdue' | 'outside'; props: Props }

/** The measures of a part; that there are more, when it is too long to be shown whole. */
const Listed = ({ part, props: { frame, desk } }: PartProps) => {
  const [measures, all] = [desk[part], desk.counts[part]]
  return (
    <>
      {all > measures.length && <p>{deskTexts[frame.lang].shownOf(measures.length, all)}</p>}
      <Rows measures={measures} lang={frame.lang} />
    </>
  )
}

const Part = ({ part, text, props }: PartProps & { text: string }) =>
  props.desk[part].length === 0 ? null : (
    <Card heading={deskTexts[props.frame.lang][part]}>
      <p class="muted">{text}</p>
      <Listed part={part} props={props} />
    </Card>
  )

/** Who was there, on a line. */
export const roundText = ({ unit, present }: Round, lang: Frame['lang']): string =>
  [unit ?? deskTexts[lang].wholeMunicipality, deskTexts[lang].present(present.map(({ name }) => name).join(', '))].join(' · ')

export type RoundDraft = {
  readonly on: string
  readonly present: readonly string[]
  readonly problems: readonly FieldProblem[]
  readonly isOpen: boolean
}

type Props = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly desk: Desk
  readonly colleagues: readonly Colleague[]
  readonly draft: RoundDraft
  readonly mayDecide: boolean
  readonly mayEdit: boolean
  readonly newOnce: () => string
}

const NewRound = ({ frame, today, colleagues, draft, newOnce }: Props) => {
  const texts = deskTexts[frame.lang]
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  const at = (name: string) => ({ name, problem: problemOf(draft.problems, name) })
  return (
    <Details summary={texts.roundNew} open={draft.isOpen}>
      <Form frame={frame} action="/atgarder/rundor" once={newOnce()} label={texts.roundNew}>
        <Field {...at('on')} type="date" label={texts.roundOn} value={draft.on} max={today} />
        <CheckboxGroup
          {...at('present')}
          label={texts.roundPresent}
          hint={texts.roundPresentHint}
          options={options}
          values={draft.present}
        />
        <Button>{texts.roundDo}</Button>
      </Form>
    </Details>
  )
}

const Rounds = (props: Props) => {
  const { frame, desk } = props
  const texts = deskTexts[frame.lang]
  return (
    <Card heading={texts.rounds}>
      {desk.rounds.length === 0 && <p class="muted">{texts.roundsNone}</p>}
      <ul class="plain stack">
        {desk.rounds.map((round) => (
          <li>
            <a href={roundPath(round.roundId)}>{texts.roundOf(shortDay(round.heldOn, frame.lang))}</a>{' '}
            <Tag tone={round.isClosed ? 'neutral' : 'info'}>{round.isClosed ? texts.closed : texts.open}</Tag>
            <br />
            <small class="muted">{roundText(round, frame.lang)}</small>
          </li>
        ))}
      </ul>
      <NewRound {...props} />
    </Card>
  )
}

const Waiting = (props: Props) => {
  const texts = deskTexts[props.frame.lang]
  return (
    <Card heading={texts.waiting}>
      <p class="muted">{texts.waitingText}</p>
      {props.desk.waiting.length === 0 ? <p>{texts.waitingNone}</p> : <Listed part="waiting" props={props} />}
    </Card>
  )
}

const Parts = (props: Props) => {
  const { frame, desk, mayDecide } = props
  const texts = deskTexts[frame.lang]
  return (
    <>
      {(mayDecide || desk.waiting.length > 0) && <Waiting {...props} />}
      {mayDecide && <Rounds {...props} />}
      <Part part="overdue" text={texts.overdueText} props={props} />
      <Part part="outside" text={texts.outsideText} props={props} />
    </>
  )
}

/** The page. */
export const DeskPage = (props: Props) => {
  const { frame, desk, draft, mayEdit } = props
  const texts = deskTexts[frame.lang]
  const isEmpty = desk.waiting.length + desk.overdue.length + desk.outside.length === 0
  const crumbs = [
    { href: '/planer', label: texts.hub },
    { href: '', label: texts.title },
  ]
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbs}>
      <PageHead heading={texts.title} below={texts.below}>
        {mayEdit && <LinkButton href="/atgarder/katalog">{texts.catalogue}</LinkButton>}
      </PageHead>
      <div class="stack">
        <FormErrors problems={draft.problems} />
        {isEmpty && (
          <EmptyState title={texts.nothing}>
            <p>{texts.nothingText}</p>
          </EmptyState>
        )}
        <Parts {...props} />
      </div>
    </Page>
  )
}
