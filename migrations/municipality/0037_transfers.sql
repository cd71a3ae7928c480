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
  -- Inom anläggningen frågas den andra kommunen av sig självt; utanför den med en fil som någon hämtar.
  delivery text constraint way_of_an_offer_is_known check (delivery in ('inside', 'file')),
  delivered_at timestamptz,
  -- Frågan ligger hos den andra kommunen. Visas aldrig: det skulle säga vad deras register vet.
  arrived_at timestamptz,
  -- Senast sedd av det som sker av sig självt.
  tended_at timestamptz,
  answer text constraint answer_to_an_offer_is_known check (answer in ('accepted', 'refused', 'unanswered')),
  answered_at timestamptz,
  sent_at timestamptz,
  -- Något stämmer inte längre: det som godtogs skickas inte, och det som inte är besvarat går tillbaka av sig självt.
  withheld text constraint withholding_is_known check (withheld in ('protected', 'notThere', 'stillHere', 'turned20', 'noNumber', 'disagree')),
  withheld_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.staff,
  -- Att det är över är sagt hos den andra kommunen.
  over_told_at timestamptz,
  constraint a_delivered_offer_says_how check ((delivery is null) = (delivered_at is null)),
  constraint an_offer_arrives_inside_alone check (arrived_at is null or delivery is not distinct from 'inside'),
  constraint an_answer_has_a_time check ((answer is null) = (answered_at is null)),
  constraint nothing_is_answered_before_it_is_delivered check (answer is null or delivered_at is not null),
  constraint nothing_is_sent_before_it_is_accepted check (sent_at is null or answer is not distinct from 'accepted'),
  constraint what_is_withheld_is_not_sent check ((withheld is null) = (withheld_at is null) and (withheld is null or sent_at is null)),
  constraint what_is_withdrawn_is_not_sent check (withdrawn_at is null or sent_at is null),
  constraint a_withdrawal_says_by_whom check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint what_is_told_is_over check (over_told_at is null or withdrawn_at is not null or withheld_at is not null or answer is not distinct from 'unanswered')
);
comment on table transfers.outgoing is 'Erbjudanden om överflytt till ungdomens nya hemkommun. Inget om ungdomen lämnas förrän det godtagits.';
create unique index one_open_offer_for_each_youth on transfers.outgoing (person_id)
  where withdrawn_at is null and sent_at is null and withheld_at is null and (answer is null or answer = 'accepted');
create index outgoing_by_person on transfers.outgoing (person_id, id);
grant select, insert, update (delivery, delivered_at, arrived_at, tended_at, answer, answered_at, sent_at, withheld, withheld_at, withdrawn_at, withdrawn_by, over_told_at)
  on transfers.outgoing to lots_app;

-- Ingen skyddad ungdom erbjuds eller skickas härifrån med maskin (OSL 21 kap. 3 §, 22 kap. 1 §).
create function transfers.nobody_protected_is_handed_over() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' or (new.delivered_at is not null and old.delivered_at is null) or (new.arrived_at is not null and old.arrived_at is null)
      or (new.sent_at is not null and old.sent_at is null)) and register.is_protected(new.person_id) then
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

-- Hur det slutade för en ungdom som flyttat utan att uppgifterna lämnats över. Att ingen tog över sägs ut, det är aldrig bara tomt.
create table transfers.closing (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  -- Dagen ansvaret upphörde här: flyttar ungdomen en gång till är det en ny fråga.
  moved_on date not null,
  outcome text not null constraint outcome_of_a_move_is_known check (outcome in ('nobodyTookOver', 'otherRoad', 'nothingNeeded')),
  said_on date not null,
  said_by uuid not null references access.staff,
  said_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by uuid references access.staff,
  constraint a_struck_closing_says_by_whom check ((struck_at is null) = (struck_by is null)),
  constraint a_move_is_closed_after_it check (said_on >= moved_on)
);
comment on table transfers.closing is 'Hur det slutade för den som flyttat utan att uppgifterna lämnats över med maskin.';
create unique index one_closing_for_each_move on transfers.closing (person_id, moved_on) where struck_at is null;
grant select, insert, update (struck_at, struck_by) on transfers.closing to lots_app;
create function transfers.nobody_takes_over_what_was_not_offered() returns trigger language plpgsql as $$
begin
  if new.outcome = 'nobodyTookOver' and not exists (select from transfers.outgoing o where register.root_now(o.person_id) = register.root_now(new.person_id)
      and (o.answer in ('refused', 'unanswered') or o.withheld is not null)) then
    raise exception 'nobody took over when somebody was asked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger nobody_takes_over_what_was_not_offered before insert on transfers.closing
  for each row execute function transfers.nobody_takes_over_what_was_not_offered();
create function transfers.what_is_struck_stays_struck() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null then
    raise exception 'what is struck stays struck' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_struck_stays_struck before update on transfers.closing for each row execute function transfers.what_is_struck_stays_struck();

