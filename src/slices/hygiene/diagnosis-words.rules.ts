/**
 * Words of health: diagnoses, disabilities, addiction, care (Swedish and English basics). Ours, written by hand from everyday notes, and no
 * list of diagnoses: a word is here because it says something of somebody's health wherever it stands. What is a school subject, a programme,
 * a trade or a test is taken out again under `never`.
 */
import { stemsOf } from './stem.rules.ts'

/** Health. */
export const diagnosisWords = stemsOf({
  starts: `diagnos adhd autis asperger depress deprim ångest panikattack panikångest panikstörn psykos psykot psykiatr psykisk bipolär
    schizofr tvångssyndrom tvångstank tvångshandl tourett dyslexi dyslekti dyskalkyli epilep diabet cancer astma migrän hepatit fibromyalg
    självmord suicid självskad ätstör anorex bulimi missbruk drogberoende spelberoende alkoholberoende narkoman alkoholis alkoholprob
    funktionsneds funktionshind funktionsvari funktionsrätt utvecklingsstör språkstör neuropsykiat habiliter rehabiliter utmattning utbränd
    sjukskriv sjukskrev sjukdom långtidssjuk medicinering medicinerar läkarintyg läkarutlåt läkarvård terapi samtalsterapi gravid abort trauma könsdysfor
    hörselskad hörselneds synskad synneds rullstol cerebral tvångsvård ohälsa hälsoproblem sömnstör koncentrationssvår beroendevård
    beroendemottag avgiftning nykter socialfobi socialfob anxiety addict mental suicidal disabilit disorder pregnan therapy therapist
    hospitalis hospitaliz medicated illness psychiat psychos psychot schizo dyslexia antidepress ritalin concerta`,
  holds: 'missbruk psykiatr depression diagnos ångest självmord självskad funktionsned utvecklingsstör',
  exact: `adhd ocd ptsd hiv aids bup npf kbt lss lpt lrv ibs psykolog psykologen psykologer psykologens psykologkontakt psykologsamtal
    skolpsykolog skolpsykologen psykologutredning beroendeproblematik depp deppig`,
  capitals: 'add ast',
  phrases: [
    'intellektuell funktionsnedsättning',
    'psykisk ohälsa',
    'mår psykiskt',
    'mår dåligt',
    'mådde dåligt',
    'social fobi',
    'fysisk ohälsa',
    'kronisk sjuk',
    'kroniskt sjuk',
    'svårt sjuk',
    'allvarligt sjuk',
    'äter medicin',
    'tar medicin',
    'mental health',
    'eating disorder',
    'sick leave',
    'panic attack',
    'panic disorder',
  ],
  never: `diagnostis diagnostik diagnosprov diagnostest psykosocial psykologiprog psykologikurs sjukdomslär terapibad mentality mentalitet
    traumateam`,
})
