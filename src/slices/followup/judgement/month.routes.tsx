/** A month in the browser: read and judged, area by area. */
import { judgementTexts } from './judgement.texts.ts'
import { z } from 'zod'
import { choiceField, optionalText } from '../../../platform/form.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { goTo, missing, page, problemText, type Answer, type Pages, type Typed, type Visit } from '../../access/index.ts'
import type { Difference } from '../../../ui/both.tsx'
import { isUnreached, typedFields, unreached, writerOf, youthIdOf } from '../people/file-visit.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import { sectionFrameOf } from '../reader.ts'
import { judgeMonth } from './judgement.actions.ts'
import { judgementPageTexts } from './pages.texts.ts'
import { progressions } from './judgement.types.ts'
import { readMonth, type ReadMonth } from './month.actions.ts'
import type { JudgementDraft } from './judge-form.views.tsx'
import { monthAddress } from './month-address.ts'
import { MonthPage } from './month.views.tsx'

const form = z.strictObject({
  signal: optionalText(40),
  seen: optionalText(9),
  progression: choiceField(progressions),
  ground: optionalText(2000),
})
type JudgementForm = z.infer<typeof form>

const monthIn = ({ params }: Visit): PlainDate | null => parseDate(`${params['month'] ?? ''}-01`)

function differencesOf(read: ReadMonth, signalId: string, typed: TypedFields, { lang }: Visit): Difference[] {
  const t = judgementPageTexts[lang]
  const now = read.areas.find(({ signal }) => signal.signalId === signalId)?.judgement ?? null
  if (now === null) return []
  const mine = progressions.find((one) => one === typed('progression'))
  return [
    {
      what: t.progression,
      mine: mine === undefined ? '' : judgementTexts[lang].progressions[mine],
      theirs: judgementTexts[lang].progressions[now.progression],
    },
    { what: t.ground, mine: typed('ground').trim(), theirs: now.ground },
  ].filter((one) => one.mine !== one.theirs)
}

type Refused = {
  readonly of: string
  readonly typed: TypedFields
  readonly problems: JudgementDraft['problems']
  readonly isStale: boolean
}

async function show(visit: Visit, refused: Refused | null): Promise<Answer> {
  const month = monthIn(visit)
  if (month === null) return missing
  const read = await readMonth(visit.place.pool, writerOf(visit), youthIdOf(visit), month)
  if (typeof read === 'string') return unreached(read)
  const differences = refused?.isStale === true ? differencesOf(read, refused.of, refused.typed, visit) : null
  const draft = refused === null ? null : { ...refused, differences }
  return page(<MonthPage shown={sectionFrameOf(visit)} read={read} draft={draft} />, refused === null ? 200 : refused.isStale ? 409 : 422)
}

async function judge(visit: Visit, { signal, seen, progression, ground }: JudgementForm, fields: Typed): Promise<Answer> {
  const { place, lang } = visit
  const [youthId, month] = [youthIdOf(visit), monthIn(visit)]
  if (month === null) return missing
  const wish = { signalId: signal, month, progression, ground, seen: /^\d+$/.test(seen) ? Number(seen) : null }
  const decision = await judgeMonth(place.pool, writerOf(visit), youthId, wish)
  if (decision.granted) return goTo(monthAddress(youthId, month), judgementPageTexts[lang].saved)
  const { reason } = decision
  if (isUnreached(reason)) return unreached(reason)
  const isStale = reason === 'already-judged' || reason === 'somebody-else-first'
  const field = `${reason === 'no-ground' || reason === 'nothing-changed' ? 'ground' : 'progression'}-${signal}`
  const problems = isStale ? [] : [{ field, text: judgementTexts[lang].judging[reason] }]
  return show(visit, { of: signal, typed: typedFields(fields), problems, isStale })
}

/** Registers the page, for the authority process. */
export function addMonthPages(pages: Pages): void {
  const one = { permit: 'followup.judge', shows: 'person', outlet: 'followup.page' } as const
  const path = '/uppfoljning/ungdom/:id/manad/:month'
  pages.get(path, one, (visit) => show(visit, null))
  pages.post(path, one, form, judge, (visit, problems, typed) => {
    const of = typed['signal']?.[0] ?? ''
    const told = problems.map(({ field, problem }) => ({ field: `${field}-${of}`, text: problemText(visit.lang, problem) }))
    return show(visit, { of, typed: typedFields(typed), problems: told, isStale: false })
  })
}
