/** Wording of the forms about a youth: particulars, home, who is called, who follows. */
import type { Lang } from '../../../kernel/lang.ts'
import type { FollowRefusal, MoveRefusal, WrittenProblem } from './people.rules.ts'
import type { KeptReason } from './people.types.ts'

type Texts = {
  readonly registerTitle: string
  readonly registerLead: string
  readonly registered: string
  readonly nowHidden: string
  readonly changeTitle: string
  readonly number: string
  readonly numberHint: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string
  readonly bornOnHint: string
  readonly protection: string
  readonly school: string
  readonly phone: string
  readonly email: string
  readonly kept: string
  readonly keptHint: string
  readonly keptOptions: Readonly<Record<KeptReason | 'no', string>>
  readonly keptGround: string
  readonly keptGroundHint: string
  readonly unit: string
  readonly noUnit: string
  readonly fromOn: string
  readonly fromOnHint: string
  readonly add: string
  readonly moveTitle: string
  readonly moveOut: string
  readonly movedOn: string
  readonly move: string
  readonly moved: string
  readonly homes: string
  readonly homeColumns: readonly [string, string, string]
  readonly noHomes: string
  readonly actorsTitle: string
  readonly actorsLead: string
  readonly newActor: string
  readonly kind: string
  readonly name: string
  readonly called: string
  readonly calledYes: string
  readonly calledNo: string
  readonly formerActors: string
  readonly followersTitle: string
  readonly followersLead: string
  readonly newFollower: string
  readonly member: string
  readonly process: string
  readonly follow: string
  readonly endFollow: string
  readonly endFollowLabel: (name: string) => string
  readonly noMembers: string
  readonly problems: Readonly<Record<WrittenProblem, string>>
  readonly moveRefusals: Readonly<Record<MoveRefusal | 'unit-retired', string>>
  readonly followRefusals: Readonly<Record<FollowRefusal, string>>
}

const sv: Texts = {
  registerTitle: 'Lägg upp en ungdom',
  registerLead: 'Ungdomen läggs upp i riktad uppföljning. Ingenting hämtas från aktivitetsansvaret och ingenting skickas dit.',
  registered: 'Ungdomen är upplagd.',
  nowHidden: 'Uppgifterna är skyddade, så från och med nu syns ungdomen bara för dem som har rätt till skyddade personuppgifter.',
  changeTitle: 'Uppgifter och boende',
  number: 'Personnummer',
  numberHint: 'Personnummer eller samordningsnummer med tio eller tolv siffror. Ett tillfälligt nummer (TF eller T) går också.',
  givenName: 'Förnamn',
  familyName: 'Efternamn',
  bornOn: 'Född',
  bornOnHint: 'Behövs bara när numret inte säger det. Skriv ÅÅÅÅ-MM-DD.',
  protection: 'Skyddade personuppgifter',
  school: 'Skola',
  phone: 'Telefon',
  email: 'E-post',
  kept: 'Gallring',
  keptHint:
    'Akten gallras fem år efter sista anteckningen, om inget skäl att bevara den finns (12 kap. 1 och 2 §§ socialtjänstlagen 2001:453).',
  keptOptions: {
    no: 'Gallras fem år efter sista anteckningen',
    placed: 'Bevaras: placerad som barn i hem för vård eller boende, stödboende eller familjehem',
    other: 'Bevaras av annat skäl',
  },
  keptGround: 'Skäl att bevara',
  keptGroundHint: 'Behövs när akten bevaras av annat skäl.',
  unit: 'Boendeenhet',
  noUnit: 'Ingen enhet än',
  fromOn: 'Från och med',
  fromOnHint: 'Lämna tomt för i dag.',
  add: 'Lägg upp',
  moveTitle: 'Flytt',
  moveOut: 'Flyttar ut från boendet',
  movedOn: 'Flyttar den',
  move: 'Spara flytten',
  moved: 'Flytten är sparad.',
  homes: 'Boende hittills',
  homeColumns: ['Boendeenhet', 'Från och med', 'Till'],
  noHomes: 'Inget boende är inskrivet än.',
  actorsTitle: 'De som kallas till samtal',
  actorsLead: 'God man, boendepersonal och vid behov skolpersonal. Ungdomen själv kallas alltid.',
  newActor: 'Skriv in någon',
  kind: 'Roll',
  name: 'Namn',
  called: 'Kallas till samtal',
  calledYes: 'Ja',
  calledNo: 'Nej, inte längre',
  formerActors: 'Kallas inte längre',
  followersTitle: 'De som följer ungdomen',
  followersLead: 'Den som följer ungdomen ser hen också när processen inte har något uppdrag.',
  newFollower: 'Utse någon',
  member: 'Medarbetare',
  process: 'Process',
  follow: 'Utse',
  endFollow: 'Följer inte längre',
  endFollowLabel: (name) => `Följer inte längre: ${name}`,
  noMembers: 'Ingen medarbetare har en process än. Be administratören ge roller.',
  problems: {
    missing: 'Fyll i numret.',
    'not-a-number': 'Det här är inget personnummer. Skriv tio eller tolv siffror.',
    'check-digit': 'Kontrollsiffran stämmer inte. Titta efter om någon siffra är fel.',
    'no-such-day': 'Numrets datum finns inte. Titta efter om någon siffra är fel.',
    'needs-birthday': 'Numret säger inte när ungdomen är född. Skriv dagen.',
    'birthday-differs': 'Dagen stämmer inte med numret. Ändra det ena, eller lämna dagen tom.',
    'born-later': 'Dagen har inte varit än.',
    'not-a-phone': 'Det här är inget telefonnummer. Skriv bara numret, till exempel 070-174 06 05.',
    'not-an-email': 'Det här är ingen e-postadress. Skriv den som namn@exempel.se.',
    'needs-ground': 'Skriv skälet till att akten bevaras.',
    'number-taken': 'Numret är redan upplagt i riktad uppföljning.',
  },
  moveRefusals: {
    'same-unit': 'Ungdomen bor redan där.',
    'before-last': 'Dagen är före eller samma dag som ungdomen kom till det boende hen har nu. Välj en senare dag.',
    'too-far': 'Dagen ligger mer än ett år fram. Skriv in flytten när den är närmare.',
    'not-here': 'Ungdomen har inget boende att flytta ut från.',
    'unit-retired': 'Enheten är tagen ur bruk. Välj en annan.',
  },
  followRefusals: {
    'not-in-process': 'Medarbetaren arbetar inte i den processen. Välj en annan process, eller be administratören ge rollen.',
    'already-follows': 'Medarbetaren följer redan ungdomen i den processen.',
  },
}

