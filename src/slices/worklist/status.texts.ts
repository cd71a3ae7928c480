/** A status in sentences: what it is and why, and what would change it. For the person page, read aloud to the one it is about. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { shortDay } from '../../ui/day.texts.ts'
import type { CoveredTab, Status, StatusReason } from './status.types.ts'
import type { Tab } from './worklist.types.ts'

const sv = {
  heading: 'Läge',
  tabs: {
    toAct: 'Att åtgärda',
    measurePlanned: 'Planerad åtgärd',
    measureOngoing: 'Pågående åtgärd',
    otherSchoolForm: 'Studier i annan skolform',
    watching: 'Bevakas',
    closed: 'Avslutad',
    unconfirmedStay: 'Vistelse ej bekräftad',
  } satisfies Record<Tab, string>,
  none: 'Står inte på någon lista',
  ongoing: (name: string, since: string) => `${name} sedan ${since}`,
  planned: (name: string, from: string) => `${name} från ${from}`,
  others: (n: number) => (n === 1 ? ', och en till' : `, och ${n} till`),
  study: (name: string, since: string) => `${name} sedan ${since}`,
  toAct: (since: string) => `ingen åtgärd är planerad eller pågår, sedan ${since}`,
  toActAfter: (since: string, name: string) => `ingen åtgärd är planerad eller pågår, sedan ${since} då ${name} avslutades`,
  watching: (since: string) => `utanför målgruppen men följs förebyggande, sedan ${since}`,
  closed: (since: string) => `omfattas inte sedan ${since}`,
  unconfirmedStay: 'skyddad folkbokföring utan bekräftad vistelsekommun',
  nowhere: 'omfattas inte, och följs inte förebyggande.',
  back: {
    toAct: (isOne: boolean) => `Åter till Att åtgärda den dag ${isOne ? 'den' : 'den sista av dem'} avslutas.`,
    measurePlanned: (isOne: boolean) => `Blir Planerad åtgärd den dag ${isOne ? 'den' : 'den sista av dem'} avslutas.`,
    otherSchoolForm: (isOne: boolean) => `Blir Studier i annan skolform den dag ${isOne ? 'den' : 'den sista av dem'} avslutas.`,
    measureOngoing: () => '',
  } satisfies Record<CoveredTab, (isOne: boolean) => string>,
  overdue: (on: string) => `Skulle ha avslutats ${on}. Den pågår tills någon avslutar den.`,
  begins: 'Blir Pågående åtgärd den dag den börjar, och åter Att åtgärda om den inte blir av.',
  leavesStudy: 'Åter till Att åtgärda dagen efter att studierna slutat.',
  leavesToAct: 'Lämnar Att åtgärda när en åtgärd planeras eller börjar.',
  leavesWatch: 'Ändras om ungdomen börjar omfattas, eller när bevakningen avslutas.',
  leavesUnconfirmed: 'Ändras när någon bekräftar var ungdomen vistas.',
  changes: (on: string, to: string) => `Med det som är känt: ${to} från ${on}.`,
  nowhereTo: 'på ingen lista',
}

type Texts = typeof sv

const en: Texts = {
  heading: 'Status',
  tabs: {
    toAct: 'To act',
    measurePlanned: 'Measure planned',
    measureOngoing: 'Measure ongoing',
    otherSchoolForm: 'Studies in other school form',
    watching: 'Watching',
    closed: 'Closed',
    unconfirmedStay: 'Stay not confirmed',
  },
  none: 'On no list',
  ongoing: (name, since) => `${name} since ${since}`,
  planned: (name, from) => `${name} from ${from}`,
  others: (n) => (n === 1 ? ', and one more' : `, and ${n} more`),
  study: (name, since) => `${name} since ${since}`,
  toAct: (since) => `no measure is planned or ongoing, since ${since}`,
  toActAfter: (since, name) => `no measure is planned or ongoing, since ${since} when ${name} ended`,
  watching: (since) => `outside the target group but followed preventively, since ${since}`,
  closed: (since) => `not covered since ${since}`,
  unconfirmedStay: 'protected registration without a confirmed municipality of stay',
  nowhere: 'not covered, and not followed preventively.',
  back: {
    toAct: (isOne) => `Back to To act the day ${isOne ? 'it' : 'the last of them'} ends.`,
    measurePlanned: (isOne) => `Becomes Measure planned the day ${isOne ? 'it' : 'the last of them'} ends.`,
    otherSchoolForm: (isOne) => `Becomes Studies in other school form the day ${isOne ? 'it' : 'the last of them'} ends.`,
    measureOngoing: () => '',
  },
  overdue: (on) => `Should have ended on ${on}. It goes on until somebody ends it.`,
  begins: 'Becomes Measure ongoing the day it begins, and To act again if it comes to nothing.',
  leavesStudy: 'Back to To act the day after the studies have ended.',
  leavesToAct: 'Leaves To act when a measure is planned or begins.',
  leavesWatch: 'Changes if the youth becomes covered, or when the watch ends.',
  leavesUnconfirmed: 'Changes when somebody confirms where the youth stays.',
  changes: (on, to) => `By what is known: ${to} from ${on}.`,
  nowhereTo: 'on no list',
}

/** The words of statuses. */
export const statusTexts: Readonly<Record<Lang, Texts>> = { sv, en }

