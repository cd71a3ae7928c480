-- Up Migration
-- Frånvaro och ersättare, och hur medarbetare nås i tjänsten.
create schema cover;
grant usage on schema cover to lots_app;

create table cover.absence (
  id bigint generated always as identity primary key,
  absence_id uuid not null unique default gen_random_uuid(),
  staff_id uuid not null references access.staff,
  substitute_id uuid not null references access.staff,
  from_on date not null,
  -- Första dagen tillbaka.
  until_on date not null,
  set_by uuid not null references access.staff,
  set_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  -- När den som var borta har läst sammanfattningen.
  summary_read_at timestamptz,
  version integer not null default 1,
  constraint an_absence_lasts check (until_on > from_on),
  constraint nobody_covers_for_themselves check (substitute_id <> staff_id),
  constraint one_absence_at_a_time exclude using gist (staff_id with =, daterange(from_on, until_on) with &&) where (ended_at is null)
);
comment on table cover.absence is 'När en medarbetare är borta och vem som tar det som är på gång.';
grant select, insert, update (until_on, substitute_id, ended_at, summary_read_at, version) on cover.absence to lots_app;
create trigger lists_hear_of_it after insert or update on cover.absence for each statement execute function worklist.note_change();

-- Vilkas ungdomar som är mina i dag: mina egna, och deras som jag ersätter.
create function cover.stands_in_for(staff uuid, on_day date) returns setof uuid language sql stable as $$
  select staff
  union
  select a.staff_id from cover.absence a where a.substitute_id = staff and a.ended_at is null and a.from_on <= on_day and a.until_on > on_day
$$;
grant execute on function cover.stands_in_for to lots_app;
grant usage on all sequences in schema cover to lots_app;

alter table access.staff
  add column phone text constraint staff_phone_is_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  add column email text constraint staff_email_has_an_at check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$');
comment on column access.staff.phone is 'Tjänstetelefon: står i brev, och larm från hembesök går hit.';
grant update (phone, email) on access.staff to lots_app;
