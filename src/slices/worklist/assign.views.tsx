/** Giving youths to somebody: the form, and how it went for each. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Select, type Option } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { SelectedCount, Table } from '../../ui/table.tsx'
import { assignTexts } from './assign.texts.ts'
import type { AssignResult } from './assignment.types.ts'
import { tickedValue } from './assign.forms.ts'
import type { Choices } from './worklist.types.ts'

/** The form of the ticked rows stands below the table; the boxes belong to it by this id. */
export const assignFormId = 'tilldela'

type AssignFormProps = {
  readonly frame: Frame
  readonly id?: string
  readonly choices: Choices
  readonly me: { readonly staffId: string }
  /** The query of the list to come back to. */
  readonly view: string
  readonly once: string
  /** One youth, on its own page, in place of ticked rows. */
  readonly youth?: { readonly subjectId: string; readonly version: number }
  /** Says how many rows are ticked. */
  readonly counts?: boolean
  readonly problem?: string | undefined
}

function targetsOf({ frame: { lang }, choices, me }: AssignFormProps): Option[] {
  const t = assignTexts[lang]
  const others = choices.staff.filter(({ id }) => id !== me.staffId)
  return [
    ...(choices.staff.length > others.length ? [{ value: `staff:${me.staffId}`, label: t.me }] : []),
    { value: 'nobody', label: t.nobody },
    ...others.map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
    ...choices.units.map(({ id, name }) => ({ value: `unit:${id}`, label: t.unit(name) })),
  ]
}

/** The form that gives the ticked rows, or one youth, to a colleague, a unit or nobody. */
export const AssignForm = (props: AssignFormProps) => {
  const { frame, id, view, once, youth, counts = false, problem } = props
  const t = assignTexts[frame.lang]
  return (
    <Form frame={frame} action="/ungdomar/tilldela" once={once} label={t.heading} inline {...(id === undefined ? {} : { id })}>
      <input type="hidden" name="view" value={view} />
      {youth !== undefined && <input type="hidden" name="youth" value={tickedValue(youth)} />}
      <Select name="to" label={t.to} options={targetsOf(props)} blank problem={problem} />
      <Button>{t.assign}</Button>
      {counts && <SelectedCount />}
    </Form>
  )
}

type ResultProps = { readonly frame: Frame; readonly results: readonly AssignResult[]; readonly back: string }

const isDone = ({ outcome }: AssignResult): boolean => outcome === 'done' || outcome === 'same'

/** How it went: one row a youth, with who has the youth now. */
export const AssignedPage = ({ frame, results, back }: ResultProps) => {
  const t = assignTexts[frame.lang]
  const done = results.filter(isDone).length
  const isStale = results.some(({ outcome }) => outcome === 'somebody-else-first')
  const rows = results.map((result) => [
    result.name === null ? '–' : <a href={`/ungdomar/${result.subjectId}`}>{result.name}</a>,
    isDone(result) ? t.outcomes[result.outcome] : <strong>{t.outcomes[result.outcome]}</strong>,
    result.name === null ? '' : [result.nowStaff ?? t.nobodyNow, ...(result.nowUnit === null ? [] : [result.nowUnit])].join(' · '),
  ])
  return (
    <Page frame={frame} title={t.title}>
      <PageHead heading={t.title} />
      <Alert kind={done === results.length ? 'success' : 'warning'} live>
        {t.summary(done, results.length)}
        {isStale && <p>{t.stale}</p>}
      </Alert>
      <Card>
        <Table columns={[{ title: t.youth }, { title: t.result }, { title: t.now }]} rows={rows} headed stacks />
      </Card>
      <p class="spaced">
        <LinkButton href={back} variant="primary">
          {t.back}
        </LinkButton>
      </p>
    </Page>
  )
}

/** Nothing was ticked, or nobody chosen. */
export const NothingAssignedPage = ({
  frame,
  back,
  isUnticked,
}: {
  readonly frame: Frame
  readonly back: string
  readonly isUnticked: boolean
}) => {
  const t = assignTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title}>
      <PageHead heading={t.title} />
      <Alert kind="warning" live>
        {isUnticked ? t.none : t.choose}
      </Alert>
      <LinkButton href={back} variant="primary">
        {t.back}
      </LinkButton>
    </Page>
  )
}
