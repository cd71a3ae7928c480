/** Words of schools, certificates and facts as sentences, for the person page. */
import type { Lang } from '../../kernel/lang.ts'
import type { LineName } from './law.types.ts'

type InBoth = Readonly<Record<Lang, string>>

/** School types of SS 12000 and Skolverket. Those not here are shown as their code. */
export const schoolTypes: Readonly<Record<string, InBoth>> = {
  GY: { sv: 'gymnasieskolan', en: 'upper secondary school' },
  GYAN: { sv: 'anpassade gymnasieskolan', en: 'adapted upper secondary school' },
  GYS: { sv: 'gymnasiesärskolan', en: 'adapted upper secondary school (earlier form)' },
  VUXGY: { sv: 'komvux på gymnasial nivå', en: 'adult education at upper secondary level' },
  VUXGYAN: { sv: 'komvux som anpassad utbildning på gymnasial nivå', en: 'adapted adult education at upper secondary level' },
  VUXSARGY: { sv: 'särvux på gymnasial nivå', en: 'adapted adult education at upper secondary level (earlier form)' },
  VUX: { sv: 'komvux', en: 'adult education' },
  KOMVUX: { sv: 'komvux', en: 'adult education' },
  VUXGR: { sv: 'komvux på grundläggande nivå', en: 'adult education at basic level' },
  VUXGRAN: { sv: 'komvux som anpassad utbildning på grundläggande nivå', en: 'adapted adult education at basic level' },
  VUXSARGR: { sv: 'särvux på grundläggande nivå', en: 'adapted adult education at basic level (earlier form)' },
  VUXSARTR: { sv: 'särvux på träningsskolenivå', en: 'adapted adult education at training level' },
  VUXSFI: { sv: 'svenska för invandrare (sfi)', en: 'Swedish for immigrants (sfi)' },
  SFI: { sv: 'svenska för invandrare (sfi)', en: 'Swedish for immigrants (sfi)' },
  FHS: { sv: 'folkhögskola', en: 'folk high school' },
  YH: { sv: 'yrkeshögskolan', en: 'higher vocational education' },
  HS: { sv: 'högskola', en: 'university' },
  KKU: { sv: 'konst- och kulturutbildning', en: 'arts and culture education' },
  STF: { sv: 'studieförbund', en: 'study association' },
  GR: { sv: 'grundskolan', en: 'compulsory school' },
  GRAN: { sv: 'anpassade grundskolan', en: 'adapted compulsory school' },
  GRS: { sv: 'grundsärskolan', en: 'adapted compulsory school (earlier form)' },
  SP: { sv: 'specialskolan', en: 'special school' },
  SAM: { sv: 'sameskolan', en: 'Sámi school' },
  TR: { sv: 'träningsskolan', en: 'training school' },
  ABROAD_UPPER_SECONDARY: { sv: 'gymnasiestudier utomlands', en: 'upper secondary studies abroad' },
}

/** Certificates as the diploma register names them. */
export const credentialTypes: Readonly<Record<string, InBoth>> = {
  examen_hogskoleforberedande: { sv: 'högskoleförberedande examen', en: 'higher education preparatory diploma' },
  examen_yrkes: { sv: 'yrkesexamen', en: 'vocational diploma' },
  examen_ingenjor: { sv: 'gymnasieingenjörsexamen', en: 'upper secondary engineering diploma' },
  anpassad_gymnasiebevis: { sv: 'bevis från anpassad gymnasieskola', en: 'certificate of adapted upper secondary school' },
  gymnasiesarskolebevis: { sv: 'gymnasiesärskolebevis', en: 'certificate of adapted upper secondary school (earlier form)' },
  vux_examen: { sv: 'gymnasieexamen från komvux', en: 'upper secondary diploma from adult education' },
  ib_diploma: { sv: 'IB-diplom', en: 'IB diploma' },
  utlandsk_examen: { sv: 'utländsk gymnasieexamen', en: 'foreign upper secondary diploma' },
  folkhogskola_behorighet: { sv: 'behörighetsintyg från folkhögskola', en: 'folk high school certificate of eligibility' },
  studiebevis: { sv: 'studiebevis', en: 'study certificate' },
  gymnasieintyg: { sv: 'gymnasieintyg', en: 'certificate of introductory programme' },
  kunskapsintyg: { sv: 'kunskapsintyg', en: 'certificate of knowledge' },
  slutbetyg: { sv: 'slutbetyg', en: 'final grades' },
}

/** The sentences that facts become. */
export type PageWords = {
  readonly elsewhere: string
  readonly municipality: (code: string) => string
  readonly atUnit: (unit: string) => string
  readonly withdrawn: (studies: string, start: string) => string
  readonly begins: (studies: string, start: string) => string
  readonly follows: (studies: string, start: string) => string
  readonly followed: (studies: string, start: string, end: string, cancelled: boolean) => string
  /** Said only of what does not plainly count. */
  readonly counts: Readonly<Record<string, string>>
  readonly decision: (covers: boolean, from: string, until: string | null, said: string) => string
  readonly noBirthday: string
  readonly born: (on: string) => string
  readonly died: (on: string) => string
  readonly registered: (where: string, since: string) => string
  readonly deregistered: (emigrated: boolean, on: string) => string
  readonly protectedSince: (on: string) => string
  readonly termEnd: (on: string) => string
  readonly firstDay: (on: string) => string
  readonly schoolingEnd: (paragraph: string, on: string | null) => string
  readonly immigrated: (on: string) => string
  readonly credential: (type: string, on: string) => string
  readonly completedFrom: (on: string) => string
  readonly gap: (from: string, to: string) => string
  /** Said of lines that rest on there being nothing. */
  readonly noFacts: Partial<Readonly<Record<LineName, string>>>
  readonly read: string
  readonly saidHere: (when: string) => string
  readonly notifiedBySchool: (when: string) => string
}

