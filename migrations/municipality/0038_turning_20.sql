-- Up Migration
-- När en ungdom fyller 20 upphör aktivitetsansvaret (skollagen 29 kap. 9 §): vad som är gjort inför det, vem som tillfrågats om att ta över, och hur det slutade.
create schema turning20;
grant usage on schema turning20 to lots_app;

create table turning20.mark (
  id bigint generated always as identity primary key,
  mark_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  kind text not null constraint mark_kind_is_known check (kind in ('talked', 'asked')),
  -- Vad ungdomen svarade på frågan om någon ska ta över. Utan ett ja lämnas ingenting.
  answer text constraint answer_of_a_youth_is_known check (answer in ('wants', 'declines', 'notReached')),
  on_day date not null,
  said_by uuid not null references access.staff,
  said_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by uuid references access.staff,
  constraint asking_has_an_answer check ((kind = 'asked') = (answer is not null)),
  constraint a_struck_mark_says_by_whom check ((struck_at is null) = (struck_by is null))
);
comment on table turning20.mark is 'Samtal och fråga inför 20. Det som var fel stryks och står kvar.';
create unique index one_mark_of_a_kind on turning20.mark (person_id, kind) where struck_at is null;
grant select, insert, update (struck_at, struck_by) on turning20.mark to lots_app;

-- Det på checklistan som inte behövs, med en orsak som väljs: aldrig fri text om ungdomen.
create table turning20.waiver (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  item text not null,
  why text not null,
  on_day date not null,
  said_by uuid not null references access.staff,
  said_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by uuid references access.staff,
  constraint what_is_not_needed_says_why check ((item = 'letter' and why in ('toldInPerson', 'noAddress')) or (item = 'talk' and why = 'declines')
    or (item in ('measures', 'plan') and why = 'continues')),
  constraint a_struck_waiver_says_by_whom check ((struck_at is null) = (struck_by is null))
);
comment on table turning20.waiver is 'Rader på checklistan som inte behövs, och varför.';
create unique index one_waiver_of_an_item on turning20.waiver (person_id, item) where struck_at is null;
grant select, insert, update (struck_at, struck_by) on turning20.waiver to lots_app;

create table turning20.hand_over (
  id bigint generated always as identity primary key,
  hand_over_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  -- En verksamhet, aldrig en människa.
  receiver text not null constraint a_receiver_has_a_name check (btrim(receiver) = receiver and length(receiver) between 1 and 80),
  asked_on date not null,
  asked_by uuid not null references access.staff,
  -- Hur verksamheten fick veta vem det gäller: på samtycke, på en annan grund som någon har beslutat, eller inte alls.
  ground text not null constraint ground_of_asking_is_known check (ground in ('consent', 'withoutName', 'ownBoard', 'ownWork', 'dutyByLaw', 'generalClause')),
  consent_pk bigint references consents.consent,
  answer text constraint answer_of_a_receiver_is_known check (answer in ('accepted', 'refused')),
  answered_on date,
  answered_by uuid references access.staff,
  made_at timestamptz not null default clock_timestamp(),
  constraint an_answer_says_when_and_by_whom check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null)),
  constraint nobody_answers_before_the_question check (answered_on >= asked_on),
  constraint a_consent_is_named check ((ground = 'consent') = (consent_pk is not null)),
  constraint nobody_takes_over_somebody_without_a_name check (answer is distinct from 'accepted' or ground <> 'withoutName')
);
comment on table turning20.hand_over is 'Verksamheter som tillfrågats om att ta över, och vad de svarade.';
create unique index one_open_hand_over on turning20.hand_over (person_id) where answer is null;
create unique index one_receiver_accepts on turning20.hand_over (person_id) where answer = 'accepted';
grant select, insert, update (answer, answered_on, answered_by, ground, consent_pk) on turning20.hand_over to lots_app;

