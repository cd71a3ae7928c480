-- Up Migration
-- Hembesök: rundor med två namngivna medarbetare och en tredje som vakar.
create schema visits;
grant usage on schema visits to lots_app;

create table visits.round (
  id bigint generated always as identity primary key,
  round_id uuid not null unique default gen_random_uuid(),
  on_day date not null,
  area text not null constraint a_round_has_an_area check (btrim(area) = area and length(area) between 1 and 80),
  -- Området som ungdomar föreslås ur; utan: hela kommunen.
  district_id integer references organisation.district,
  starts_at time not null,
  ends_at time not null,
  first_staff_id uuid not null references access.staff,
  second_staff_id uuid not null references access.staff,
  watch_staff_id uuid not null references access.staff,
  state text not null default 'planned' constraint visit_round_state_is_known check (state in ('planned', 'underWay', 'done', 'cancelled')),
  planned_by uuid not null references access.staff,
  planned_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  version integer not null default 1,
  constraint two_different_staff_visit check (first_staff_id <> second_staff_id),
  constraint a_third_person_watches check (watch_staff_id not in (first_staff_id, second_staff_id)),
  constraint a_visit_round_ends_after_it_starts check (ends_at > starts_at),
  constraint a_round_is_planned_for_a_day_to_come check (on_day >= (planned_at at time zone 'Europe/Stockholm')::date),
  constraint a_round_that_is_over_says_when check ((state in ('done', 'cancelled')) = (closed_at is not null))
);
comment on table visits.round is 'En dags hembesök i ett område: alltid två som går, och en tredje som larmas.';
create index round_by_day on visits.round (on_day);
create index round_under_way on visits.round (id) where state in ('planned', 'underWay');
grant select, insert, update (on_day, area, district_id, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, state, closed_at, version) on visits.round to lots_app;

-- De som går och den som vakar arbetar här.
create function visits.staff_of_a_round_are_active() returns trigger language plpgsql as $$
begin
  if exists (select from access.staff t where t.id in (new.first_staff_id, new.second_staff_id, new.watch_staff_id) and not t.active) then
    raise exception 'the staff of a round are active' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger staff_of_a_round_are_active before insert or update of first_staff_id, second_staff_id, watch_staff_id on visits.round
  for each row execute function visits.staff_of_a_round_are_active();

create table visits.stop (
  id bigint generated always as identity primary key,
  stop_id uuid not null unique default gen_random_uuid(),
  round_id bigint not null references visits.round,
  person_id bigint not null references register.person,
  place integer not null,
  planned_at time,
  checked_in_at timestamptz,
  checked_out_at timestamptz,
  result text constraint visit_result_is_known check (result in ('reached', 'notHome', 'wrongAddress', 'someoneElse', 'declined', 'notMade')),
  note text not null default '' constraint visit_note_is_short check (length(note) <= 500),
  contact_id bigint references outreach.contact,
  removed_at timestamptz,
  version integer not null default 1,
  constraint in_before_out check (checked_out_at is null or (checked_in_at is not null and checked_out_at >= checked_in_at)),
  constraint a_visit_that_was_made_was_checked_in check (result is null or result = 'notMade' or checked_in_at is not null),
  constraint a_visit_that_was_made_is_a_contact check ((contact_id is not null) = (result is not null and result <> 'notMade'))
);
comment on table visits.stop is 'Ett besök i rundan, i den ordning de görs.';
create unique index one_stop_per_youth_and_round on visits.stop (round_id, person_id) where removed_at is null;
create index stop_by_person on visits.stop (person_id);
create index stop_checked_in on visits.stop (round_id) where checked_in_at is not null and checked_out_at is null;
grant select, insert, update (place, planned_at, checked_in_at, checked_out_at, result, note, contact_id, removed_at, version) on visits.stop to lots_app;

-- Skyddade ungdomar finns aldrig i en runda. Den som blir skyddad senare syns inte mer (worklist.seen).
create function visits.nobody_protected_is_visited() returns trigger language plpgsql as $$
begin
  if register.is_protected(new.person_id) then
    raise exception 'nobody protected is visited' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger nobody_protected_is_visited before insert on visits.stop
  for each row execute function visits.nobody_protected_is_visited();

create function visits.a_round_ends_once() returns trigger language plpgsql as $$
begin
  if old.state in ('done', 'cancelled') or (old.state = 'underWay' and new.state in ('planned', 'cancelled')) then
    raise exception 'a round ends once, and one under way is not cancelled' using errcode = 'restrict_violation';
  end if;
  if new.state = 'done' and exists (select from visits.stop s where s.round_id = new.id and s.removed_at is null and s.result is null) then
    raise exception 'a round is closed when every visit has its result' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_round_ends_once before update of state on visits.round
  for each row when (old.state is distinct from new.state) execute function visits.a_round_ends_once();

