/** Signals as they stand now, their acts, and new ones. What a signal is after an act is worked out by the database as by the rule. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Points, Recipient } from '../instrument/instrument.types.ts'
import type { DoneAct, Proposal, Signal, SignalAct } from './signals.types.ts'

const columns = `n.youth_id as "youthId", n.id as "signalId", n.area, n.instrument_version as "instrumentVersion", n.proposed_on as "proposedOn", n.state,
  n.recipient, n.from_on as "fromOn", n.held_from as "heldFrom", n.acknowledged_on as "acknowledgedOn", n.ended_on as "endedOn",
  n.last_act_on as "lastActOn",
  case when n.assessment_id is null then jsonb_build_object('kind', 'added', 'ground', n.added_ground)
    else jsonb_build_object('kind', 'assessment', 'assessmentId', n.assessment_id, 'quarter', a.quarter, 'points', n.points, 'threshold', n.threshold)
  end as origin`

/** The signals of the youths, the oldest first; those of one day in the instrument's order. The caller has asked whether the reader may see the youths. */
export const listSignals = (tx: Tx, youthIds: readonly string[]): Promise<(Signal & { readonly youthId: string })[]> =>
  tx.prepared(
    `select ${columns} from followup.signal_now n left join followup.assessment a on a.id = n.assessment_id
     where n.youth_id = any ($1::uuid[]) order by n.proposed_on, (select o.place from followup.instrument i
       cross join jsonb_array_elements(i.areas) with ordinality o (said, place) where i.version = n.instrument_version and o.said ->> 'key' = n.area), n.id`,
    [youthIds],
  )

/** What has been done with each of the youth's signals, in order. */
export const listActs = (tx: Tx, youthId: string): Promise<(DoneAct & { readonly signalId: string })[]> =>
  tx.prepared(
    `select n.signal_id as "signalId", n.seq, n.kind, n.on_day as "on", n.ground, n.to_recipient as recipient, m.name as "byName",
       to_char(n.saved_at, 'YYYY-MM-DD"T"HH24:MI') as "savedAt"
     from followup.signal_act n join followup.member m on m.staff_id = n.by_staff where n.youth_id = $1 order by n.signal_id, n.seq`,
    [youthId],
  )

/** Who writes about whom, and when. */
type Writing = { readonly youthId: string; readonly by: string; readonly on: PlainDate }

/** Proposes a signal by an assessment's score. */
export const insertProposal = (
  tx: Tx,
  { area, points, threshold, recipient }: Pick<Proposal, 'area' | 'points' | 'threshold' | 'recipient'>,
  from: { readonly assessmentId: string; readonly revision: number; readonly instrumentVersion: number },
  { youthId, by, on }: Writing,
): Promise<unknown> =>
  tx.query(
    `insert into followup.signal (youth_id, area, instrument_version, assessment_id, revision, points, threshold, recipient, proposed_on, proposed_by, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)`,
    [youthId, area, from.instrumentVersion, from.assessmentId, from.revision, points satisfies Points, threshold, recipient, on, by],
  )

type Added = { readonly area: string; readonly ground: string; readonly recipient: Recipient; readonly instrumentVersion: number }

/** Adds a signal with a ground; its id. */
export async function insertAdded(
  tx: Tx,
  { area, ground, recipient, instrumentVersion }: Added,
  { youthId, by, on }: Writing,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.signal (youth_id, area, instrument_version, added_ground, recipient, proposed_on, proposed_by, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $6) returning id`,
    [youthId, area, instrumentVersion, ground, recipient, on, by],
  )
  return row?.id ?? ''
}

/** Does something with a signal. */
export const insertAct = (
  tx: Tx,
  signalId: string,
  { kind, on: day, ground, recipient }: SignalAct,
  { youthId, by, on }: Writing,
): Promise<unknown> =>
  tx.query(
    `insert into followup.signal_act (signal_id, youth_id, seq, kind, on_day, ground, to_recipient, by_staff, noted_on)
     values ($1, $2, (select count(*) + 1 from followup.signal_act where signal_id = $1), $3, $4, $5, $6, $7, $8)`,
    [signalId, youthId, kind, day, ground, recipient, by, on],
  )