create function turning20.same(person bigint) returns setof bigint language sql stable as $$
  select register.root_now(person) union select person union select m.absorbed_id from register.merged_now m where m.root_id = register.root_now(person)
$$;
grant execute on function turning20.same to lots_app;

create function turning20.only_who_wants_is_handed_over() returns trigger language plpgsql as $$
begin
  if not exists (select from turning20.mark k where k.person_id in (select turning20.same(new.person_id)) and k.kind = 'asked' and k.answer = 'wants'
      and k.struck_at is null) then
    raise exception 'only a youth who wants it is handed over' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_who_wants_is_handed_over before insert on turning20.hand_over
  for each row execute function turning20.only_who_wants_is_handed_over();
-- Samtycket är ungdomens, för att lämna över, och gällde den dag verksamheten fick veta.
create function turning20.a_consent_covers_the_asking() returns trigger language plpgsql as $$
begin
  if new.consent_pk is not null and (tg_op = 'INSERT' or new.consent_pk is distinct from old.consent_pk)
      and not exists (select from consents.consent c where c.id = new.consent_pk and c.purpose = 'handOver' and c.withdrawn_on is null
        and c.person_id in (select turning20.same(new.person_id))
        and coalesce(new.answered_on, new.asked_on) between c.given_on and c.until_on) then
    raise exception 'a receiver is told on a consent that holds' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_consent_covers_the_asking before insert or update of consent_pk on turning20.hand_over
  for each row execute function turning20.a_consent_covers_the_asking();
create function turning20.a_receiver_answers_once() returns trigger language plpgsql as $$
begin
  if old.answer is not null then
    raise exception 'a receiver answers once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_receiver_answers_once before update on turning20.hand_over for each row execute function turning20.a_receiver_answers_once();

create table turning20.ending (
  id bigint generated always as identity primary key,
  ending_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  outcome text not null constraint outcome_is_known check (outcome in ('handedOver', 'nobodyTookOver', 'declined', 'notReached')),
  hand_over_pk bigint references turning20.hand_over,
  on_day date not null,
  said_by uuid not null references access.staff,
  said_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by uuid references access.staff,
  constraint a_hand_over_has_a_receiver check ((outcome = 'handedOver') = (hand_over_pk is not null)),
  constraint a_struck_ending_says_by_whom check ((struck_at is null) = (struck_by is null))
);
comment on table turning20.ending is 'Hur det slutade. Att ingen tog över sägs ut, det är aldrig bara tomt.';
create unique index one_ending_for_each_youth on turning20.ending (person_id) where struck_at is null;
grant select, insert, update (struck_at, struck_by) on turning20.ending to lots_app;
create function turning20.an_ending_is_what_happened() returns trigger language plpgsql as $$
begin
  if new.outcome = 'handedOver' and not exists (select from turning20.hand_over h where h.id = new.hand_over_pk and h.answer = 'accepted'
      and h.person_id in (select turning20.same(new.person_id))) then
    raise exception 'a youth is handed over to a receiver that accepted' using errcode = 'restrict_violation';
  end if;
  if new.outcome = 'nobodyTookOver' and exists (select from turning20.hand_over h where h.person_id in (select turning20.same(new.person_id))
      and h.answer is distinct from 'refused') then
    raise exception 'nobody took over when nobody accepts and nobody is asked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_ending_is_what_happened before insert on turning20.ending for each row execute function turning20.an_ending_is_what_happened();
create function turning20.what_is_struck_stays_struck() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null then
    raise exception 'what is struck stays struck' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_struck_stays_struck before update on turning20.mark for each row execute function turning20.what_is_struck_stays_struck();
create trigger what_is_struck_stays_struck before update on turning20.waiver for each row execute function turning20.what_is_struck_stays_struck();
create trigger what_is_struck_stays_struck before update on turning20.ending for each row execute function turning20.what_is_struck_stays_struck();
grant usage on all sequences in schema turning20 to lots_app;
