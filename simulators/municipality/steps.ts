/** What a youth of the made-up municipality does at the start of a term, and how likely. Tuned against DOMAIN.md 10. */
import type { TermStart } from './school-year.ts'

/** Where a youth stands when a term begins. */
export type Stage = 'grade9' | 'newcomer' | 'afterIntroductory' | 'afterInterruption' | 'afterLeaving'

/** What the youth then does. */
export type Step = 'national' | 'introductory' | 'adapted' | 'extraYear' | 'otherForm' | 'equivalent' | 'unknownType' | 'noShow' | 'nothing'

type Weights = Partial<Record<Step, number>>

const weights: Record<Stage, Record<TermStart['season'], Weights>> = {
  grade9: {
    autumn: { national: 81.8, introductory: 12, adapted: 1.8, extraYear: 0.9, otherForm: 0.3, noShow: 1.2, unknownType: 0.2, nothing: 1.8 },
    spring: { nothing: 1 },
  },
  newcomer: {
    autumn: { introductory: 60, national: 8, adapted: 2, otherForm: 18, noShow: 2, nothing: 10 },
    spring: { introductory: 30, otherForm: 20, nothing: 50 },
  },
  afterIntroductory: {
    autumn: { national: 47, introductory: 34, otherForm: 7, noShow: 2, unknownType: 0.6, nothing: 9.4 },
    spring: { introductory: 8, otherForm: 6, nothing: 86 },
  },
  afterInterruption: {
    autumn: { national: 9, introductory: 8, otherForm: 20, equivalent: 2, noShow: 3, unknownType: 1, nothing: 57 },
    spring: { introductory: 19, otherForm: 6, equivalent: 5, unknownType: 1, nothing: 69 },
  },
  afterLeaving: {
    autumn: { equivalent: 10, otherForm: 20, national: 3, unknownType: 0.5, nothing: 66.5 },
    spring: { equivalent: 15, otherForm: 6, nothing: 79 },
  },
}

/** How likely each step is for a youth at the stage when the term begins. */
export const stepWeights = (stage: Stage, season: TermStart['season']): Weights => weights[stage][season]

type NationalOutcome = 'diploma' | 'certificate' | 'withoutDocument' | 'interrupted' | 'changedSchool'

/** How a national programme ends: harder for those who come by a detour. */
export const nationalOutcomes = (stage: Stage): Record<NationalOutcome, number> =>
  stage === 'grade9'
    ? { diploma: 78.6, certificate: 9, withoutDocument: 0.8, interrupted: 8.1, changedSchool: 3.5 }
    : { diploma: 63, certificate: 13, withoutDocument: 3, interrupted: 18, changedSchool: 3 }

/** School types that are studies in other form, by who the youth is. KOMVUX and VUX say no level: a person must decide. */
export function otherForms(newcomer: boolean, age: number): Record<string, number> {
  if (newcomer) return { VUXSFI: 45, SFI: 25, VUXGR: 30 }
  return age >= 18 ? { FHS: 42, VUXGR: 20, KOMVUX: 14, VUX: 10, STF: 8, VUXSARGR: 6 } : { VUXGR: 40, STF: 35, VUX: 15, FHS: 10 }
}
