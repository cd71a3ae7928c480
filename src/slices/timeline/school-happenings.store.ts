/** What became of schools' notices, absence, matters with a school and the summer radar, as parts of the statement that reads what happened. */
import { at, ofThem, part, strike } from './happening-part.store.ts'

const ofTheirNumber = `n.number in (select i.number from register.identity i where i.known_until = 'infinity' and ${ofThem('i')})`
const school = `'school', coalesce(nullif(n.unit_name, ''), n.unit_code)`

/** What a school told itself, on the day it came. One that the school took back is struck. */
const notices = part({
  kind: `'notice'`,
  event: `'schoolNotice'`,
  ...at('n.received_at'),
  by: `coalesce(nullif(n.unit_name, ''), n.unit_code)`,
  detail: `'notice', n.kind, ${school}, 'fromOn', n.from_on, 'eventOn', n.event_on, 'hours', n.hours`,
  struck: strike(`coalesce(nullif(n.unit_name, ''), n.unit_code)`, `''`, 'n.annulled_at is not null'),
  from: `notices.notice n where ${ofTheirNumber}`,
})

const annulments = part({
  kind: `'notice'`,
  event: `'noticeAnnulled'`,
  ...at('n.annulled_at'),
  by: `coalesce(nullif(n.unit_name, ''), n.unit_code)`,
  detail: `${school}, 'reason', n.annul_reason`,
  from: `notices.notice n where ${ofTheirNumber} and n.annulled_at is not null`,
})

/** What somebody decided about a notice, or that a source agreed with it. One that was undone is struck. */
const decisions = part({
  kind: `'notice'`,
  event: `'noticeDecided'`,
  ...at('d.decided_at'),
  by: 's.name',
  detail: `${school}, 'outcome', d.outcome, 'effect', d.effect, 'reason', coalesce(d.reason, d.answer), 'municipality', d.to_municipality`,
  struck: strike('u.name', `''`, 'd.undone_at is not null'),
  from: `notices.decision d join notices.notice n on n.id = d.notice_pk left join access.staff s on s.id = d.decided_by
    left join access.staff u on u.id = d.undone_by where ${ofTheirNumber}`,
})

/** Sums that reached a limit, on the last day that they count. */
const absences = part({
  kind: `'prevention'`,
  event: `'absence'`,
  on: 'r.until_on',
  by: 'a.source',
  detail: `'month', a.month, 'minutes', a.invalid_minutes`,
  from: `prevention.absence a join prevention.absence_read r on r.id = a.read_id where ${ofThem('a')}`,
})

const matter = (event: string, on: string, by: string, more: string, when: string): string =>
  part({
    kind: `'prevention'`,
    event: `'${event}'`,
    on,
    by: 's.name',
    detail: `'matter', c.kind, 'school', coalesce(u.name, c.school_unit)${more}`,
    from: `prevention.matter c left join notices.school_unit u on u.code = c.school_unit left join access.staff s on s.id = c.${by}
      where ${ofThem('c')} and ${when}`,
  })

const answers = part({
  kind: `'radar'`,
  event: `'admission'`,
  on: 'l.on_day',
  by: 'null',
  detail: `'round', l.round, 'state', a.state`,
  from: `admissions.answer a join admissions.list l on l.id = a.list_pk where ${ofThem('a')} and l.taken_back_at is null`,
})

const steps = part({
  kind: `'radar'`,
  event: `'radarStep'`,
  on: 't.on_day',
  by: 's.name',
  detail: `'step', t.kind`,
  struck: strike('k.name', `''`, 't.struck_at is not null'),
  from: `admissions.step t left join access.staff s on s.id = t.said_by left join access.staff k on k.id = t.struck_by where ${ofThem('t')}`,
})

/** Everything about school before and as somebody falls out of it. */
export const schoolParts: readonly string[] = [
  notices,
  annulments,
  decisions,
  absences,
  matter('matterOpened', 'c.opened_on', 'opened_by', '', 'true'),
  matter('matterReferred', 'c.referred_on', 'referred_by', `, 'how', c.referred_how`, 'c.referred_on is not null'),
  matter('matterClosed', 'c.closed_on', 'closed_by', `, 'closing', c.closing`, 'c.closed_on is not null'),
  answers,
  steps,
]