const en: Texts = {
  registerTitle: 'Add a youth',
  registerLead: 'The youth is added to directed follow-up. Nothing is fetched from the activity responsibility and nothing is sent there.',
  registered: 'The youth is added.',
  nowHidden: 'The identity is protected, so only those with the right to protected identities see the youth from now on.',
  changeTitle: 'Particulars and housing',
  number: 'Identity number',
  numberHint: 'Personnummer or samordningsnummer with ten or twelve digits. An interim number (TF or T) will do too.',
  givenName: 'Given name',
  familyName: 'Family name',
  bornOn: 'Born',
  bornOnHint: 'Needed only when the number does not say it. Write YYYY-MM-DD.',
  protection: 'Protected identity',
  school: 'School',
  phone: 'Phone',
  email: 'E-mail',
  kept: 'Erasure',
  keptHint:
    'The file is erased five years after the last note, unless there is a ground to keep it (12 kap. 1, 2 §§ socialtjänstlagen 2001:453).',
  keptOptions: {
    no: 'Erased five years after the last note',
    placed: 'Kept: placed as a child in a residential home, supported housing or a family home',
    other: 'Kept on another ground',
  },
  keptGround: 'Ground for keeping',
  keptGroundHint: 'Needed when the file is kept on another ground.',
  unit: 'Housing unit',
  noUnit: 'No unit yet',
  fromOn: 'From',
  fromOnHint: 'Leave empty for today.',
  add: 'Add',
  moveTitle: 'Move',
  moveOut: 'Moves out of the housing',
  movedOn: 'Moves on',
  move: 'Save the move',
  moved: 'The move is saved.',
  homes: 'Housing so far',
  homeColumns: ['Housing unit', 'From', 'Until'],
  noHomes: 'No housing is written in yet.',
  actorsTitle: 'Those who are called to talks',
  actorsLead: 'Trustee, housing staff and when needed school staff. The youth is always called.',
  newActor: 'Write somebody in',
  kind: 'Role',
  name: 'Name',
  called: 'Called to talks',
  calledYes: 'Yes',
  calledNo: 'No, not any more',
  formerActors: 'No longer called',
  followersTitle: 'Those who follow the youth',
  followersLead: 'Whoever follows the youth sees them also when the process has no assignment.',
  newFollower: 'Choose somebody',
  member: 'Member of staff',
  process: 'Process',
  follow: 'Choose',
  endFollow: 'No longer follows',
  endFollowLabel: (name) => `No longer follows: ${name}`,
  noMembers: 'No member of staff has a process yet. Ask the administrator to give roles.',
  problems: {
    missing: 'Fill in the number.',
    'not-a-number': 'This is no identity number. Write ten or twelve digits.',
    'check-digit': 'The check digit is wrong. Look for a wrong digit.',
    'no-such-day': 'The day of the number does not exist. Look for a wrong digit.',
    'needs-birthday': 'The number does not say when the youth was born. Write the day.',
    'birthday-differs': 'The day does not agree with the number. Change one of them, or leave the day empty.',
    'born-later': 'The day has not been yet.',
    'not-a-phone': 'This is no phone number. Write the number alone, for example 070-174 06 05.',
    'not-an-email': 'This is no e-mail address. Write it as name@example.se.',
    'needs-ground': 'Write the ground for keeping the file.',
    'number-taken': 'The number is in directed follow-up already.',
  },
  moveRefusals: {
    'same-unit': 'The youth lives there already.',
    'before-last': 'The day is before or the same as the youth came to where they live now. Choose a later day.',
    'too-far': 'The day is more than a year ahead. Write the move in when it is nearer.',
    'not-here': 'The youth has no housing to move out of.',
    'unit-retired': 'The unit is out of use. Choose another.',
  },
  followRefusals: {
    'not-in-process':
      'The member of staff does not work in that process. Choose another process, or ask the administrator to give the role.',
    'already-follows': 'The member of staff follows the youth in that process already.',
  },
}

/** The words of the forms. */
export const peopleFormTexts: Readonly<Record<Lang, Texts>> = { sv, en }
