/**
 * The everyday words that are looked for, and the sentences that say why something is coded as it is. Words under one heading may send the same
 * value: which of them was meant is told nowhere but here.
 */
import type { Lang } from '../../kernel/lang.ts'
import type { Because, CodingEvent } from './coding.types.ts'
import type { LabelHeading, LabelKey } from './labels.rules.ts'

/** A word, and other words that lead to it when somebody searches. */
type Word = { readonly label: string; readonly hint?: string; readonly also: string }

const sv = {
  headings: {
    work: 'Arbete',
    studies: 'Studier',
    abroad: 'Utomlands',
    otherActor: 'Insats genom någon annan',
    else: 'Annat',
    contact: 'Kontakten, och det vi inte vet',
  } satisfies Record<LabelHeading, string>,
  labels: {
    workFound: { label: 'Arbetar, har ordnat jobbet själv', also: 'jobb jobbar anställd extrajobb timanställd eget företag bemanning' },
    workMunicipal: { label: 'Arbetar genom kommunen', also: 'jobb ungdomsanställning kommunal anställning' },
    workAbroad: { label: 'Arbetar utomlands', also: 'jobb norge danmark säsong' },
    komvux: {
      label: 'Läser på komvux',
      hint: 'Om studierna avslutar ansvaret avgörs av skolans uppgifter.',
      also: 'vuxenutbildning grundläggande studerar',
    },
    folkHighSchool: { label: 'Läser på folkhögskola', also: 'allmän kurs studerar' },
    vocationalCourse: {
      label: 'Går en annan utbildning eller kurs',
      also: 'yrkeshögskola yh kurs konstskola studerar arbetsmarknadsutbildning',
    },
    swedish: { label: 'Läser svenska', also: 'sfi svenska för invandrare studerar' },
    studiesAbroad: {
      label: 'Läser på gymnasiet utomlands',
      hint: 'Den som gör det omfattas inte av ansvaret.',
      also: 'utbytesstudent high school studerar utlandet ib',
    },
    auPair: { label: 'Är au pair utomlands', also: 'barnflicka utlandet' },
    volunteer: { label: 'Är volontär utomlands', also: 'volontärarbete utlandet' },
    travels: { label: 'Reser', also: 'resa utlandet backpacker utomlands' },
    livesAbroad: { label: 'Är utomlands av annan orsak', also: 'utlandet släkt vistas' },
    otherActor: {
      label: 'Har en insats genom någon annan',
      hint: 'Vem det är skrivs aldrig in. Alla orden under rubriken sparas som samma sak.',
      also: 'annan aktör myndighet',
    },
    probation: { label: 'Är inom kriminalvård eller frivård', also: 'fängelse anstalt häkte dömd' },
    placed: { label: 'Är placerad enligt LVU', also: 'sis hvb institution socialtjänst' },
    habilitation: { label: 'Har insats genom habiliteringen', also: 'funktionsnedsättning' },
    psychiatry: { label: 'Har insats genom psykiatrin', also: 'bup barn- och ungdomspsykiatri vuxenpsykiatri vård sjukhus' },
    employmentService: { label: 'Har insats genom Arbetsförmedlingen', also: 'af arbetsmarknadspolitiskt program praktik' },
    socialInsurance: { label: 'Har insats genom Försäkringskassan', also: 'fk aktivitetsersättning sjukskriven' },
    coordinationBody: { label: 'Har insats genom samordningsförbund', also: 'finsam' },
    placedElsewhere: { label: 'Är placerad i en annan kommun men folkbokförd här', also: 'familjehem jourhem familjehemsplacerad' },
    cannotTakePart: { label: 'Kan inte delta, har en insats genom någon annan', also: 'kan ej delta i aktivitet sjuk' },
    militaryService: { label: 'Gör värnplikt', also: 'lumpen gmu grundutbildning försvarsmakten militär inryckt' },
    parentalLeave: { label: 'Är föräldraledig', also: 'bebis barn mamma pappa' },
    other: { label: 'Gör något annat', also: 'annan sysselsättning idrott musik hemma hjälper till' },
    declines: { label: 'Vill inte ha kontakt', also: 'tackar nej avböjer vägrar' },
    singleTalk: { label: 'Vi hade ett enstaka samtal', also: 'pratade en gång information' },
    seeksWork: { label: 'Söker jobb på egen hand', also: 'arbetslös arbetssökande' },
    nothing: { label: 'Gör ingenting just nu', also: 'ingen sysselsättning hemma inget' },
    unknown: { label: 'Ingen kunde säga vad hen gör', hint: 'Frågan är ställd, men svaret är okänt.', also: 'vet inte okänt' },
  } satisfies Record<LabelKey, Word> as Readonly<Record<LabelKey, Word>>,
  events: {
    workFound: 'arbete som ungdomen ordnat själv',
    workMunicipal: 'arbete genom kommunen',
    workAbroad: 'arbete utomlands',
    studiesAbroad: 'gymnasiestudier utomlands',
    abroad: 'utomlands av annan orsak än studier och arbete',
    otherStudies: 'andra studier',
    militaryService: 'värnplikt',
    parentalLeave: 'föräldraledighet',
    other: 'något annat',
    otherActor: 'insats genom någon annan',
    declines: 'vill inte ha kontakt',
    singleTalk: 'ett enstaka samtal',
    nothing: 'gör ingenting just nu',
    unknown: 'ingen kunde säga',
  } satisfies Record<CodingEvent, string>,
  because: {
    workFound:
      'Arbete som ungdomen har ordnat själv är en sysselsättning. Det är varken en åtgärd eller en anledning att lämna aktivitetsansvaret.',
    workMunicipal: 'Arbete genom kommunen är en sysselsättning, och dessutom en åtgärd som kommunen ansvarar för.',
    workAbroad: 'Den som arbetar utomlands har arbete som sysselsättning, och omfattas så länge hen är folkbokförd här.',
    studiesAbroad:
      'Gymnasiestudier utomlands eller motsvarande gör att ungdomen inte tillhör målgruppen (skollagen 29 kap. 9 §). Det skrivs som ett faktum med dagar, så att perioden slutar.',
    abroad: 'Den som är utomlands av annan orsak än studier omfattas fortfarande. Sysselsättningen är utomlands, inte studier.',
    otherStudies:
      'Studier som inte är gymnasiestudier är en sysselsättning. Om de avslutar ansvaret avgörs av skolans uppgifter, inte här.',
    militaryService: 'Värnplikt räknas som andra studier, och ungdomen omfattas fortfarande.',
    parentalLeave: 'Föräldraledighet räknas som annan sysselsättning, och ungdomen omfattas fortfarande.',
    other: 'Det är en annan sysselsättning, och ungdomen omfattas fortfarande.',
    otherActor:
      'Det skrivs som en åtgärd genom annan aktör. Vem aktören är skrivs aldrig in: det är en känslig uppgift (förordning 2006:39 5 §).',
    declines: 'Den som inte vill ha kontakt får bara kontakten inskriven. Ingen åtgärd skrivs.',
    declinesAsTalk: 'Er konvention skriver ett enstaka samtal som åtgärd också när ungdomen inte vill ha mer kontakt.',
    singleTalk: 'Ett enstaka samtal är en kontakt. Det räknas inte som åtgärd om kommunen inte har bestämt det.',
    singleTalkAsMeasure: 'Er konvention skriver ett enstaka samtal som åtgärd.',
    nothing: 'Att ungdomen inte gör något är känt. Det är inte samma sak som okänt, och ingen åtgärd skrivs.',
    unknown: 'Frågan är ställd men ingen kunde säga. Det räknas som okänt, inte som att ungdomen inget gör.',
    exampleMilitary: 'Er konvention räknar värnplikt som annan sysselsättning.',
    exampleAbroad: 'Er konvention räknar arbete utomlands som utomlands.',
    ownChoice: 'Så har er kommun bestämt i sin egen konvention.',
  } satisfies Record<Because, string>,
}

