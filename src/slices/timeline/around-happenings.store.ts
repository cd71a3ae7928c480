/** Enrolment notices, assignments and correction cases as parts of the statement that reads what happened. */
import { at, dayOf, ofThem, part } from './happening-part.store.ts'

/** What a source changed in an enrolment after it was first told: the day that it became known. */
const notices = part({
  kind: `'notice'`,
  event: `'enrolmentChanged'`,
  on: dayOf('e.known_until'),
  by: 'e.source',
  detail: `'schoolType', e.school_type, 'educationCode', e.education_code, 'schoolUnit', e.school_unit, 'source', e.source,
    'before', jsonb_build_object('endOn', e.end_on, 'cancelled', e.cancelled),
    'after', case when n.id is not null then jsonb_build_object('endOn', n.end_on, 'cancelled', n.cancelled) end`,
  from: `register.enrolment e left join lateral (select x.* from register.enrolment x where x.person_id = e.person_id and x.source = e.source
      and x.school_unit = e.school_unit and x.school_type = e.school_type and x.start_on = e.start_on and x.known_from >= e.known_until
      order by x.known_from limit 1) n on true
    where ${ofThem('e')} and e.known_until < 'infinity' and e.source not in ('manuellt', 'anmalan')
      and (n.id is null or (n.end_on, n.cancelled) is distinct from (e.end_on, e.cancelled))`,
})

const assignments = part({
  kind: `'assignment'`,
  event: `'assigned'`,
  ...at('a.known_from'),
  by: `case when a.how <> 'routed' then coalesce(b.name, a.assigned_by) end`,
  detail: `'staff', t.name, 'unit', u.name, 'isRouted', a.how = 'routed'`,
  from: `worklist.assignment a left join organisation.unit u on u.id = a.unit_id left join access.staff t on t.id = a.staff_id
    left join access.staff b on b.id::text = a.assigned_by where ${ofThem('a')}`,
})

const correction = (event: string, instant: string, by: string, more: string, when: string): string =>
  part({
    kind: `'correction'`,
    event: `'${event}'`,
    ...at(instant),
    by: 's.name',
    detail: `'line', c.line, ${more}`,
    from: `corrections.correction c join access.staff s on s.id = c.${by} where ${ofThem('c')} and ${when}`,
  })

/** What sources said anew, who has the youth, and what was said not to be right. */
export const aroundParts: readonly string[] = [
  notices,
  assignments,
  correction('correctionOpened', 'c.opened_at', 'opened_by', `'reason', c.reason, 'source', c.source`, 'true'),
  correction('correctionClosed', 'c.closed_at', 'closed_by', `'outcome', c.outcome`, 'c.closed_at is not null'),
]
