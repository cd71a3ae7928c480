-- Up Migration
-- Hembesök: rundor med två namngivna medarbetare och en tredje som vakar.
create schema visits;
grant usage on schema visits to lots_app;

create table visits.round (
  id bigint generated always as identity primary key,
  round_id uuid not null unique default gen_random_uuid(),
  on_day date not null,
  area text not null constraint a_round_has_an_area check (btrim(area) = area and length(area) between 1 and 80),
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
  constraint a_visit_round_ends_after_it_starts check (ends_at > starts_at)
);
comment on table visits.round is 'En dags hembesök i ett område: alltid två som går, och en tredje som larmas.';
grant select, insert, update (on_day, area, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, state, closed_at, version) on visits.round to lots_app;

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
  constraint in_before_out check (checked_out_at is null or (checked_in_at is not null and checked_out_at >= checked_in_at))
);
comment on table visits.stop is 'Ett besök i rundan, i den ordning de görs.';
create unique index one_stop_per_youth_and_round on visits.stop (round_id, person_id) where removed_at is null;
create index stop_by_person on visits.stop (person_id);
grant select, insert, update (place, planned_at, checked_in_at, checked_out_at, result, note, contact_id, removed_at, version) on visits.stop to lots_app;

create table visits.alarm (
  id bigint generated always as identity primary key,
  stop_id bigint not null unique references visits.stop,
  raised_at timestamptz not null default clock_timestamp(),
  answered_by uuid references access.staff,
  answered_at timestamptz,
  note text not null default '',
  constraint alarm_answered_says_by_whom check ((answered_by is null) = (answered_at is null))
);
comment on table visits.alarm is 'Larm till den tredje personen: någon checkade in och hördes inte av.';
grant select, insert, update (answered_by, answered_at, note) on visits.alarm to lots_app;
grant usage on all sequences in schema visits to lots_app;
