/** The outbox as a reader may see it: messages to youths of the reader's scope, and to colleagues. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { messageStates, type MessageState } from './message.types.ts'
import type { OutboxCounts, OutboxFilter, OutboxFolder, OutboxProblem, OutboxRound, OutboxRow } from './outbox.types.ts'

const seen = `
  from messaging.message m left join messaging.round r on r.id = m.round_id left join referrals.referral f on f.referral_id = m.referral_id
  left join register.merged_now g on g.absorbed_id = coalesce(m.person_id, f.person_id)
  left join worklist.seen($1, $2) y on y.person_id = coalesce(g.root_id, m.person_id, f.person_id) left join access.staff t on t.id = m.staff_id
  where (m.staff_id is not null or y.person_id is not null)`

/** What is old and settled is found through its round. */
const asked = `and ($3::text is null or m.channel = $3) and ($4::uuid is null or r.round_id = $4)
  and ($4::uuid is not null or m.created_at > clock_timestamp() - interval '120 days' or m.state in ('queued', 'sending', 'unsure'))`

const valuesOf = ({ units, mayReadProtected }: Scope, { channel, round }: OutboxFilter) => [units, mayReadProtected, channel, round]

const none: OutboxCounts = { queued: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unsure: 0, cancelled: 0 }

/** How many there are of each state, how many are due now, and what the SMS that have left cost. */
export async function countOutbox(
  tx: Tx,
  scope: Scope,
  filter: OutboxFilter,
): Promise<{ counts: OutboxCounts; due: number; costOre: number }> {
  const rows = await tx.prepared<{ state: MessageState; n: number; due: number; ore: number }>(
    `select m.state, count(*)::int as n, count(*) filter (where m.state = 'queued' and m.not_before <= clock_timestamp())::int as due,
       coalesce(sum(m.cost_ore) filter (where m.sent_at is not null), 0)::int as ore ${seen} ${asked} group by m.state`,
    valuesOf(scope, filter),
  )
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const counts = messageStates.reduce((all, state) => ({ ...all, [state]: rows.find((row) => row.state === state)?.n ?? 0 }), none)
  return { counts, due: sum(({ due }) => due), costOre: sum(({ ore }) => ore) }
}

const columns = `m.message_id as "messageId", y.subject_id as "subjectId", coalesce(t.name, btrim(y.given_name || ' ' || y.family_name)) as name,
  m.channel, m.template_key as "templateKey", r.round_id as "roundId", r.name as round, m.state, m.problem, m.tries,
  to_char(m.not_before, 'YYYY-MM-DD"T"HH24:MI') as "nextAt",
  to_char(coalesce(m.settled_at, m.claimed_at, m.created_at), 'YYYY-MM-DD"T"HH24:MI') as at`

/** A page of messages: those that wait for a person first, then the latest. */
export const listOutbox = (tx: Tx, scope: Scope, filter: OutboxFilter, limit: number, offset: number): Promise<OutboxRow[]> =>
  tx.prepared<OutboxRow>(
    `select ${columns} ${seen} ${asked} and ($5::text is null or m.state = $5)
     order by m.state <> 'unsure', coalesce(m.settled_at, m.claimed_at, m.created_at) desc, m.id desc limit $6 offset $7`,
    [...valuesOf(scope, filter), filter.state, limit, offset],
  )

/** What stands in the way of how many, the most first. */
export const listProblems = (tx: Tx, scope: Scope, filter: OutboxFilter): Promise<OutboxProblem[]> =>
  tx.prepared<OutboxProblem>(
    `select split_part(m.problem, ':', 1) as problem, m.state, count(*)::int as n ${seen} ${asked}
       and m.state in ('queued', 'failed', 'unsure') and m.problem is not null group by 1, 2 order by 3 desc, 1`,
    valuesOf(scope, filter),
  )

/** Rounds that have messages, the latest first. */
export const listSentRounds = (tx: Tx): Promise<OutboxRound[]> =>
  tx.prepared<OutboxRound>(
    `select r.round_id as "roundId", r.name from messaging.round r where exists (select from messaging.message m where m.round_id = r.id)
     order by r.id desc limit 50`,
  )

/** Print folders with letters: those that are not complete, and the latest. */
export const listFolders = (tx: Tx): Promise<OutboxFolder[]> =>
  tx.prepared<OutboxFolder>(
    `select * from (select f.folder, r.name as round, to_char(f.closed_at, 'YYYY-MM-DD"T"HH24:MI') as "closedAt", f.problem,
       case when f.closed_at is not null then f.letters else (select count(*)::int from messaging.message m where m.print_folder_id = f.id and m.state = 'sent') end as letters
     from messaging.print_folder f left join messaging.round r on r.id = f.round_id order by f.closed_at is not null, f.id desc limit 20) s
     where letters > 0 or problem is not null limit 12`,
  )

/** The message's number, when the reader may see it. */
export async function findOutboxMessage(tx: Tx, { units, mayReadProtected }: Scope, messageId: string): Promise<number | null> {
  const [row] = await tx.prepared<{ id: number }>(`select m.id ${seen} and m.message_id = $3`, [units, mayReadProtected, messageId])
  return row?.id ?? null
}

/** Those that failed for one of the reasons, held: what another is deciding about is left out. */
export const holdFailed = async (tx: Tx, scope: Scope, filter: OutboxFilter, problems: readonly string[]): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `select m.id ${seen} ${asked} and m.state = 'failed' and m.problem = any ($5)
         and (m.person_id is null or m.person_id not in (select p.person_id from register.protected_now p)) order by m.id limit 5000 for update of m skip locked`,
      [...valuesOf(scope, filter), problems],
    )
  ).map(({ id }) => id)

/** Back in the queue by a person's decision: as if it had never been tried. */
export const requeue = (tx: Tx, ids: readonly number[]): Promise<unknown> =>
  tx.query(
    `update messaging.message set state = 'queued', problem = null, tries = 0, not_before = clock_timestamp(), settled_at = null where id = any ($1)`,
    [ids],
  )

export type OutboxHealth = { readonly due: number; readonly oldestDueMinutes: number; readonly sending: number; readonly unsure: number }

/** How the outbox is doing, without anything about anybody. */
export async function outboxHealth(tx: Tx): Promise<OutboxHealth> {
  const [row] = await tx.prepared<OutboxHealth>(
    `select count(*) filter (where state = 'queued' and not_before <= clock_timestamp())::int as due,
       coalesce(extract(epoch from clock_timestamp() - min(not_before) filter (where state = 'queued' and not_before <= clock_timestamp())) / 60, 0)::int as "oldestDueMinutes",
       count(*) filter (where state = 'sending')::int as sending, count(*) filter (where state = 'unsure')::int as unsure
     from messaging.message where state in ('queued', 'sending', 'unsure')`,
  )
  return row ?? { due: 0, oldestDueMinutes: 0, sending: 0, unsure: 0 }
}
