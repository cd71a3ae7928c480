/** The demo's people of directed follow-up: one for each process and one who gives roles. The sign-in lets them in there and nowhere else. All made up. */
import type { Person } from '../../simulators/idp/index.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import { registerStaff } from '../slices/access/index.ts'
import { appoint, type MemberRole } from '../slices/followup/index.ts'

type FollowupPerson = { readonly subject: string; readonly name: string; readonly roles: readonly MemberRole[]; readonly title: string }

/** Who they are, what they may do there, and what each shows of the product. */
export const followupPeople = [
  { subject: 'mona', name: 'Mona Granfors', roles: ['authority'], title: 'Riktad uppföljning: myndighet, ser alla ungdomar där' },
  {
    subject: 'viktor',
    name: 'Viktor Almskog',
    roles: ['labourMarket'],
    title: 'Riktad uppföljning: arbetsmarknadssekreterare, följer upp skola',
  },
  { subject: 'hanna', name: 'Hanna Lövdahl', roles: ['housing'], title: 'Riktad uppföljning: ungdomskoordinator, skattar varje dag' },
  { subject: 'tove', name: 'Tove Rosenmark', roles: ['administrator'], title: 'Riktad uppföljning: ger roller, ser inga ungdomar' },
] as const satisfies readonly FollowupPerson[]

/** They as the demo's sign-in knows them. */
export const demoFollowupPeople = (municipality: string): Person[] =>
  followupPeople.map(({ subject, name, title }) => ({ subject, name, title, claims: { name, roles: ['followup'], municipality } }))

/** Known to the sign-in and given their roles in the module; again changes nothing. Returns their ids by subject. */
export async function setUpDemoMembers(pool: Pool, issuer: string): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {}
  for (const { subject, name, roles } of followupPeople) {
    const staffId = await inTransaction(pool, (tx) => registerStaff(tx, { issuer, subject, name, roles: ['followup'], unit: null }))
    await appoint(pool, { staffId, name, roles, by: 'lots demo' })
    ids[subject] = staffId
  }
  return ids
}
