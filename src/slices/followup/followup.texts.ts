/** Wording that all rooms of directed follow-up share: its name, its ways, its roles and processes. */
import type { Lang } from '../../kernel/lang.ts'
import type { MemberRole, Process } from './members/members.types.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly youths: string
  readonly youth: string
  readonly round: string
  readonly rating: string
  readonly assignments: string
  readonly members: string
  readonly overview: string
  readonly units: string
  readonly settings: string
  readonly ways: string
  readonly processes: Readonly<Record<Process, string>>
  readonly roles: Readonly<Record<MemberRole, string>>
  readonly noRoleTitle: string
  readonly noRole: string
  readonly onlyAdministrator: string
  readonly stale: string
  readonly saved: string
  readonly save: string
  readonly leave: string
}

const sv: Texts = {
  title: 'Riktad uppföljning',
  lead: 'Socialtjänstens uppföljning av ungdomar i boende. Uppgifterna här är skilda från aktivitetsansvaret och har en egen logg.',
  youths: 'Ungdomar',
  round: 'Kvartalsbedömningar',
  rating: 'Skattning',
  assignments: 'Mina uppdrag',
  youth: 'Ungdomens sida',
  members: 'Medarbetare och roller',
  overview: 'Överblick',
  units: 'Boendeenheter',
  settings: 'Inställningar',
  ways: 'Riktad uppföljning',
  processes: { authority: 'myndighet', labourMarket: 'arbetsmarknad', housing: 'boendedrift' },
  roles: {
    authority: 'Myndighet',
    labourMarket: 'Arbetsmarknad',
    housing: 'Boendedrift',
    administrator: 'Administratör',
    protectedReader: 'Skyddade personuppgifter',
  },
  noRoleTitle: 'Du har ingen roll här än',
  noRole:
    'Du är inloggad, men ingen har gett dig en roll i riktad uppföljning. Be den som är administratör för riktad uppföljning. Ditt namn finns nu i administratörens lista.',
  onlyAdministrator: 'Som administratör ger du roller och sköter inställningar. Ungdomarna ser bara de som arbetar i en process.',
  stale: 'Någon annan hann ändra sedan du öppnade sidan. Inget av det du skrev är sparat. Så här ser det ut nu.',
  saved: 'Sparat.',
  save: 'Spara',
  leave: 'Avbryt',
}

const en: Texts = {
  title: 'Directed follow-up',
  lead: 'Follow-up by social services of youths in supported housing. What is here is apart from the activity responsibility and has a log of its own.',
  youths: 'Youths',
  round: 'Quarterly assessments',
  rating: 'Rating',
  assignments: 'My assignments',
  youth: 'The youth’s page',
  members: 'Staff and roles',
  overview: 'Overview',
  units: 'Housing units',
  settings: 'Settings',
  ways: 'Directed follow-up',
  processes: { authority: 'authority', labourMarket: 'labour market', housing: 'housing' },
  roles: {
    authority: 'Authority',
    labourMarket: 'Labour market',
    housing: 'Housing',
    administrator: 'Administrator',
    protectedReader: 'Protected identities',
  },
  noRoleTitle: 'You have no role here yet',
  noRole:
    'You are signed in, but nobody has given you a role in directed follow-up. Ask the administrator of directed follow-up. Your name is now in the administrator’s list.',
  onlyAdministrator: 'As an administrator you give roles and look after settings. Only those who work in a process see the youths.',
  stale: 'Somebody else changed this since you opened the page. Nothing of what you wrote is saved. This is how it looks now.',
  saved: 'Saved.',
  save: 'Save',
  leave: 'Leave',
}

/** The words of the module. */
export const followupTexts: Readonly<Record<Lang, Texts>> = { sv, en }