create table visits.card (
  id bigint generated always as identity primary key,
  card_id uuid not null unique default gen_random_uuid(),
  stop_id bigint not null references visits.stop,
  visit_day date not null,
  visit_time time not null,
  printed_at timestamptz not null default clock_timestamp(),
  printed_by uuid not null references access.staff,
  delivered_on date,
  delivered_by uuid references access.staff,
  contact_id bigint references outreach.contact,
  constraint a_delivered_card_says_by_whom check ((delivered_on is null) = (delivered_by is null)),
  constraint a_delivered_card_is_a_contact check ((delivered_on is null) = (contact_id is null)),
  constraint a_card_comes_no_later_than_the_visit check (delivered_on <= visit_day)
);
comment on table visits.card is 'Knackakort: dagen och tiden som står på kortet, och när det lämnades ut. Ett kort skrivs aldrig om; ändras besöket trycks ett nytt.';
create index card_by_stop on visits.card (stop_id, id);
grant select, insert, update (delivered_on, delivered_by, contact_id) on visits.card to lots_app;

create function visits.a_card_is_delivered_once() returns trigger language plpgsql as $$
begin
  if old.delivered_on is not null then
    raise exception 'a card is delivered once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_card_is_delivered_once before update on visits.card
  for each row execute function visits.a_card_is_delivered_once();

-- Knackakort före besök: ungdomen har fått ett kort med just den dagen, eller har själv gått med på ett besök den dagen.
create function visits.is_announced(person bigint, on_day date) returns boolean language sql stable as $$
  select exists (select from visits.card c join visits.stop s on s.id = c.stop_id
      where c.delivered_on is not null and c.visit_day = on_day and register.root_now(s.person_id) = register.root_now(person))
    or exists (select from outreach.contact c where c.struck_at is null and c.reached and c.next_step = 'visit' and c.next_on = on_day
      and register.root_now(c.person_id) = register.root_now(person))
$$;
grant execute on function visits.is_announced to lots_app;

create function visits.a_visit_is_announced() returns trigger language plpgsql as $$
begin
  if not visits.is_announced(new.person_id, (select r.on_day from visits.round r where r.id = new.round_id)) then
    raise exception 'a card comes before the visit' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_visit_is_announced before update of checked_in_at on visits.stop
  for each row when (old.checked_in_at is null and new.checked_in_at is not null) execute function visits.a_visit_is_announced();

-- Vem som har rundan med sig. Det som skrevs på den telefonen tas emot, också om någon annan har fått rundan under tiden.
create table visits.pocket (
  id bigint generated always as identity primary key,
  round_id bigint not null references visits.round,
  staff_id uuid not null references access.staff,
  taken_at timestamptz not null default clock_timestamp()
);
comment on table visits.pocket is 'När en medarbetare tog med rundan på telefonen.';
create index pocket_by_round on visits.pocket (round_id, staff_id);
grant select, insert on visits.pocket to lots_app;

create table visits.change (
  id bigint generated always as identity primary key,
  -- Slumpad där ändringen gjordes: samma ändring tas emot en gång, hur ofta den än skickas.
  change_id uuid not null unique,
  stop_id bigint not null references visits.stop,
  staff_id uuid not null references access.staff,
  made_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  base_version integer not null,
  fields jsonb not null,
  -- Fält där någon annan hann skriva något annat. Det som står i besöket gäller tills någon har valt.
  in_conflict text[] not null default '{}',
  settled_at timestamptz,
  settled_by uuid references access.staff,
  constraint conflicts_are_about_fields check (in_conflict <@ array['checkedInAt', 'checkedOutAt', 'result', 'note']),
  constraint settled_says_by_whom check ((settled_at is null) = (settled_by is null)),
  constraint only_a_conflict_is_settled check (settled_at is null or cardinality(in_conflict) > 0)
);
comment on table visits.change is 'Allt som skrivits om besöken, från vilken telefon och när, också det som inte kom att gälla.';
create index change_by_stop on visits.change (stop_id, id);
grant select, insert, update (settled_at, settled_by) on visits.change to lots_app;
create function visits.a_conflict_is_settled_once() returns trigger language plpgsql as $$
begin
  if old.settled_at is not null then
    raise exception 'a conflict is settled once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_conflict_is_settled_once before update on visits.change
  for each row execute function visits.a_conflict_is_settled_once();

create table visits.alarm (
  id bigint generated always as identity primary key,
  stop_id bigint not null unique references visits.stop,
  raised_at timestamptz not null default clock_timestamp(),
  answered_by uuid references access.staff,
  answered_at timestamptz,
  note text not null default '' constraint alarm_note_is_short check (length(note) <= 500),
  constraint alarm_answered_says_by_whom check ((answered_by is null) = (answered_at is null)),
  constraint alarm_answered_says_what_was_found check (answered_at is null or btrim(note) <> '')
);
comment on table visits.alarm is 'Larm till den tredje personen: någon checkade in och hördes inte av.';
grant select, insert, update (answered_by, answered_at, note) on visits.alarm to lots_app;
create function visits.an_alarm_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null then
    raise exception 'an alarm is answered once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_alarm_is_answered_once before update on visits.alarm
  for each row execute function visits.an_alarm_is_answered_once();
grant usage on all sequences in schema visits to lots_app;
