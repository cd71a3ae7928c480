/** The page of positions on an investigation: what declines, what is owed, the form, and what has been decided. */
import { judgementTexts } from './judgement.texts.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, Columns } from '../../../ui/card.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { longDay } from '../../../ui/day.texts.ts'
import { TextArea } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { areaName } from '../instrument/points.texts.ts'
import { Room } from '../people/room.views.tsx'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { SectionFrame } from '../section.ts'
import type { Investigation } from './investigation.actions.ts'
import { judgementPageTexts } from './pages.texts.ts'

export type DecisionDraft = { readonly typed: TypedFields; readonly problems: readonly FieldProblem[] }
type Props = { readonly shown: SectionFrame; readonly read: Investigation; readonly draft: DecisionDraft | null }

const Declines = ({ shown: { lang }, read: { declines, declineMonths, instruments } }: Props) => {
  const t = judgementPageTexts[lang]
  const newest = instruments.at(-1) ?? { areas: [] }
  return (
    <Card heading={t.declines}>
      {declines.length === 0 ? (
        <p class="muted">{t.noDeclines}</p>
      ) : (
        <ul>
          {declines.map(({ area, reason }) => (
            <li>{`${areaName(newest, area, lang)}: ${judgementTexts[lang].declines[reason](declineMonths)}`}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Owed = ({ shown: { lang, today }, read: { owed, nextMark, openedOn, instruments } }: Props) => {
  const t = judgementPageTexts[lang]
  const newest = instruments.at(-1) ?? { areas: [] }
  if (openedOn !== null) return <p>{t.isOpened(longDay(openedOn, lang))}</p>
  return (
    <>
      {owed.map(({ markOn, declines }) => (
        <Alert kind="warning">
          {t.owed(longDay(markOn, lang), declines.map(({ area }) => areaName(newest, area, lang)).join(', '), markOn < today)}
        </Alert>
      ))}
      {owed.length === 0 && <p>{t.noMarks}</p>}
      {nextMark !== null && <p class="muted">{t.nextMark(longDay(nextMark, lang))}</p>}
    </>
  )
}

const PositionForm = ({ shown: { frame, lang, newOnce }, read: { youth, marks, owed }, draft }: Props) => {
  const t = judgementPageTexts[lang]
  const first = owed[0]?.markOn ?? marks.at(-1) ?? ''
  const field = (name: string, else_ = '') => ({
    name,
    value: draft === null ? else_ : draft.typed(name),
    problem: problemOf(draft?.problems ?? [], name),
    required: true,
  })
  const days = [
    ...marks.map((markOn: PlainDate) => ({ value: markOn as string, label: longDay(markOn, lang) })),
    { value: '', label: t.early },
  ]
  const answers = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ]
  return (
    <Card heading={t.all}>
      <Form frame={frame} action={`/uppfoljning/ungdom/${youth.id}/utredning`} once={newOnce()} label={t.all}>
        <RadioGroup {...field('mark', first)} label={t.which} options={days} />
        <RadioGroup {...field('opens')} label={t.opens} options={answers} />
        <TextArea {...field('ground')} label={t.ground} rows={5} maxlength={2000} />
        <div>
          <Button>{t.take}</Button>
        </div>
      </Form>
    </Card>
  )
}

const Taken = ({ shown: { lang }, read: { taken } }: Props) => {
  const t = judgementPageTexts[lang]
  const rows = taken.toReversed().map(({ decidedOn, byName, markOn, opens, ground }) => [
    <>
      {decidedOn}
      <small class="below">{byName}</small>
    </>,
    markOn ?? t.earlier,
    judgementTexts[lang].positions[opens ? 'opens' : 'not'],
    ground,
  ])
  return (
    <Card heading={t.taken}>
      <Table columns={t.takenColumns.map((title) => ({ title }))} rows={rows} empty={t.noneTaken} headed stacks />
    </Card>
  )
}

/** GET /uppfoljning/ungdom/:id/utredning. */
export const InvestigationPage = (props: Props) => {
  const { shown, read, draft } = props
  const t = judgementPageTexts[shown.lang]
  const isFollowed = read.nextMark !== null
  const main = (
    <>
      {isFollowed ? <Owed {...props} /> : <p>{t.notFollowed}</p>}
      {((isFollowed && read.openedOn === null) || draft !== null) && <PositionForm {...props} />}
    </>
  )
  const side = (
    <>
      <Declines {...props} />
      <Taken {...props} />
    </>
  )
  return (
    <Room shown={shown} youth={read.youth} title={t.investigation} below={t.investigationLead}>
      <FormErrors problems={draft?.problems ?? []} />
      <Columns main={main} side={side} />
    </Room>
  )
}
