/** The words of the law in both languages: reasons, lines of the chain, citations, kinds of facts. Codes stay codes everywhere else. */
import type { Lang } from '../../kernel/lang.ts'
import type { EducationKind, EntryReason, LineName, NotCoveredReason } from './law.types.ts'

type Reasons = Readonly<Record<EntryReason | NotCoveredReason | 'retracted', string>>

/** Why a period began or ended. */
export const reasons: Readonly<Record<Lang, Reasons>> = {
  sv: {
    decided: 'beslut av en person',
    returned: 'återkom till Sverige',
    registeredInSweden: 'nyfolkbokförd i Sverige',
    movedIn: 'flyttade in',
    studyCertificate: 'gick ut med studiebevis',
    endedWithoutDiploma: 'slutade utan examen',
    interruptedNational: 'avbröt nationellt program',
    interruptedIntroductory: 'avbröt introduktionsprogram',
    interruptedAdapted: 'avbröt anpassad gymnasieskola',
    interruptedEquivalent: 'avbröt motsvarande utbildning',
    noShow: 'kom aldrig till sin gymnasieplats',
    neverStarted: 'började aldrig i gymnasiet',
    unknown: 'okänd anledning',
    deceased: 'avliden',
    turned20: 'fyllde 20 år',
    emigrated: 'utvandrade',
    deregistered: 'avregistrerades',
    moved: 'bor inte i kommunen',
    inCompulsorySchooling: 'skolplikten har inte upphört',
    completed: 'har en gymnasieexamen eller motsvarande',
    inEducation: 'går en gymnasieutbildning',
    undecidedEducation: 'går en utbildning vars slag inte är avgjort',
    awaitingStart: 'är mellan två utbildningar',
    retracted: 'uppgifterna är rättade',
  },
  en: {
    decided: 'decided by a person',
    returned: 'returned to Sweden',
    registeredInSweden: 'newly registered in Sweden',
    movedIn: 'moved in',
    studyCertificate: 'left school with a study certificate',
    endedWithoutDiploma: 'left school without a diploma',
    interruptedNational: 'left a national programme',
    interruptedIntroductory: 'left an introductory programme',
    interruptedAdapted: 'left adapted upper secondary school',
    interruptedEquivalent: 'left an equivalent education',
    noShow: 'never came to the place at upper secondary school',
    neverStarted: 'never started upper secondary school',
    unknown: 'reason unknown',
    deceased: 'deceased',
    turned20: 'turned 20',
    emigrated: 'emigrated',
    deregistered: 'was deregistered',
    moved: 'does not live in the municipality',
    inCompulsorySchooling: 'compulsory schooling has not ended',
    completed: 'has an upper secondary diploma or the like',
    inEducation: 'is in upper secondary education',
    undecidedEducation: 'is in an education whose kind is not settled',
    awaitingStart: 'is between two educations',
    retracted: 'the facts were corrected',
  },
}

type Lines = Readonly<Record<LineName, readonly [holds: string, fails: string]>>

/** A line that holds, and one that does not. */
export const lineWords: Readonly<Record<Lang, Lines>> = {
  sv: {
    '1': ['Lever.', 'Är avliden.'],
    '2': ['Har inte fyllt 20 år.', 'Har fyllt 20 år.'],
    '3': ['Är folkbokförd i Sverige.', 'Är inte längre folkbokförd i Sverige.'],
    '4': ['Har kommunen som hemkommun.', 'Har inte kommunen som hemkommun.'],
    '5': ['Skolplikten har upphört.', 'Skolplikten har inte upphört, eller så är födelsedagen okänd.'],
    '6': ['Har ingen gymnasieexamen eller motsvarande.', 'Har en gymnasieexamen eller motsvarande.'],
    '7': ['Går ingen gymnasieutbildning eller motsvarande.', 'Går en gymnasieutbildning eller motsvarande.'],
    '7b': ['Ingen utbildning av okänt slag håller ungdomen utanför.', 'Går en utbildning av okänt slag och var utanför när den började.'],
    '8': ['Är inte bara mellan två utbildningar.', 'Är mellan två utbildningar eller väntar på en känd start.'],
    decision: ['En person har beslutat att ungdomen omfattas.', 'En person har beslutat att ungdomen inte omfattas.'],
  },
  en: {
    '1': ['Is alive.', 'Is deceased.'],
    '2': ['Has not turned 20.', 'Has turned 20.'],
    '3': ['Is registered in Sweden.', 'Is no longer registered in Sweden.'],
    '4': ['Has the municipality as home municipality.', 'Does not have the municipality as home municipality.'],
    '5': ['Compulsory schooling has ended.', 'Compulsory schooling has not ended, or the birthday is unknown.'],
    '6': ['Has no upper secondary diploma or the like.', 'Has an upper secondary diploma or the like.'],
    '7': ['Is not in upper secondary education or the like.', 'Is in upper secondary education or the like.'],
    '7b': ['No education of unknown kind keeps the youth outside.', 'Is in an education of unknown kind and was outside when it began.'],
    '8': ['Is not merely between two educations.', 'Is between two educations or awaits a known start.'],
    decision: ['A person has decided that the youth is covered.', 'A person has decided that the youth is not covered.'],
  },
}