const en: typeof sv = {
  headings: {
    work: 'Work',
    studies: 'Studies',
    abroad: 'Abroad',
    otherActor: 'A measure through somebody else',
    else: 'Other',
    contact: 'The contact, and what we do not know',
  },
  labels: {
    workFound: { label: 'Works, found the job on their own', also: 'job employed hourly own company' },
    workMunicipal: { label: 'Works through the municipality', also: 'job youth employment' },
    workAbroad: { label: 'Works abroad', also: 'job norway denmark season' },
    komvux: {
      label: 'Studies at municipal adult education',
      hint: 'Whether the studies end the responsibility is decided by the school’s data.',
      also: 'komvux basic',
    },
    folkHighSchool: { label: 'Studies at a folk high school', also: 'general course' },
    vocationalCourse: { label: 'Takes another education or course', also: 'vocational college course art school' },
    swedish: { label: 'Studies Swedish', also: 'sfi' },
    studiesAbroad: {
      label: 'Is in upper secondary school abroad',
      hint: 'Whoever is, is not covered.',
      also: 'exchange student high school ib',
    },
    auPair: { label: 'Is an au pair abroad', also: 'nanny' },
    volunteer: { label: 'Is a volunteer abroad', also: 'volunteering' },
    travels: { label: 'Travels', also: 'backpacker abroad' },
    livesAbroad: { label: 'Is abroad for another reason', also: 'relatives stays' },
    otherActor: {
      label: 'Has a measure through somebody else',
      hint: 'Who it is, is never written down. All the words under this heading are kept as the same thing.',
      also: 'other actor authority',
    },
    probation: { label: 'Is in prison or probation care', also: 'detention sentenced' },
    placed: { label: 'Is placed by the care of young persons act', also: 'lvu institution social services' },
    habilitation: { label: 'Has a measure through habilitation', also: 'disability' },
    psychiatry: { label: 'Has a measure through psychiatry', also: 'clinic hospital care bup' },
    employmentService: { label: 'Has a measure through the employment service', also: 'programme practice' },
    socialInsurance: { label: 'Has a measure through the social insurance agency', also: 'sick leave' },
    coordinationBody: { label: 'Has a measure through a coordination body', also: 'finsam' },
    placedElsewhere: { label: 'Is placed in another municipality but registered here', also: 'foster home' },
    cannotTakePart: { label: 'Cannot take part, has a measure through somebody else', also: 'ill' },
    militaryService: { label: 'Does military service', also: 'conscript armed forces' },
    parentalLeave: { label: 'Is on parental leave', also: 'baby child' },
    other: { label: 'Does something else', also: 'other occupation sport music home' },
    declines: { label: 'Does not want contact', also: 'says no refuses' },
    singleTalk: { label: 'We had a single talk', also: 'talked once information' },
    seeksWork: { label: 'Looks for a job on their own', also: 'unemployed' },
    nothing: { label: 'Does nothing right now', also: 'no occupation home' },
    unknown: {
      label: 'Nobody could say what they do',
      hint: 'The question is asked, but the answer is unknown.',
      also: 'do not know unknown',
    },
  },
  events: {
    workFound: 'work that the youth found',
    workMunicipal: 'work through the municipality',
    workAbroad: 'work abroad',
    studiesAbroad: 'upper secondary studies abroad',
    abroad: 'abroad for another reason than studies and work',
    otherStudies: 'other studies',
    militaryService: 'military service',
    parentalLeave: 'parental leave',
    other: 'something else',
    otherActor: 'a measure through somebody else',
    declines: 'does not want contact',
    singleTalk: 'a single talk',
    nothing: 'does nothing right now',
    unknown: 'nobody could say',
  },
  because: {
    workFound: 'Work that the youth found is an occupation. It is neither a measure nor a reason to leave the responsibility.',
    workMunicipal: 'Work through the municipality is an occupation, and besides a measure that the municipality is responsible for.',
    workAbroad: 'Whoever works abroad has work as occupation, and is covered while registered here.',
    studiesAbroad:
      'Upper secondary studies abroad or the like mean that the youth is outside the target group (Education Act 29:9). It is written as a fact with days, so that the period ends.',
    abroad: 'Whoever is abroad for another reason than studies is still covered. The occupation is abroad, not studies.',
    otherStudies:
      'Studies that are not upper secondary are an occupation. Whether they end the responsibility is decided by the school’s data, not here.',
    militaryService: 'Military service counts as other studies, and the youth is still covered.',
    parentalLeave: 'Parental leave counts as another occupation, and the youth is still covered.',
    other: 'It is another occupation, and the youth is still covered.',
    otherActor:
      'It is written as a measure through another actor. Who the actor is, is never written down: that is sensitive (ordinance 2006:39, section 5).',
    declines: 'Of somebody who does not want contact only the contact is written. No measure is.',
    declinesAsTalk: 'Your convention writes a single talk as a measure also when the youth wants no more contact.',
    singleTalk: 'A single talk is a contact. It is not counted as a measure unless the municipality has decided so.',
    singleTalkAsMeasure: 'Your convention writes a single talk as a measure.',
    nothing: 'That the youth does nothing is known. It is not the same as unknown, and no measure is written.',
    unknown: 'The question is asked but nobody could say. It counts as unknown, not as doing nothing.',
    exampleMilitary: 'Your convention counts military service as another occupation.',
    exampleAbroad: 'Your convention counts work abroad as abroad.',
    ownChoice: 'Your municipality has decided so in its own convention.',
  },
}

/** The everyday words and the reasons. */
export const wordTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
