/** /fyller-20 and the page of each youth: reading, and saying what is done. */
import { z } from 'zod'
import { choiceField, dateField, textField } from '../../platform/form.ts'
import { isRandomId } from '../../platform/random-id.ts'
import type { Decision } from '../../platform/decision.ts'
import {
  goTo,
  missing,
  page,
  problemText,
  signInAgain,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import { onePath, TurningPage, turningPath } from './list.views.tsx'
import { OneTurningPage } from './one.views.tsx'
import {
  askReceiver,
  readOneTurning,
  readTurning,
  sayEnding,
  sayMark,
  sayReceiverAnswer,
  sayWaiver,
  takeBackEnding,
  takeBackWaiver,
  type TurningReader,
} from './turning20.actions.ts'
import { turningTexts, type TurningRefusal } from './turning20.texts.ts'
import { askGrounds, outcomes, waiverChoices, waiverOf, wishes } from './turning20.types.ts'

const readerOf = ({ place, scope, actor, today, isFresh }: Visit): TurningReader => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  today,
  isFresh,
})

async function list(visit: Visit): Promise<Answer> {
  const found = await readTurning(readerOf(visit))
  const { frame, today, may } = visit
  const rights = { mayWrite: may('messages.prepare'), mayTransfers: may('transfers.work') }
  return page(<TurningPage frame={frame} today={today} {...found} {...rights} />)
}

type Draft = {
  readonly typed: Typed
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly refusal: string | null
}
const nothingTyped: Draft = { typed: {}, problems: [], refusal: null }

async function show(visit: Visit, { typed, problems, refusal }: Draft): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const found = await readOneTurning(readerOf(visit), subjectId)
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const { frame, today, newOnce } = visit
  const drawn = { frame, today, turning: found, refusal, problems, newOnce }
  const status = problems.length > 0 ? 422 : refusal === null ? 200 : 409
  return page(<OneTurningPage {...drawn} typed={(field) => typedValue(typed, field)} />, status)
}

type Doing = (reader: TurningReader, subjectId: string) => Promise<Decision<null, 'missing' | 'sign-in-again' | TurningRefusal>>

/** Does it, and comes back to the page: with why on top when it was not done. */
async function done(visit: Visit, typed: Typed, act: Doing): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const decision = await act(readerOf(visit), subjectId)
  const texts = turningTexts[visit.lang]
  if (decision.granted) return goTo(onePath(subjectId), texts.saved)
  if (decision.reason === 'missing') return missing
  if (decision.reason === 'sign-in-again') return signInAgain
  return show(visit, { typed, problems: [], refusal: texts.refusals[decision.reason] })
}

const reshow = (visit: Visit, problems: readonly FieldProblem[], typed: Typed): Promise<Answer> =>
  show(visit, { typed, problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })), refusal: null })

const talkForm = z.strictObject({ on: dateField })
const askForm = z.strictObject({ wish: choiceField(wishes), on: dateField })
const receiverForm = z.strictObject({ receiver: textField(80), ground: choiceField(askGrounds), on: dateField })
const waiverForm = z.strictObject({ waived: choiceField(waiverChoices) })
const answerForm = z.strictObject({ answer: choiceField(['accepted', 'refused']), on: dateField })
const endForm = z.strictObject({ outcome: choiceField(outcomes) })

const path = '/ungdomar/:id{[0-9a-f-]+}/fyller-20'

const person = { permit: 'turning20.work', shows: 'person', outlet: 'turning20.page' } as const

/** Receivers and how it ended. */
function addEndingPages(pages: Pages): void {
  pages.post(
    `${path}/mottagare`,
    person,
    receiverForm,
    (visit, said, typed) => done(visit, typed, (reader, id) => askReceiver(reader, id, said)),
    reshow,
  )
  pages.post(`${path}/mottagare/:receiver{[0-9a-f-]+}`, person, answerForm, answered, reshow)
  pages.post(
    `${path}/slut`,
    person,
    endForm,
    (visit, { outcome }, typed) => done(visit, typed, (reader, id) => sayEnding(reader, id, outcome)),
    reshow,
  )
  pages.post(`${path}/aterta`, person, z.strictObject({}), (visit, _form, typed) => done(visit, typed, takeBackEnding))
}

/** What is not needed. */
function addWaiverPages(pages: Pages): void {
  pages.post(
    `${path}/behovs-inte`,
    person,
    waiverForm,
    (visit, { waived }, typed) => done(visit, typed, (reader, id) => sayWaiver(reader, id, waiverOf(waived))),
    reshow,
  )
  pages.post(`${path}/behovs/:item{[a-z0-9]+}`, person, z.strictObject({}), (visit, _form, typed) =>
    done(visit, typed, (reader, id) => takeBackWaiver(reader, id, visit.params['item'] ?? '')),
  )
}

/** Registers the pages. */
export function addTurning20Pages(pages: Pages): void {
  pages.get(turningPath, { ...person, shows: 'persons' }, list)
  pages.get(path, person, (visit) => show(visit, nothingTyped))
  pages.post(
    `${path}/samtal`,
    person,
    talkForm,
    (visit, { on }, typed) => done(visit, typed, (reader, id) => sayMark(reader, id, { wish: null, on })),
    reshow,
  )
  pages.post(
    `${path}/fraga`,
    person,
    askForm,
    (visit, said, typed) => done(visit, typed, (reader, id) => sayMark(reader, id, said)),
    reshow,
  )
  addWaiverPages(pages)
  addEndingPages(pages)
}

function answered(visit: Visit, { answer, on }: z.infer<typeof answerForm>, typed: Typed): Promise<Answer> | Answer {
  const handOverId = visit.params['receiver'] ?? ''
  if (!isRandomId(handOverId)) return missing
  return done(visit, typed, (reader, id) => sayReceiverAnswer(reader, id, { handOverId, accepted: answer === 'accepted', on }))
}
