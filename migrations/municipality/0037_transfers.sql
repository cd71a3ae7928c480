-- Up Migration
-- Överflytt när en ungdom flyttar: erbjudanden härifrån och hit, det som följer med sedan det godtagits, och nycklar för kommuner utanför anläggningen.
create schema transfers;
grant usage on schema transfers to lots_app;

-- Det som får följa med är den uttömmande uppräkningen i förordning 2006:39, 4 §. Tvilling till transfers/carried.rules.ts.
create function transfers.may_be_carried(content jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(content) = 'object'
    and not exists (select from jsonb_object_keys(content) k where k not in ('number', 'phones', 'emails', 'occupations', 'educations', 'measures'))
    and not exists (select from jsonb_array_elements(coalesce(content -> 'phones', '[]') || coalesce(content -> 'emails', '[]')) e where jsonb_typeof(e) <> 'string')
    and not exists (select from jsonb_array_elements(coalesce(content -> 'occupations', '[]')) e, jsonb_object_keys(e) k
      where k not in ('kind', 'sinceOn', 'statedOn'))
    and not exists (select from jsonb_array_elements(coalesce(content -> 'educations', '[]')) e, jsonb_object_keys(e) k
      where k not in ('schoolType', 'educationCode', 'startOn', 'endOn'))
    and not exists (select from jsonb_array_elements(coalesce(content -> 'measures', '[]')) e, jsonb_object_keys(e) k
      where k not in ('content', 'fromOn', 'endedOn', 'endReason'))
$$;
grant execute on function transfers.may_be_carried to lots_app;

create table transfers.outgoing (
  id bigint generated always as identity primary key,
  transfer_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  to_municipality text not null constraint an_offer_is_to_a_municipality check (to_municipality ~ '^[0-9]{4}$'),
  offered_by uuid not null references access.staff,
  offered_at timestamptz not null default clock_timestamp(),
  -- Inom anläggningen lämnas erbjudandet av sig självt; utanför den som en fil som någon hämtar.
  delivery text constraint way_of_an_offer_is_known check (delivery in ('inside', 'file')),
  delivered_at timestamptz,
  answer text constraint answer_to_an_offer_is_known check (answer in ('accepted', 'refused')),
  answered_at timestamptz,
  sent_at timestamptz,
  -- Inget stämmer längre: det som godtogs skickas inte.
  withheld text constraint withholding_is_known check (withheld in ('protected', 'notThere', 'stillHere', 'turned20', 'noNumber')),
  withheld_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.staff,
  -- Att erbjudandet togs tillbaka är sagt hos den andra kommunen.
  withdrawal_told_at timestamptz,
  constraint a_delivered_offer_says_how check ((delivery is null) = (delivered_at is null)),
  constraint an_answer_has_a_time check ((answer is null) = (answered_at is null)),
  constraint nothing_is_answered_before_it_is_delivered check (answer is null or delivered_at is not null),
  constraint nothing_is_sent_before_it_is_accepted check (sent_at is null or answer is not distinct from 'accepted'),
  constraint what_is_withheld_was_accepted check ((withheld is null) = (withheld_at is null) and (withheld is null or (answer is not distinct from 'accepted' and sent_at is null))),
  constraint what_is_withdrawn_is_not_sent check (withdrawn_at is null or sent_at is null),
  constraint a_withdrawal_is_told_after_it_is_made check (withdrawal_told_at is null or withdrawn_at is not null)
);
comment on table transfers.outgoing is 'Erbjudanden om överflytt till ungdomens nya hemkommun. Inget lämnas förrän det godtagits.';
create unique index one_open_offer_for_each_youth on transfers.outgoing (person_id)
  where withdrawn_at is null and sent_at is null and withheld_at is null and answer is distinct from 'refused';
create index outgoing_by_person on transfers.outgoing (person_id, id);
grant select, insert, update (delivery, delivered_at, answer, answered_at, sent_at, withheld, withheld_at, withdrawn_at, withdrawn_by, withdrawal_told_at)
  on transfers.outgoing to lots_app;

-- Ingen skyddad ungdom erbjuds eller skickas härifrån med maskin (OSL 21 kap. 3 §, 22 kap. 1 §).
create function transfers.nobody_protected_is_handed_over() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' or (new.delivered_at is not null and old.delivered_at is null) or (new.sent_at is not null and old.sent_at is null))
      and register.is_protected(new.person_id) then
    raise exception 'nobody protected is handed over by a machine' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger nobody_protected_is_handed_over before insert or update on transfers.outgoing
  for each row execute function transfers.nobody_protected_is_handed_over();

create function transfers.an_offer_moves_forward() returns trigger language plpgsql as $$
begin
  if (old.answer is not null and (new.answer, new.answered_at) is distinct from (old.answer, old.answered_at))
      or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
      or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by) is distinct from (old.withdrawn_at, old.withdrawn_by))
      or (old.withheld_at is not null and (new.withheld, new.withheld_at) is distinct from (old.withheld, old.withheld_at)) then
    raise exception 'what became of an offer stands' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_offer_moves_forward before update on transfers.outgoing for each row execute function transfers.an_offer_moves_forward();

