/** Those who have moved away and are not handed over, and how it ended when nothing was. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { longDay, shortDay } from '../../ui/day.texts.ts'
import { Confirm, Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Table, type Cell } from '../../ui/table.tsx'
import { afterTexts } from './after.texts.ts'
import { mayClose } from './offer.rules.ts'
import type { Offering } from './outgoing.actions.ts'
import { closings, type Moved } from './transfers.types.ts'
import { transferTexts } from './transfers.texts.ts'

export const offeringPath = (subjectId: string): string => `/ungdomar/${subjectId}/overflytt`

function cells({ subjectId, givenName, familyName, isProtected, movedOn, to, lastState }: Moved, lang: Frame['lang']): Cell[] {
  const texts = transferTexts[lang]
  return [
    <span>
      <a href={offeringPath(subjectId)}>{`${givenName} ${familyName}`.trim()}</a>
      {isProtected && [' ', <Tag tone="warning">{texts.protectedTag}</Tag>]}
    </span>,
    shortDay(movedOn, lang),
    to === null ? <span class="muted">{texts.movedNowhere}</span> : texts.municipality(to),
    lastState === null ? texts.notOffered : texts.states[lastState],
  ]
}

/** The table. */
export const MovedTable = ({ frame, moved }: { readonly frame: Frame; readonly moved: readonly Moved[] }) => {
  const texts = transferTexts[frame.lang]
  const columns = texts.movedColumns.map((title) => ({ title }))
  return <Table columns={columns} rows={moved.map((one) => cells(one, frame.lang))} empty={texts.movedNone} headed stacks />
}

type CloseProps = {
  readonly frame: Frame
  readonly offering: Offering
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const Closed = ({ frame, offering: { youth, closing }, newOnce }: CloseProps) => {
  const after = afterTexts[frame.lang]
  if (closing === null) return null
  return (
    <Card heading={after.closeHeading}>
      <p>{after.closedAs(after.closings[closing.outcome], longDay(closing.on, frame.lang), closing.byName)}</p>
      <Confirm
        frame={frame}
        action={`${offeringPath(youth.subjectId)}/oppna`}
        once={newOnce()}
        label={after.reopen}
        question={after.reopenQuestion}
        confirm={after.reopenDo}
      />
    </Card>
  )
}

/** How it ended: said, or the choices that can be true. */
export const CloseMove = (props: CloseProps) => {
  const { frame, offering, problems, newOnce } = props
  const after = afterTexts[frame.lang]
  const { youth, moved } = offering
  if (moved === null) return <Closed {...props} />
  const move = { isToHandOver: true, lastState: moved.lastState }
  const options = closings.filter((one) => mayClose(move, one).granted).map((value) => ({ value, label: after.closings[value] }))
  if (options.length === 0) return null
  return (
    <Card heading={after.closeHeading}>
      <Form frame={frame} action={`${offeringPath(youth.subjectId)}/slut`} once={newOnce()}>
        <RadioGroup name="outcome" label={after.closeWhat} options={options} value="" problem={problemOf(problems, 'outcome')} />
        <Button variant="secondary">{after.closeDo}</Button>
      </Form>
    </Card>
  )
}

/** Why what was asked was not done. */
export const Refused = ({ refusal }: { readonly refusal: string | null }) =>
  refusal === null ? null : (
    <Alert kind="danger" live>
      {refusal}
    </Alert>
  )
