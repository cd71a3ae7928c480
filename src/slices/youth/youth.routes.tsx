/** The person page and the small things done from it. Everything about a person goes through `readYouth` or an action with the gate. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { parseDate, type PlainDate } from '../../platform/plain-date.ts'
import { textField, wholeField } from '../../platform/form.ts'
import { goTo, missing, page, problemText, signInAgain, typedValue, type Answer, type Pages, type Visit } from '../access/index.ts'

import { flagsIn, keptField, keptName, noteDraft, noteProblems, type Kept } from '../hygiene/index.ts'
import { assignYouths, stopWatching, watchYouth } from '../worklist/index.ts'
import { addCorrectPages } from './correct.routes.tsx'
import { addDecidePages } from './decide.routes.tsx'
import type { Acting } from './side.views.tsx'
import { readYouth } from './youth.actions.ts'
import { youthTexts } from './youth.texts.ts'

import { YouthPage } from './youth.views.tsx'
import { pathOfYouth, readerOf, toldTo } from './visit.ts'

type Asked = { readonly on: PlainDate; readonly knownOn: PlainDate | null; readonly unreadDay: string | null }

/** The days of the address. A day that cannot be read, or is not over, is as if it were not asked for; the form says so. */
function askedBy({ query, today }: Visit): Asked {
  const [known, asked] = [query.get('kand')?.trim() ?? '', query.get('dag')?.trim() ?? '']
  const [knownDay, askedDay] = [parseDate(known), parseDate(asked)]
  const knownOn = knownDay !== null && knownDay < today ? knownDay : null
  const unread = [known !== '' && knownDay === null ? known : null, asked !== '' && askedDay === null ? asked : null]
  return { on: askedDay ?? knownOn ?? today, knownOn, unreadDay: unread.find((one) => one !== null) ?? null }
}

function actingIn(visit: Visit, isNow: boolean, watchDraft: Acting['watchDraft']): Acting {
  const { frame, actor, newOnce, may } = visit
  const acts = isNow && !frame.meeting
  return {
    frame,
    newOnce,
    staffId: actor.staffId,
    acts,
    may,
    mayAssign: acts && may('worklist.assign'),
    mayDecide: acts && may('youth.decide'),
    mayCorrect: acts && may('youth.correct'),
    watchDraft,
  }
}

async function showYouth(visit: Visit, watchDraft: Acting['watchDraft'] = null): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { on, knownOn, unreadDay } = askedBy(visit)
  const answer = await readYouth(visit.place.pool, readerOf(visit), { subjectId, municipality: visit.place.code, on, knownOn })
  if (answer.kind === 'missing') return missing
  if (answer.kind === 'sign-in-again') return signInAgain
  const told = toldTo(visit)
  const acting = actingIn(visit, knownOn === null && on === visit.today, watchDraft)
  const shown = <YouthPage frame={visit.frame} youth={answer.youth} told={told} acting={acting} unreadDay={unreadDay} />
  return page(shown, watchDraft === null ? 200 : 422)
}

async function takeOver(visit: Visit, { version }: { version: number }): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { actor, scope, place, lang } = visit
  const target = { kind: 'staff', staffId: actor.staffId } as const
  const [result] = await assignYouths(place.pool, { scope, by: actor.staffId, target }, [{ subjectId, version }])
  const texts = youthTexts[lang]
  if (result === undefined || result.outcome === 'not-in-your-list') return missing
  if (result.outcome === 'done' || result.outcome === 'same') return goTo(pathOfYouth(subjectId), texts.tookOver)
  return goTo(pathOfYouth(subjectId), result.outcome === 'somebody-else-first' ? texts.somebodyFirst : texts.cannotTake)
}

async function watch(visit: Visit, { ground, noteKept }: { ground: string; noteKept: Kept }): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { actor, scope, place, today, lang } = visit
  const decision = await watchYouth(place.pool, { scope, by: actor.staffId, subjectId, ground, noteKept, today })
  if (!decision.granted && decision.reason === 'missing') return missing
  const flags = flagsIn(decision)
  if (flags.length > 0) return showYouth(visit, { ground, problem: noteProblems(flags, lang)[0]?.text ?? '', note: noteDraft(flags, '') })
  return goTo(pathOfYouth(subjectId), decision.granted ? youthTexts[lang].watched : youthTexts[lang].watchRefused)
}

async function unwatch(visit: Visit, form: { watch: number }): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const { actor, scope, place, lang } = visit
  const decision = await stopWatching(place.pool, { scope, by: actor.staffId, subjectId, watchId: form.watch })
  if (!decision.granted && decision.reason === 'missing') return missing
  return goTo(pathOfYouth(subjectId), decision.granted ? youthTexts[lang].notWatched : youthTexts[lang].watchRefused)
}

/** The person page: reading, taking over, watching, correcting, deciding. */
export function addYouthPages(pages: Pages): void {
  const person = { shows: 'person', outlet: 'youth.page' } as const
  pages.get('/ungdomar/:id{[0-9a-f-]+}', { permit: 'youth.read', ...person }, (visit) => showYouth(visit))
  const version = z.strictObject({ version: wholeField })
  pages.post('/ungdomar/:id{[0-9a-f-]+}/ta-over', { permit: 'worklist.assign', ...person }, version, (visit, form) => takeOver(visit, form))
  const ground = z.strictObject({ ground: textField(500), noteKept: keptField })
  pages.post(
    '/ungdomar/:id{[0-9a-f-]+}/bevaka',
    { permit: 'worklist.assign', ...person },
    ground,
    (visit, form) => watch(visit, form),
    (visit, [first], typed) =>
      showYouth(visit, {
        ground: typedValue(typed, 'ground'),
        problem: problemText(visit.lang, first?.problem ?? ''),
        note: noteDraft([], typedValue(typed, keptName)),
      }),
  )
  const watched = z.strictObject({ watch: wholeField })
  pages.post('/ungdomar/:id{[0-9a-f-]+}/sluta-bevaka', { permit: 'worklist.assign', ...person }, watched, (visit, form) =>
    unwatch(visit, form),
  )
  addDecidePages(pages)
  addCorrectPages(pages)
}
