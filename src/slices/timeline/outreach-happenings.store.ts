/** Contacts, attempts, messages, meetings, visits, questions and answers as parts of the statement that reads what happened. */
import { at, ofThem, part, strike } from './happening-part.store.ts'

/** One part per place a contact comes from: where it belongs in the filter. What was undone at once never was. */
const contacts = part({
  kind: `case c.origin when 'hand' then 'contact' else c.origin end`,
  event: `'contact'`,
  ...at('c.happened_at'),
  by: `case when s.name is null then c.by_name else c.by_name || ', ' || s.name end`,
  detail: `'channel', c.channel, 'attempted', c.attempted, 'reached', c.reached, 'outcome', c.outcome, 'occupation', c.occupation, 'nextStep', c.next_step,
    'nextOn', c.next_on, 'note', c.note, 'template', (select m.template_key from messaging.message m where m.contact_id = c.id limit 1)`,
  struck: strike('k.name', 'c.struck_why', 'c.struck_at is not null'),
  from: `outreach.contact c left join access.staff s on s.id = c.second_staff_id left join access.staff k on k.id = c.struck_by
    where ${ofThem('c')} and c.origin <> 'question' and c.struck_why is distinct from 'undo'`,
})

const searches = part({
  kind: `'contact'`,
  event: `'search'`,
  on: 'c.searched_on',
  by: 's.name',
  detail: `'result', c.result`,
  from: `outreach.search c join access.staff s on s.id = c.staff_id where ${ofThem('c')} and c.struck_at is null`,
})

const optOut = (event: string, instant: string, when: string): string =>
  part({
    kind: `'contact'`,
    event: `'${event}'`,
    ...at(instant),
    by: 'coalesce(s.name, o.said_by)',
    detail: `'channel', o.channel`,
    from: `messaging.opt_out o left join access.staff s on s.id::text = o.said_by where ${ofThem('o')} and ${when}`,
  })

/** What was handed over is a contact already; this is what waits, failed, or never was one. */
const messages = part({
  kind: `'message'`,
  event: `'message'`,
  ...at('coalesce(m.sent_at, m.settled_at, m.created_at)'),
  by: 'coalesce(s.name, m.queued_by)',
  detail: `'channel', m.channel, 'template', m.template_key, 'state', m.state`,
  from: `messaging.message m left join access.staff s on s.id::text = m.queued_by where ${ofThem('m')} and m.contact_id is null`,
})

const meetings = part({
  kind: `'meeting'`,
  event: `'meeting'`,
  ...at('m.starts_at'),
  by: 's.name',
  detail: `'state', m.state, 'way', m.way`,
  from: `meetings.meeting m join access.staff s on s.id = m.staff_id where ${ofThem('m')} and m.contact_id is null`,
})

const visits = part({
  kind: `'visit'`,
  event: `case when s.result = 'notMade' then 'visitNotMade' else 'visitPlanned' end`,
  on: 'r.on_day',
  by: `a.name || ', ' || b.name`,
  detail: '',
  from: `visits.stop s join visits.round r on r.id = s.round_id join access.staff a on a.id = r.first_staff_id join access.staff b on b.id = r.second_staff_id
    where ${ofThem('s')} and s.contact_id is null and s.removed_at is null and (s.result = 'notMade' or r.state in ('planned', 'underWay'))`,
})

/** Whoever was asked is told by kind: the name of another actor is not kept, and those of schools stand on the page of questions. */
const question = (event: string, instant: string, by: string, more: string, when: string): string =>
  part({
    kind: `'question'`,
    event: `'${event}'`,
    ...at(instant),
    by,
    detail: `'receiver', q.receiver_kind, 'asks', q.asks${more}`,
    from: `questions.question q join access.staff s on s.id = q.asked_by where ${ofThem('q')} and ${when}`,
  })

/** Accepted answers are contacts. */
const answers = part({
  kind: `'reply'`,
  event: `'answer'`,
  ...at('a.answered_at'),
  by: 's.name',
  detail: `'kind', a.kind, 'state', a.state`,
  from: `replies.answer a left join access.staff s on s.id = a.decided_by where ${ofThem('a')} and a.state in ('open', 'rejected')`,
})

/** Everything about reaching the youth. */
export const outreachParts: readonly string[] = [
  contacts,
  searches,
  optOut('optedOut', 'o.known_from', 'true'),
  optOut('optedIn', 'o.known_until', `o.known_until < 'infinity'`),
  messages,
  meetings,
  visits,
  question('questionAsked', 'q.asked_at', 's.name', '', 'true'),
  question('questionAnswered', 'q.answered_at', 'null', `, 'answer', q.answer`, 'q.answered_at is not null'),
  answers,
]
