/** Wording of members and their roles. */
import type { Lang } from '../../../kernel/lang.ts'
import type { MemberRefusal } from './members.rules.ts'
import type { MemberRole } from './members.types.ts'

type Texts = {
  readonly lead: string
  readonly columns: { readonly name: string; readonly roles: string; readonly access: string }
  readonly waits: string
  readonly shutOut: string
  readonly empty: string
  readonly rolesLabel: string
  readonly roleHints: Readonly<Record<MemberRole, string>>
  readonly access: string
  readonly letIn: string
  readonly shut: string
  readonly shutHint: string
  readonly refusals: Readonly<Record<Exclude<MemberRefusal, 'missing'>, string>>
}

const sv: Texts = {
  lead: 'Alla som har öppnat riktad uppföljning. Rollerna gäller bara här; roller i aktivitetsansvaret ger ingenting.',
  columns: { name: 'Namn', roles: 'Roller', access: 'Tillträde' },
  waits: 'väntar på roll',
  shutOut: 'avstängd',
  empty: 'Ingen har öppnat riktad uppföljning än.',
  rolesLabel: 'Roller',
  roleHints: {
    authority: 'Ser alla ungdomar, bedömer, ger och avslutar uppdrag.',
    labourMarket: 'Ser dem som arbetsmarknad har i uppdrag eller som hen själv följer.',
    housing: 'Ser dem som boendedrift har i uppdrag eller som hen själv följer, och skattar varje dag.',
    administrator: 'Ger roller och sköter instrument och inställningar. Ser inga ungdomar.',
    protectedReader: 'Ser också ungdomar med skyddade personuppgifter, bland dem som hens process har.',
  },
  access: 'Tillträde',
  letIn: 'Släpps in',
  shut: 'Avstängd',
  shutHint: 'Ser ingenting i riktad uppföljning. Rollerna finns kvar om hen släpps in igen.',
  refusals: {
    stale: 'Någon annan hann ändra. Titta på hur det är nu och spara igen.',
    oneself: 'Du kan inte ge dig själv en roll. Be en annan administratör.',
    'last-administrator': 'Någon måste vara administratör. Ge rollen till någon annan först.',
    'protected-alone': 'Rätten till skyddade personuppgifter ges tillsammans med en process.',
  },
}

const en: Texts = {
  lead: 'Everybody who has opened directed follow-up. The roles hold here only; roles in the activity responsibility give nothing.',
  columns: { name: 'Name', roles: 'Roles', access: 'Access' },
  waits: 'waits for a role',
  shutOut: 'shut out',
  empty: 'Nobody has opened directed follow-up yet.',
  rolesLabel: 'Roles',
  roleHints: {
    authority: 'Sees all youths, assesses, gives and ends assignments.',
    labourMarket: 'Sees those that labour market has to follow, or that they follow themselves.',
    housing: 'Sees those that housing has to follow, or that they follow themselves, and rates every day.',
    administrator: 'Gives roles and looks after instrument and settings. Sees no youths.',
    protectedReader: 'Sees youths with protected identities too, among those of their process.',
  },
  access: 'Access',
  letIn: 'Let in',
  shut: 'Shut out',
  shutHint: 'Sees nothing of directed follow-up. The roles are there if they are let in again.',
  refusals: {
    stale: 'Somebody else was first. Look at how it is now and save again.',
    oneself: 'You cannot give yourself a role. Ask another administrator.',
    'last-administrator': 'Somebody must be administrator. Give the role to somebody else first.',
    'protected-alone': 'The right to protected identities is given together with a process.',
  },
}

/** The words of members. */
export const memberTexts: Readonly<Record<Lang, Texts>> = { sv, en }
