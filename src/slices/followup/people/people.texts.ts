/** Wording of the youths of directed follow-up: the list, the page, and their particulars. */
import type { Lang } from '../../../kernel/lang.ts'
import type { Protection } from '../../../kernel/disclosure.ts'
import type { ActorKind, KeptReason } from './people.types.ts'

type Texts = {
  readonly listLead: string
  readonly register: string
  readonly columns: { readonly name: string; readonly unit: string; readonly district: string; readonly processes: string }
  readonly none: string
  readonly noneHint: string
  readonly here: string
  readonly left: string
  readonly listTabs: string
  readonly youth: string
  readonly protectedTag: string
  readonly noUnit: string
  readonly particulars: string
  readonly facts: {
    readonly number: string
    readonly bornOn: string
    readonly unit: string
    readonly school: string
    readonly phone: string
    readonly email: string
    readonly protection: string
    readonly registered: string
    readonly left: string
    readonly kept: string
  }
  readonly protections: Readonly<Record<Protection, string>>
  readonly kept: Readonly<Record<KeptReason | 'no', string>>
  readonly actors: string
  readonly actorKinds: Readonly<Record<ActorKind, string>>
  readonly noActors: string
  readonly followers: string
  readonly noFollowers: string
  readonly since: (day: string) => string
  readonly until: (day: string) => string
  readonly change: string
}

const sv: Texts = {
  listLead: 'De ungdomar som du följer eller som din process har i uppdrag. Myndighet ser alla.',
  register: 'Lägg upp en ungdom',
  columns: { name: 'Ungdom', unit: 'Boende', district: 'Stadsdel eller ort', processes: 'Riktad uppföljning' },
  none: 'Inga ungdomar',
  noneHint: 'Här syns ungdomar när din process får ett uppdrag, eller när du skrivs in som den som följer någon.',
  here: 'I boende',
  left: 'Utflyttade',
  listTabs: 'Vilka som visas',
  youth: 'Ungdom',
  protectedTag: 'Skyddade personuppgifter',
  noUnit: 'Inget boende',
  particulars: 'Uppgifter',
  facts: {
    number: 'Personnummer',
    bornOn: 'Född',
    unit: 'Boende',
    school: 'Skola',
    phone: 'Telefon',
    email: 'E-post',
    protection: 'Skydd',
    registered: 'Upplagd',
    left: 'Utflyttad',
    kept: 'Gallring',
  },
  protections: {
    none: 'Inget skydd',
    'secrecy-marked': 'Sekretessmarkering',
    'protected-registration': 'Skyddad folkbokföring',
    'unconfirmed-stay': 'Oklar vistelse',
  },
  kept: {
    no: 'Fem år efter sista anteckningen',
    placed: 'Bevaras: placerad som barn',
    other: 'Bevaras av annat skäl',
  },
  actors: 'De som kallas till samtal',
  actorKinds: { trustee: 'god man', housing: 'boendepersonal', school: 'skolpersonal', other: 'annan' },
  noActors: 'Ingen är inskriven än. Skriv in god man och boendepersonal, så att de kan kallas.',
  followers: 'De som följer ungdomen',
  noFollowers: 'Ingen är utsedd än.',
  since: (day) => `sedan ${day}`,
  until: (day) => `till ${day}`,
  change: 'Ändra',
}

const en: Texts = {
  listLead: 'The youths that you follow or that your process has to follow. The authority sees all.',
  register: 'Add a youth',
  columns: { name: 'Youth', unit: 'Housing', district: 'District', processes: 'Directed follow-up' },
  none: 'No youths',
  noneHint: 'Youths are shown here when your process is given an assignment, or when you are written in as the one who follows somebody.',
  here: 'In housing',
  left: 'Moved out',
  listTabs: 'Who is shown',
  youth: 'Youth',
  protectedTag: 'Protected identity',
  noUnit: 'No housing',
  particulars: 'Particulars',
  facts: {
    number: 'Identity number',
    bornOn: 'Born',
    unit: 'Housing',
    school: 'School',
    phone: 'Phone',
    email: 'E-mail',
    protection: 'Protection',
    registered: 'Added',
    left: 'Moved out',
    kept: 'Erasure',
  },
  protections: {
    none: 'No protection',
    'secrecy-marked': 'Secrecy marking',
    'protected-registration': 'Protected registration',
    'unconfirmed-stay': 'Unconfirmed stay',
  },
  kept: {
    no: 'Five years after the last note',
    placed: 'Kept: placed as a child',
    other: 'Kept on another ground',
  },
  actors: 'Those who are called to talks',
  actorKinds: { trustee: 'trustee', housing: 'housing staff', school: 'school staff', other: 'other' },
  noActors: 'Nobody is written in yet. Write in trustee and housing staff, so that they can be called.',
  followers: 'Those who follow the youth',
  noFollowers: 'Nobody is chosen yet.',
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  change: 'Change',
}

/** The words of the youths. */
export const peopleTexts: Readonly<Record<Lang, Texts>> = { sv, en }
