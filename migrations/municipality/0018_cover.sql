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
  -- Borttagen innan den började.
  ended_at timestamptz,
  -- När den som var borta har läst sammanfattningen.
  summary_read_at timestamptz,
  version integer not null default 1,
  constraint an_absence_lasts check (until_on > from_on),
  constraint an_absence_lasts_a_year_at_most check (until_on - from_on <= 366),
  constraint nobody_covers_for_themselves check (substitute_id <> staff_id),
  constraint a_summary_is_read_on_return check ((summary_read_at at time zone 'Europe/Stockholm')::date >= until_on),
  constraint one_absence_at_a_time exclude using gist (staff_id with =, daterange(from_on, until_on) with &&) where (ended_at is null)
);
comment on table cover.absence is 'När en medarbetare är borta och vem som tar det som är på gång.';
create index absence_by_substitute on cover.absence (substitute_id, until_on) where ended_at is null;
grant select, insert, update (until_on, substitute_id, ended_at, summary_read_at, version) on cover.absence to lots_app;
create trigger lists_hear_of_it after insert or update on cover.absence for each statement execute function worklist.note_change();

-- Den som ersätter är i tjänst, arbetar med ungdomar, och hör till samma enhet eller ser hela kommunen. Regeln säger det före; databasen säger det också.
create function cover.a_substitute_sees_what_is_covered() returns trigger language plpgsql as $$
begin
  if not exists (select from access.staff s join access.staff a on a.id = new.staff_id
    where s.id = new.substitute_id and s.active and s.roles && array['coordinator', 'counsellor', 'unitManager', 'protectedHandler']
      and (s.roles && array['coordinator', 'systemCoordinator', 'protectedHandler'] or s.unit_id = a.unit_id)) then
    raise exception 'a substitute sees what is covered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_substitute_sees_what_is_covered before insert or update of substitute_id on cover.absence
  for each row execute function cover.a_substitute_sees_what_is_covered();

-- Var och en anger sin egen frånvaro, samordnare allas och enhetschefer sin enhets. Det som är över ändras inte.
create function cover.an_absence_is_set_by_those_who_may() returns trigger language plpgsql as $$
begin
  if new.until_on <= (now() at time zone 'Europe/Stockholm')::date then
    raise exception 'an absence that is over is not set' using errcode = 'restrict_violation';
  end if;
  if new.set_by <> new.staff_id and not exists (select from access.staff b join access.staff a on a.id = new.staff_id
    where b.id = new.set_by and ('coordinator' = any (b.roles) or ('unitManager' = any (b.roles) and b.unit_id = a.unit_id))) then
    raise exception 'an absence is set by oneself or by somebody who leads the unit' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_absence_is_set_by_those_who_may before insert on cover.absence
  for each row execute function cover.an_absence_is_set_by_those_who_may();

create function cover.what_is_over_stands() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or old.until_on <= (now() at time zone 'Europe/Stockholm')::date then
    raise exception 'an absence that is over is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_over_stands before update of until_on, substitute_id, ended_at on cover.absence
  for each row execute function cover.what_is_over_stands();

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