create table transfers.incoming (
  id bigint generated always as identity primary key,
  transfer_id uuid not null unique,
  from_municipality text not null constraint an_offer_is_from_a_municipality check (from_municipality ~ '^[0-9]{4}$'),
  way text not null constraint way_of_an_incoming_offer_is_known check (way in ('inside', 'file')),
  received_at timestamptz not null default clock_timestamp(),
  answer text constraint answer_is_known check (answer in ('accepted', 'refused')),
  answered_by uuid references access.staff,
  answered_at timestamptz,
  told_at timestamptz,
  -- Det första som säger vem det gäller. Kommer bara efter ett godtagande.
  content jsonb constraint only_what_2006_39_allows_is_carried check (transfers.may_be_carried(content)),
  content_at timestamptz,
  -- Taget tillbaka, eller inte besvarat i tid.
  withdrawn_at timestamptz,
  wiped_at timestamptz,
  constraint an_answer_says_when_and_by_whom check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  constraint nothing_is_shared_before_it_is_accepted check (content_at is null or answer is not distinct from 'accepted'),
  constraint content_came_once check (content is null or content_at is not null),
  constraint content_says_who_it_is_about check (content is null or coalesce(content ->> 'number', '') ~ '^[0-9]{12}$'),
  constraint what_was_taken_back_did_not_come check (withdrawn_at is null or content_at is null),
  constraint what_is_wiped_is_gone check (wiped_at is null or content is null),
  constraint an_answer_is_told_after_it_is_given check (told_at is null or answer is not null)
);
comment on table transfers.incoming is 'Erbjudanden från andra kommuner. Före godtagande inget om ungdomen alls: bara att något väntar, och från vilken kommun.';
create index incoming_by_number on transfers.incoming ((content ->> 'number')) where content is not null;
create index incoming_that_waits on transfers.incoming (id) where answer is null and withdrawn_at is null;
grant select, insert, update (answer, answered_by, answered_at, told_at, content, content_at, withdrawn_at, wiped_at) on transfers.incoming to lots_app;
create function transfers.an_answer_is_given_once() returns trigger language plpgsql as $$
begin
  if old.answer is not null and (new.answer, new.answered_by, new.answered_at) is distinct from (old.answer, old.answered_by, old.answered_at) then
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

-- Det mottagaren själv har lagt in i sitt register av det som kom. En sysselsättning blir en uppgift som andra, ett nummer en väg i liggaren; utbildning
-- och åtgärder från en annan kommun står här, och räknas aldrig som den egna kommunens.
create table transfers.kept (
  id bigint generated always as identity primary key,
  kept_id uuid not null unique default gen_random_uuid(),
  incoming_pk bigint not null references transfers.incoming,
  person_id bigint not null references register.person,
  part text not null constraint kept_part_is_known check (part in ('phone', 'email', 'occupation', 'education', 'measure')),
  value jsonb,
  occupation_pk bigint references outreach.occupation,
  way_pk bigint references outreach.way,
  kept_by uuid not null references access.staff,
  kept_at timestamptz not null default clock_timestamp(),
  taken_back_at timestamptz,
  taken_back_by uuid references access.staff,
  constraint a_number_is_kept_in_the_ledger_alone check ((part in ('phone', 'email')) = (way_pk is not null) and (way_pk is null) = (value is not null)),
  constraint an_occupation_is_kept_as_one check ((part = 'occupation') = (occupation_pk is not null)),
  constraint what_is_taken_back_says_by_whom check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table transfers.kept is 'Vad som lagts in i registret av det som kom med en överflytt, och av vem.';
create unique index kept_once on transfers.kept (incoming_pk, part, value) where taken_back_at is null and value is not null;
create unique index number_kept_once on transfers.kept (way_pk) where taken_back_at is null;
create index kept_by_person on transfers.kept (person_id, id);
grant select, insert, update (taken_back_at, taken_back_by) on transfers.kept to lots_app;
create function transfers.what_is_kept_has_come() returns trigger language plpgsql as $$
declare came jsonb;
begin
  select n.content into came from transfers.incoming n where n.id = new.incoming_pk;
  if came is null or not (case new.part
      when 'phone' then came -> 'phones' ? (select w.value from outreach.way w where w.id = new.way_pk)
      when 'email' then came -> 'emails' ? (select w.value from outreach.way w where w.id = new.way_pk)
      when 'occupation' then came -> 'occupations' @> jsonb_build_array(new.value)
      when 'education' then came -> 'educations' @> jsonb_build_array(new.value)
      else came -> 'measures' @> jsonb_build_array(new.value) end) then
    raise exception 'what is kept has come' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_kept_has_come before insert on transfers.kept for each row execute function transfers.what_is_kept_has_come();
create function transfers.what_is_taken_back_stays_so() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is not null then
    raise exception 'what is taken back stays so' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_taken_back_stays_so before update on transfers.kept for each row execute function transfers.what_is_taken_back_stays_so();
alter table outreach.occupation drop constraint occupation_origin_is_known;
alter table outreach.occupation add constraint occupation_origin_is_known
  check (origin in ('hand', 'contact', 'reply', 'question', 'confirm', 'measure', 'coding', 'referral', 'transfer'));

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