/** The sentences in both languages. */
export const pageWords: Readonly<Record<Lang, PageWords>> = {
  sv: {
    elsewhere: 'en annan kommun',
    municipality: (code) => `kommun ${code}`,
    atUnit: (unit) => `vid skolenhet ${unit}`,
    withdrawn: (studies, start) => `Skulle ha börjat på ${studies} ${start}, började aldrig`,
    begins: (studies, start) => `Börjar på ${studies} ${start}`,
    follows: (studies, start) => `Inskriven på ${studies} sedan ${start}`,
    followed: (studies, start, end, cancelled) => `Inskriven på ${studies} från ${start} till ${end}${cancelled ? ', avbröts' : ''}`,
    counts: {
      levelUnknown: 'nivån är inte avgjord',
      otherForm: 'räknas inte som gymnasieutbildning',
      undecided: 'okänt slag av utbildning',
    },
    decision: (covers, from, until, said) =>
      `Beslut: ${covers ? 'omfattas' : 'omfattas inte'} från ${from}${until === null ? ' tills vidare' : ` till och med ${until}`} – ${said}`,
    noBirthday: 'Födelsedagen är okänd: numret säger den inte',
    born: (on) => `Född ${on}`,
    died: (on) => `Avled ${on}`,
    registered: (where, since) => `Folkbokförd i ${where} sedan ${since}`,
    deregistered: (emigrated, on) => (emigrated ? `Utvandrade ${on}` : `Avregistrerades som obefintlig ${on}`),
    protectedSince: (on) => `Skyddad folkbokföring sedan ${on}`,
    termEnd: (on) => `Vårterminens sista dag: ${on}`,
    firstDay: (on) => `Första dagen efter skolplikten: ${on}`,
    schoolingEnd: (paragraph, on) =>
      on === null
        ? 'Beslut att skolplikten upphör ett år senare (7 kap. 13 § skollagen)'
        : `Beslut att skolplikten upphör ${on} (${paragraph.replace(':', ' kap. ')} § skollagen)`,
    immigrated: (on) => `Invandrade ${on}`,
    credential: (type, on) => `Betygsdokument: ${type}, ${on}`,
    completedFrom: (on) => `Examen räknas från ${on}`,
    gap: (from, to) => `Uppehåll från ${from} till ${to}`,
    noFacts: { '6': 'Inget betygsdokument är känt', '7': 'Ingen inskrivning är känd' },
    read: 'läst',
    saidHere: (when) => `sagt av en medarbetare ${when}`.trim(),
    notifiedBySchool: (when) => `skolans anmälan, godtagen ${when}`.trim(),
  },
  en: {
    elsewhere: 'another municipality',
    municipality: (code) => `municipality ${code}`,
    atUnit: (unit) => `at school unit ${unit}`,
    withdrawn: (studies, start) => `Was to begin at ${studies} ${start}, never did`,
    begins: (studies, start) => `Begins at ${studies} ${start}`,
    follows: (studies, start) => `Enrolled at ${studies} since ${start}`,
    followed: (studies, start, end, cancelled) => `Enrolled at ${studies} from ${start} to ${end}${cancelled ? ', interrupted' : ''}`,
    counts: {
      levelUnknown: 'the level is not settled',
      otherForm: 'does not count as upper secondary education',
      undecided: 'unknown kind of education',
    },
    decision: (covers, from, until, said) =>
      `Decision: ${covers ? 'covered' : 'not covered'} from ${from} ${until === null ? 'until further notice' : `to and including ${until}`} – ${said}`,
    noBirthday: 'The birthday is unknown: the number does not tell it',
    born: (on) => `Born ${on}`,
    died: (on) => `Died ${on}`,
    registered: (where, since) => `Registered in ${where} since ${since}`,
    deregistered: (emigrated, on) => (emigrated ? `Emigrated ${on}` : `Deregistered as missing ${on}`),
    protectedSince: (on) => `Protected registration since ${on}`,
    termEnd: (on) => `Last day of the spring term: ${on}`,
    firstDay: (on) => `First day after compulsory schooling: ${on}`,
    schoolingEnd: (paragraph, on) =>
      on === null
        ? 'Decision that compulsory schooling ends one year later (Education Act ch. 7 s. 13)'
        : `Decision that compulsory schooling ends ${on} (Education Act ch. ${paragraph.replace(':', ' s. ')})`,
    immigrated: (on) => `Immigrated ${on}`,
    credential: (type, on) => `Certificate: ${type}, ${on}`,
    completedFrom: (on) => `The diploma counts from ${on}`,
    gap: (from, to) => `Gap from ${from} to ${to}`,
    noFacts: { '6': 'No certificate is known', '7': 'No enrolment is known' },
    read: 'read',
    saidHere: (when) => `said by a member of staff ${when}`.trim(),
    notifiedBySchool: (when) => `the school’s notice, accepted ${when}`.trim(),
  },
}
