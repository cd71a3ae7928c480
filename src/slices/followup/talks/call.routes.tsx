/** Calling the actors to a talk, in the browser. */
import { z } from 'zod'
import { choiceField, dateField, manyField, optionalText, textField } from '../../../platform/form.ts'
import { goTo, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import { recipients } from '../instrument/instrument.types.ts'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import type { CalledActor } from '../people/people.types.ts'
import { sectionFrameOf } from '../reader.ts'
import { CallPage } from './call.views.tsx'
import { talkAddress } from './talk-address.ts'
import { readCall, type ReadCall } from './talk-page.actions.ts'
import { talkPageTexts } from './talk-page.texts.ts'
import { callTalk, type CallTalkRefusal } from './talks.actions.ts'
import { talkTexts } from './talks.texts.ts'
import { calledActors, type Invitation, type LeftOut } from './talks.types.ts'

const form = z.strictObject({
  recipient: choiceField(recipients),
  on: dateField,
  at: textField(5),
  place: textField(120),
  invite: manyField,
  'why-youth': optionalText(200),
  'why-trustee': optionalText(200),
  'why-housing': optionalText(200),
})
type CallForm = z.infer<typeof form>

/** The clock as `HH:MI`; null: it is no time of the day. `9.30` does equally well. */
function clockOf(text: string): string | null {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text)
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])]
  if (found === null || hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

type Draft = { readonly typed: Typed; readonly problems: readonly FieldProblem[] }

/** At first those who are always called are ticked. */
const usual = ({ actors }: ReadCall): string[] => [
  'youth',
  ...actors.filter(({ kind }) => kind === 'trustee' || kind === 'housing').map(({ id }) => id),
]

async function show(visit: Visit, draft: Draft | null): Promise<Answer> {
  const read = await readCall(visit.place.pool, writerOf(visit), youthIdOf(visit))
  if (typeof read === 'string') return unreached(read)
  const shown = sectionFrameOf(visit)
  if (draft === null) return page(<CallPage shown={shown} read={read} typed={() => ''} invited={usual(read)} problems={[]} />)
  const { typed, problems } = draft
  return page(<CallPage shown={shown} read={read} typed={typedFields(typed)} invited={typed['invite'] ?? []} problems={problems} />, 422)
}

/** Whom the boxes name. What is no actor of the youth is refused by the rules. */
const invitedFrom = (boxes: readonly string[], actors: readonly CalledActor[]): Invitation[] =>
  boxes.map((box) => {
    if (box === 'youth') return { actor: 'youth', actorId: null }
    return { actor: actors.find(({ id }) => id === box)?.kind ?? 'other', actorId: box }
  })

/** Those who are always called and are not: for the reason that is written. A reason for somebody who is called says both, and is refused. */
function leftOutFrom(sent: CallForm, invited: readonly Invitation[]): LeftOut[] {
  return calledActors.flatMap((actor): LeftOut[] => {
    const why = sent[`why-${actor}`]
    return invited.some((one) => one.actor === actor) && why === '' ? [] : [{ actor, why }]
  })
}

/** Where a refusal is told. */
function placeOf(reason: CallTalkRefusal, leftOut: readonly LeftOut[], invited: readonly Invitation[]): string {
  if (reason === 'passed' || reason === 'too-far') return 'on'
  if (reason === 'no-why') return `why-${leftOut.find(({ why }) => why === '')?.actor ?? 'youth'}`
  if (reason === 'twice') return `why-${leftOut.find(({ actor }) => invited.some((one) => one.actor === actor))?.actor ?? 'youth'}`
  return reason === 'actor-left-out' || reason === 'unknown-actor' ? 'invite' : 'on'
}

async function call(visit: Visit, sent: CallForm, typed: Typed): Promise<Answer> {
  const { place, lang } = visit
  const [writer, youthId, at] = [writerOf(visit), youthIdOf(visit), clockOf(sent.at)]
  if (at === null) return show(visit, { typed, problems: [{ field: 'at', text: talkPageTexts[lang].noTime }] })
  const read = await readCall(place.pool, writer, youthId)
  if (typeof read === 'string') return unreached(read)
  const invited = invitedFrom(sent.invite, read.actors)
  const leftOut = leftOutFrom(sent, invited)
  const wish = { recipient: sent.recipient, on: sent.on, at, place: sent.place, invited, leftOut }
  const decision = await callTalk(place.pool, writer, youthId, wish)
  if (decision.granted) return goTo(talkAddress(youthId, decision.value), talkPageTexts[lang].called)
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  return show(visit, { typed, problems: [{ field: placeOf(reason, leftOut, invited), text: talkTexts[lang].calls[reason] }] })
}

/** Registers the page. */
export function addCallPages(pages: Pages): void {
  const one = { permit: 'followup.follow', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/kalla'
  pages.get(path, one, (visit) => show(visit, null))
  pages.post(path, one, form, call, (visit, problems, typed) =>
    show(visit, { typed, problems: problems.map(({ field, problem }) => ({ field, text: problemText(visit.lang, problem) })) }),
  )
}
