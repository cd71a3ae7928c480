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

const Part = ({
  heading,
  text,
  measures,
  lang,
}: {
  heading: string
  text: string
  measures: readonly DeskMeasure[]
  lang: Frame['lang']
}) =>
  measures.length === 0 ? null : (
    <Card heading={heading}>
      <p class="muted">{text}</p>
      <Rows measures={measures} lang={lang} />
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

const Waiting = ({ frame: { lang }, desk: { waiting } }: Props) => {
  const texts = deskTexts[lang]
  return (
    <Card heading={texts.waiting}>
      <p class="muted">{texts.waitingText}</p>
      {waiting.length === 0 ? <p>{texts.waitingNone}</p> : <Rows measures={waiting} lang={lang} />}
    </Card>
  )
}

const Parts = (props: Props) => {
  const { frame, desk, mayDecide } = props
  const { lang } = frame
  const texts = deskTexts[lang]
  return (
    <>
      {(mayDecide || desk.waiting.length > 0) && <Waiting {...props} />}
      {mayDecide && <Rounds {...props} />}
      <Part heading={texts.overdue} text={texts.overdueText} measures={desk.overdue} lang={lang} />
      <Part heading={texts.outside} text={texts.outsideText} measures={desk.outside} lang={lang} />
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