create table transfers.incoming (
  id bigint generated always as identity primary key,
  transfer_id uuid not null unique,
  from_municipality text not null constraint an_offer_is_from_a_municipality check (from_municipality ~ '^[0-9]{4}$'),
  -- Det enda som kommer före ett godtagande. Tas bort när erbjudandet är över.
  number text constraint an_offer_is_of_an_identity_number check (number ~ '^[0-9]{12}$'),
  way text not null constraint way_of_an_incoming_offer_is_known check (way in ('inside', 'file')),
  received_at timestamptz not null default clock_timestamp(),
  answer text constraint answer_is_known check (answer in ('accepted', 'refused')),
  -- Stannar här: den andra kommunen får veta att det avböjdes, inte varför.
  reason text constraint reason_of_a_refusal_is_known check (reason in ('notResident', 'notNeeded', 'wrongPerson')),
  -- Tomt: ingen kunde svara i tid, och erbjudandet gick tillbaka av sig självt.
  answered_by uuid references access.staff,
  answered_at timestamptz,
  told_at timestamptz,
  content jsonb constraint only_what_2006_39_allows_is_carried check (transfers.may_be_carried(content)),
  content_at timestamptz,
  withdrawn_at timestamptz,
  wiped_at timestamptz,
  constraint an_answer_says_when check ((answer is null) = (answered_at is null)),
  constraint a_refusal_says_why check ((answer is not distinct from 'refused') = (reason is not null)),
  constraint only_a_human_accepts check (answer is distinct from 'accepted' or answered_by is not null),
  constraint nothing_is_shared_before_it_is_accepted check (content_at is null or answer is not distinct from 'accepted'),
  constraint content_came_once check (content is null or content_at is not null),
  constraint a_refused_offer_keeps_no_number check (answer is distinct from 'refused' or number is null),
  constraint a_withdrawn_offer_keeps_no_number check (withdrawn_at is null or number is null),
  constraint what_is_wiped_is_gone check (wiped_at is null or (number is null and content is null)),
  constraint an_answer_is_told_after_it_is_given check (told_at is null or answer is not null)
);
comment on table transfers.incoming is 'Erbjudanden från andra kommuner. Före godtagande bara numret; visas bara om den som enligt vårt eget register bor här.';
create index incoming_by_number on transfers.incoming (number) where number is not null;
create index incoming_that_waits on transfers.incoming (id) where answer is null and withdrawn_at is null;
grant select, insert, update (number, answer, reason, answered_by, answered_at, told_at, content, content_at, withdrawn_at, wiped_at)
  on transfers.incoming to lots_app;
create function transfers.an_answer_is_given_once() returns trigger language plpgsql as $$
begin
  if old.answer is not null and (new.answer, new.reason, new.answered_by, new.answered_at) is distinct from (old.answer, old.reason, old.answered_by, old.answered_at) then
    raise exception 'an offer is answered once' using errcode = 'restrict_violation';
  end if;
  if old.content_at is not null and (new.content_at is distinct from old.content_at or (new.content is distinct from old.content and new.content is not null)) then
    raise exception 'what was carried stands until it is wiped' using errcode = 'restrict_violation';
  end if;
  if old.withdrawn_at is not null and (new.answer, new.content_at, new.withdrawn_at) is distinct from (old.answer, old.content_at, old.withdrawn_at) then
    raise exception 'what was withdrawn is over' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_answer_is_given_once before update on transfers.incoming for each row execute function transfers.an_answer_is_given_once();

-- Kommunens egna nycklar. Privata nycklar lämnar aldrig databasen; säkerhetskopior ska förvaras därefter.
create table transfers.own_key (
  id bigint generated always as identity primary key,
  signing text not null constraint a_signing_key_is_whole check (signing ~ '^[A-Za-z0-9_-]{43}$'),
  agreement text not null constraint an_agreement_key_is_whole check (agreement ~ '^[A-Za-z0-9_-]{43}$'),
  signing_private bytea not null,
  agreement_private bytea not null,
  made_by uuid references access.staff,
  made_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
comment on table transfers.own_key is 'Nycklar för överflytt till och från kommuner utanför anläggningen.';
create unique index one_key_in_use on transfers.own_key ((true)) where ended_at is null;
grant select, insert, update (ended_at) on transfers.own_key to lots_app;

create table transfers.partner_key (
  id bigint generated always as identity primary key,
  municipality text not null constraint a_partner_is_a_municipality check (municipality ~ '^[0-9]{4}$'),
  signing text not null constraint a_partners_signing_key_is_whole check (signing ~ '^[A-Za-z0-9_-]{43}$'),
  agreement text not null constraint a_partners_agreement_key_is_whole check (agreement ~ '^[A-Za-z0-9_-]{43}$'),
  -- Den som jämförde fingeravtrycket med den andra kommunen på annan väg.
  compared_by uuid not null references access.staff,
  compared_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by uuid references access.staff,
  constraint an_ended_key_says_by_whom check ((ended_at is null) = (ended_by is null))
);
comment on table transfers.partner_key is 'Andra kommuners nycklar, vars fingeravtryck har jämförts.';
create unique index one_key_for_each_partner on transfers.partner_key (municipality) where ended_at is null;
grant select, insert, update (ended_at, ended_by) on transfers.partner_key to lots_app;
grant usage on all sequences in schema transfers to lots_app;
