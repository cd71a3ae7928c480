/** Consents, referrals, transfers and turning 20 as parts of the statement that reads what happened. */
import { at, ofThem, part, strike } from './happening-part.store.ts'

const consented = `'purpose', c.purpose, 'receiver', c.receiver_name`

const consent = (event: string, on: string, by: string, more: string, when: string): string =>
  part({
    kind: `'sharing'`,
    event: `'${event}'`,
    on,
    by: 's.name',
    detail: `${consented}${more}`,
    from: `consents.consent c left join access.staff s on s.id = c.${by} where ${ofThem('c')} and ${when}`,
  })

/** `by` empty: said through the link. */
const referral = (event: string, on: string, by: string, more: string, when: string): string =>
  part({
    kind: `'sharing'`,
    event: `'${event}'`,
    on,
    by: 's.name',
    detail: `${consented}${more}`,
    from: `referrals.referral r join consents.consent c on c.id = r.consent_id left join access.staff s on s.id = r.${by}
      where ${ofThem('r')} and ${when}`,
  })

const outcomes = part({
  kind: `'sharing'`,
  event: `'referralOutcome'`,
  on: 'o.on_day',
  by: 's.name',
  detail: `${consented}, 'outcome', o.kind`,
  from: `referrals.outcome o join referrals.referral r on r.id = o.referral_id join consents.consent c on c.id = r.consent_id
    left join access.staff s on s.id = o.said_by where ${ofThem('r')}`,
})

const outgoing = (step: string, instant: string, by: string): string =>
  part({
    kind: `'transfer'`,
    event: `'transferOut'`,
    ...at(instant),
    by,
    detail: `'step', ${step}, 'municipality', o.to_municipality`,
    from: `transfers.outgoing o left join access.staff s on s.id = o.offered_by left join access.staff w on w.id = o.withdrawn_by
      where ${ofThem('o')} and ${instant} is not null`,
  })

/** An offer hither says nothing of anybody until somebody has accepted it and what it is about has come (ADR 0040). */
const incoming = (step: string, instant: string, by: string): string =>
  part({
    kind: `'transfer'`,
    event: `'transferIn'`,
    ...at(instant),
    by,
    detail: `'step', '${step}', 'municipality', n.from_municipality`,
    from: `transfers.incoming n left join access.staff s on s.id = n.answered_by
      where n.content ->> 'number' in (select i.number from register.identity i where i.known_until = 'infinity' and ${ofThem('i')})`,
  })

/** What somebody put into the register of what came: which part it was, never the value. */
const kept = part({
  kind: `'transfer'`,
  event: `'transferKept'`,
  ...at('k.kept_at'),
  by: 's.name',
  detail: `'part', k.part, 'municipality', n.from_municipality`,
  struck: strike('t.name', `''`, 'k.taken_back_at is not null'),
  from: `transfers.kept k join transfers.incoming n on n.id = k.incoming_pk join access.staff s on s.id = k.kept_by
    left join access.staff t on t.id = k.taken_back_by where ${ofThem('k')}`,
})

const closings = part({
  kind: `'transfer'`,
  event: `'moveClosed'`,
  on: 'c.said_on',
  by: 's.name',
  detail: `'outcome', c.outcome`,
  struck: strike('t.name', `''`, 'c.struck_at is not null'),
  from: `transfers.closing c join access.staff s on s.id = c.said_by left join access.staff t on t.id = c.struck_by where ${ofThem('c')}`,
})

const marks = part({
  kind: `'turning20'`,
  event: `case when k.kind = 'talked' then 'turningTalked' else 'turningAsked' end`,
  on: 'k.on_day',
  by: 's.name',
  detail: `'answer', k.answer`,
  struck: strike('t.name', `''`, 'k.struck_at is not null'),
  from: `turning20.mark k join access.staff s on s.id = k.said_by left join access.staff t on t.id = k.struck_by where ${ofThem('k')}`,
})

const waivers = part({
  kind: `'turning20'`,
  event: `'turningWaived'`,
  on: 'v.on_day',
  by: 's.name',
  detail: `'item', v.item, 'why', v.why`,
  struck: strike('t.name', `''`, 'v.struck_at is not null'),
  from: `turning20.waiver v join access.staff s on s.id = v.said_by left join access.staff t on t.id = v.struck_by where ${ofThem('v')}`,
})

const receiver = (event: string, on: string, by: string, when: string): string =>
  part({
    kind: `'turning20'`,
    event: `'${event}'`,
    on,
    by: 's.name',
    detail: `'receiver', h.receiver, 'answer', h.answer`,
    from: `turning20.hand_over h left join access.staff s on s.id = h.${by} where ${ofThem('h')} and ${when}`,
  })

const endings = part({
  kind: `'turning20'`,
  event: `'turningEnded'`,
  on: 'n.on_day',
  by: 's.name',
  detail: `'outcome', n.outcome, 'receiver', coalesce(h.receiver, '')`,
  struck: strike('t.name', `''`, 'n.struck_at is not null'),
  from: `turning20.ending n left join turning20.hand_over h on h.id = n.hand_over_pk join access.staff s on s.id = n.said_by
    left join access.staff t on t.id = n.struck_by where ${ofThem('n')}`,
})

/** Everything that is shared with others, and handed over. */
export const sharingParts: readonly string[] = [
  consent('consentGiven', 'c.given_on', 'recorded_by', `, 'untilOn', c.until_on, 'withGuardian', c.guardian_on is not null`, 'true'),
  consent('consentWithdrawn', 'c.withdrawn_on', 'withdrawn_by', '', 'c.withdrawn_on is not null'),
  referral('referralSent', 'r.sent_on', 'sent_by', '', 'true'),
  referral('referralAnswered', 'r.answered_on', 'answered_by', `, 'answer', r.answer, 'reason', r.reject_reason`, 'r.answer is not null'),
  referral('referralRevoked', 'r.revoked_on', 'revoked_by', '', 'r.revoked_on is not null'),
  outcomes,
  outgoing(`'offered'`, 'o.offered_at', 's.name'),
  outgoing('o.answer', 'o.answered_at', 'null'),
  outgoing(`'sent'`, 'o.sent_at', 'null'),
  outgoing(`'withheld'`, 'o.withheld_at', 'null'),
  outgoing(`'withdrawn'`, 'o.withdrawn_at', 'w.name'),
  incoming('accepted', 'n.answered_at', 's.name'),
  incoming('received', 'n.content_at', 'null'),
  kept,
  closings,
  marks,
  waivers,
  receiver('receiverAsked', 'h.asked_on', 'asked_by', 'true'),
  receiver('receiverAnswered', 'h.answered_on', 'answered_by', 'h.answer is not null'),
  endings,
]
