/** Measures with their stages and decisions, offers, and plans with their follow-ups, as parts of the statement that reads what happened. */
import { calledOff } from '../measures/index.ts'
import { at, ofThem, part, strike } from './happening-part.store.ts'

const words = (sv: string, en: string): string => `jsonb_build_object('sv', ${sv}, 'en', ${en})`
const name = `'name', ${words('v.name_sv', 'v.name_en')}`
const reason = `case when e.key is not null then ${words('e.name_sv', 'e.name_en')} end`
const inForce = (item: string): string => `join measures.item_version v on v.item_key = ${item}.item_key and v.known_until = 'infinity'`
const standing = `m.placement in ('none', 'approved')`
const struck = strike('m.struck_by', 'm.struck_why', 'm.struck_at is not null')

const measure = (event: string, on: string, when: string): string =>
  part({
    kind: `'measure'`,
    event: `'${event}'`,
    on,
    by: 'm.by_name',
    detail: `${name}, 'plannedUntilOn', case when m.ended_on is null then m.planned_until_on end, 'note', m.note`,
    struck,
    from: `measures.measure m ${inForce('m')} where ${ofThem('m')} and ${when}`,
  })

const measureEnds = part({
  kind: `'measure'`,
  event: `'measureEnded'`,
  on: 'm.ended_on',
  by: 'm.changed_by',
  detail: `${name}, 'reason', ${reason}, 'note', ''`,
  struck,
  from: `measures.measure m ${inForce('m')} left join measures.reason e on e.key = m.end_reason where ${ofThem('m')} and m.ended_on is not null`,
})

const stageName = `'stage', (select jsonb_build_object('sv', g ->> 'sv', 'en', g ->> 'en') from jsonb_array_elements(w.stages) g where g ->> 'key' = s.stage_key)`

const stage = (event: string, on: string, more: string, when: string): string =>
  part({
    kind: `'measure'`,
    event: `'${event}'`,
    on,
    by: 's.by_name',
    detail: `${name}, ${stageName}${more}`,
    from: `measures.stage s join measures.measure m on m.id = s.measure_id ${inForce('m')}
      join measures.item_version w on w.item_key = m.item_key and w.version = m.item_version left join measures.reason e on e.key = s.reason
      where ${ofThem('m')} and s.struck_at is null and m.struck_at is null and ${when}`,
  })

const placements = part({
  kind: `'measure'`,
  event: `'placement'`,
  on: 'r.held_on',
  by: 's.name',
  detail: `${name}, 'outcome', d.outcome, 'ground', d.ground`,
  struck,
  from: `measures.decision d join measures.round r on r.id = d.round_id join measures.measure m on m.id = d.measure_id ${inForce('m')}
    join access.staff s on s.id = d.decided_by where ${ofThem('m')}`,
})

const offers = part({
  kind: `'measure'`,
  event: `'offerDeclined'`,
  on: 'o.offered_on',
  by: 'o.by_name',
  detail: `${name}, 'reason', ${reason}, 'note', o.note`,
  struck: strike('o.struck_by', 'o.struck_why', 'o.struck_at is not null'),
  from: `measures.declined_offer o ${inForce('o')} left join measures.reason e on e.key = o.reason where ${ofThem('o')}`,
})

/** A follow-up that was held or moved is told as itself, not as the version that it made. */
const versions = part({
  kind: `'plan'`,
  event: `'planVersion'`,
  ...at('v.saved_at'),
  by: `nullif(v.by_name, '')`,
  // Who ticks is told: the youth on the own page has no name here.
  detail: `'number', v.number, 'change', case when v.change = 'ticked' and v.by_name = '' then 'tickedByYouth' else v.change end, 'goal', v.goal`,
  from: `plans.version v join plans.plan p on p.id = v.plan_id where ${ofThem('p')} and v.change not in ('followedUp', 'postponed')`,
})

const acknowledgements = part({
  kind: `'plan'`,
  event: `'planAcknowledged'`,
  ...at('a.at'),
  by: 's.name',
  detail: `'number', v.number, 'how', a.how`,
  from: `plans.acknowledgement a join plans.version v on v.id = a.version_id join plans.plan p on p.id = v.plan_id
    left join access.staff s on s.id = a.staff_id where ${ofThem('p')}`,
})

const followUps = part({
  kind: `'plan'`,
  event: `'followUp'`,
  on: 'coalesce(f.closed_on, f.on_day)',
  by: 's.name',
  detail: `'state', f.state, 'outcome', f.outcome, 'reason', f.reason, 'movedTo', (select n.on_day from plans.follow_up n where n.after_id = f.id)`,
  from: `plans.follow_up f join plans.plan p on p.id = f.plan_id left join access.staff s on s.id = f.staff_id
    where ${ofThem('p')} and f.state <> 'dropped'`,
})

/** Everything about what is agreed and done. */
export const workParts: readonly string[] = [
  measure('measureProposed', 'm.recorded_on', `m.placement <> 'none'`),
  measure('measureBegan', 'm.from_on', `${standing} and not ${calledOff}`),
  measureEnds,
  stage('stageBegan', 's.from_on', '', 'true'),
  stage('stageEnded', 's.ended_on', `, 'reason', ${reason}`, 's.ended_on is not null'),
  placements,
  offers,
  versions,
  acknowledgements,
  followUps,
]