const lower = (name: string): string => (/^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1))
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** Why, without the status's own name: `praktik sedan 3 nov 2026, och en till`. */
function whyText(reason: StatusReason, lang: Lang): string {
  const t = statusTexts[lang]
  const day = (on: PlainDate): string => shortDay(on, lang)
  switch (reason.tab) {
    case 'measureOngoing':
      return t.ongoing(lower(reason.measure.name), day(reason.measure.fromOn)) + (reason.others === 0 ? '' : t.others(reason.others))
    case 'measurePlanned':
      return t.planned(lower(reason.measure.name), day(reason.measure.fromOn)) + (reason.others === 0 ? '' : t.others(reason.others))
    case 'otherSchoolForm':
      return t.study(lower(reason.study.name), day(reason.study.fromOn))
    case 'toAct':
      return reason.ended === null ? t.toAct(day(reason.sinceOn)) : t.toActAfter(day(reason.sinceOn), lower(reason.ended.name))
    case 'watching':
      return t.watching(day(reason.sinceOn))
    case 'closed':
      return t.closed(day(reason.sinceOn))
    case 'unconfirmedStay':
      return t.unconfirmedStay
    case null:
      return t.nowhere
  }
}

/** What people can do, or wait for, that changes it. A measure that should have ended says so. */
function leavingTexts(reason: StatusReason, today: PlainDate, lang: Lang): string[] {
  const t = statusTexts[lang]
  switch (reason.tab) {
    case 'measureOngoing': {
      const { plannedUntilOn } = reason.measure
      const isOverdue = plannedUntilOn !== null && plannedUntilOn <= today
      return [t.back[reason.after](reason.others === 0), ...(isOverdue ? [t.overdue(shortDay(plannedUntilOn, lang))] : [])]
    }
    case 'measurePlanned':
      return [t.begins]
    case 'otherSchoolForm':
      return [t.leavesStudy]
    case 'toAct':
      return [t.leavesToAct]
    case 'watching':
      return [t.leavesWatch]
    case 'unconfirmedStay':
      return [t.leavesUnconfirmed]
    case 'closed':
    case null:
      return []
  }
}

/** A status in words. `title`: its name. `why`: the rest of that sentence. `leaving`: sentences about what would change it. */
export type StatusWords = { readonly title: string; readonly why: string; readonly leaving: readonly string[] }

/** The status as it is said on the day that it was asked for. */
export function statusWords({ reason, changes }: Status, on: PlainDate, lang: Lang): StatusWords {
  const t = statusTexts[lang]
  const to = changes?.to ?? null
  const coming = changes === null ? [] : [t.changes(shortDay(changes.on, lang), to === null ? t.nowhereTo : t.tabs[to])]
  return {
    title: reason.tab === null ? t.none : t.tabs[reason.tab],
    why: ended(whyText(reason, lang)),
    leaving: [...leavingTexts(reason, on, lang), ...coming],
  }
}
