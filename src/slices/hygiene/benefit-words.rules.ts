/**
 * Words of benefits and social services (Swedish and English basics). Ours, written by hand. What everybody in upper secondary school has
 * (studiebidrag, studiemedel, CSN) is no news of anybody and is not here, nor is Arbetsförmedlingen: those are what plans are made of.
 */
import { stemsOf } from './stem.rules.ts'

/** Benefits and support. */
export const benefitWords = stemsOf({
  starts: `försörjningsst socialbidrag bostadsbidrag bostadstillägg lönebidrag aktivitetsersätt aktivitetsstöd sjukpenning sjukersätt sjukbidrag
    rehabiliteringspenn handikappers omvårdnadsbidr merkostnadsers assistansers vårdbidrag föräldrapenn underhållsbidr underhållsst barnbidrag
    flerbarnstill etableringsers dagersätt utvecklingsers arbetslöshetsers arbetslöshetskass försäkringskass förtidspens socialtjänst socialsekret
    socialkontor socialjour socialnämnd biståndsbed biståndsbesl biståndshandl familjehem jourhem stödboende kontaktfamilj försörjningsenh försörjningsbid ekonomibist akassa assistansbol handikappsomsorg`,
  exact: 'soc soctjänsten socialen hvb lma försörjningstöd bidrag bidraget bidragen bidragstagare socbidrag',
  phrases: [
    'ekonomiskt bistånd',
    'ekonomiskt stöd',
    'a kassa',
    'hvb hem',
    'går på bidrag',
    'lever på bidrag',
    'lss insats',
    'social services',
    'social assistance',
    'social security',
    'welfare benefit',
    'housing benefit',
    'housing allowance',
    'disability benefit',
    'sickness benefit',
    'unemployment benefit',
    'income support',
    'foster home',
    'foster care',
  ],
})
