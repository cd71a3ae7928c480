/** Steps and values of a plan in words: on its page, in its versions, and in what differs between them. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shortDay } from '../../ui/day.texts.ts'
import type { Compared, FieldName, Wording } from './diff.rules.ts'
import { planWords } from './plan-words.texts.ts'
import { planTexts } from './plans.texts.ts'
import type { Plan, PlanStep } from './plans.types.ts'
import { writeTexts } from './write.texts.ts'

/** What stands after a step: who, when, whether it is done. */
export function stepDetails({ actor, beginsOn, dueOn, doneOn, byYouth }: PlanStep, lang: Lang): string {
  const t = planTexts[lang]
  return [
    actor,
    beginsOn === null ? '' : t.begins(shortDay(beginsOn, lang)),
    dueOn === null ? '' : t.due(shortDay(dueOn, lang)),
    doneOn === null ? '' : t.done(shortDay(doneOn, lang)),
    byYouth ? t.byYouth : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** A step on one line: `Ringa skolan (klart senast 1 dec 2026)`. `place`: where it stands in its column, when that is what differs. */
export function stepLine(step: PlanStep, lang: Lang, place: number | null = null): string {
  const details = [place === null ? '' : planTexts[lang].place(place), stepDetails(step, lang)].filter((part) => part !== '').join(', ')
  return details === '' ? step.text : `${step.text} (${details})`
}

const dayList = (days: readonly PlainDate[], lang: Lang): string => days.map((day) => shortDay(day, lang)).join(', ')

/** A field of a version in words; empty when it says nothing. */
export function fieldText(field: FieldName, of: Compared, lang: Lang): string {
  switch (field) {
    case 'goal':
      return of.goal
    case 'beginsOn':
      return shortDay(of.beginsOn, lang)
    case 'endsOn':
      return of.endsOn === null ? planTexts[lang].noEnd : shortDay(of.endsOn, lang)
    case 'noOtherActor':
      return of.noOtherActor ? writeTexts[lang].yes : writeTexts[lang].no
    case 'followUpDays':
      return dayList(of.followUpDays, lang)
  }
}

/** How differences are put in words. */
export const wordingIn = (lang: Lang): Wording => ({
  field: (field, of) => fieldText(field, of, lang),
  step: (step, place) => stepLine(step, lang, place),
})

/** What a line of differences is about. */
export const differenceTitle = (what: FieldName | PlanStep, lang: Lang): string =>
  typeof what === 'string' ? writeTexts[lang].fields[what] : planWords[lang].columns[what.column]

/** From when to when. */
export function spanText({ beginsOn, endsOn }: Pick<Plan, 'beginsOn' | 'endsOn'>, lang: Lang): string {
  const t = planTexts[lang]
  const from = shortDay(beginsOn, lang)
  return endsOn === null ? `${t.from(from)}, ${t.noEnd}` : t.span(from, shortDay(endsOn, lang))
}