/** The citations in English; the Swedish ones stand with the rules themselves. */
export const englishRules: Readonly<Record<LineName, string>> = {
  '1': 'Education Act (skollagen) ch. 29 s. 9',
  '2': 'Education Act (skollagen) ch. 29 s. 9, first paragraph',
  '3': 'Education Act (skollagen) ch. 29 s. 6; Population Registration Act (folkbokföringslagen) ss. 19–22',
  '4': 'Education Act (skollagen) ch. 29 s. 6',
  '5': 'Education Act (skollagen) ch. 7 ss. 10, 13 and 14',
  '6': 'Education Act (skollagen) ch. 29 s. 9, first paragraph',
  '7': 'Education Act (skollagen) ch. 29 s. 9, first paragraph; Act 2018:749',
  '7b': "Education Act (skollagen) ch. 29 s. 9; the municipality's rule on educations of unknown kind",
  '8': "Education Act (skollagen) ch. 29 s. 9; the municipality's rule on changes of school and the summer",
  decision: 'A decision by a person goes before the other lines',
}

/** Kinds of facts. */
export const kinds: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  sv: {
    birthDate: 'Födelsedag',
    death: 'Avliden',
    registration: 'Folkbokförd',
    deregistration: 'Avregistrerad',
    protectedRegistration: 'Skyddad folkbokföring sedan',
    termEnd: 'Vårterminens slut',
    firstDay: 'Första dagen efter skolplikten',
    schoolingEnd: 'Beslut om skolpliktens slut',
    immigration: 'Invandrade',
    credential: 'Betygsdokument',
    completedFrom: 'Räknas från',
    enrolment: 'Inskrivning',
    gap: 'Uppehåll',
    decision: 'Beslut',
  },
  en: {
    birthDate: 'Birthday',
    death: 'Deceased',
    registration: 'Registered',
    deregistration: 'Deregistered',
    protectedRegistration: 'Protected registration since',
    termEnd: 'End of the spring term',
    firstDay: 'First day after compulsory schooling',
    schoolingEnd: 'Decision on the end of compulsory schooling',
    immigration: 'Immigrated',
    credential: 'Certificate',
    completedFrom: 'Counts from',
    enrolment: 'Enrolment',
    gap: 'Gap',
    decision: 'Decision',
  },
}

const educations: Readonly<Record<Lang, Readonly<Record<EducationKind, string>>>> = {
  sv: {
    national: 'räknas som gymnasieutbildning',
    introductory: 'introduktionsprogram',
    adapted: 'anpassad gymnasieskola eller motsvarande',
    equivalent: 'motsvarar gymnasieskolan',
    abroad: 'gymnasiestudier utomlands',
    levelUnknown: 'nivån är inte avgjord',
    otherForm: 'annan skolform, räknas inte',
    undecided: 'okänt slag',
  },
  en: {
    national: 'counts as upper secondary education',
    introductory: 'introductory programme',
    adapted: 'adapted upper secondary school or the like',
    equivalent: 'equivalent to upper secondary school',
    abroad: 'upper secondary studies abroad',
    levelUnknown: 'the level is not settled',
    otherForm: 'another school form, does not count',
    undecided: 'unknown kind',
  },
}

/** Words of fact values. Codes of schools are not translated: they come first, and only what follows them is looked up. */
export const valueWords: Readonly<Record<Lang, ReadonlyMap<string, string>>> = {
  sv: new Map(
    Object.entries({
      ...educations.sv,
      withdrawn: 'började aldrig',
      cancelled: 'avbröts',
      unknown: 'okänd',
      elsewhere: 'annan kommun',
      covers: 'omfattas',
      not: 'omfattas inte',
      UV: 'utvandrad',
      OB: 'obefintlig',
    }),
  ),
  en: new Map(
    Object.entries({
      ...educations.en,
      withdrawn: 'never started',
      cancelled: 'interrupted',
      unknown: 'unknown',
      elsewhere: 'another municipality',
      covers: 'covered',
      not: 'not covered',
      UV: 'emigrated',
      OB: 'missing',
    }),
  ),
}

/** Origins that are our own. */
export const ownSources: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  sv: { settings: 'kommunens inställningar', rule: 'räknat ur regeln', identityNumber: 'identitetsnumret' },
  en: { settings: "the municipality's settings", rule: 'worked out from the rule', identityNumber: 'the identity number' },
}
