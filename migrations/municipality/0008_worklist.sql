-- Up Migration
create schema worklist;
grant usage on schema worklist to lots_app;
create extension if not exists pg_trgm;

-- Vilka som är skyddade just nu. Alltid räknat ur fakta, så att en sen markering syns överallt i samma ögonblick;
-- en sammanslagen människa är skyddad om någon av hennes poster är det.
create index flagged_protection on register.protection (person_id)
  where known_until = 'infinity' and (secrecy_marked or protected_registration);
create index same_person_by_kept on register.same_person (kept_id) where known_until = 'infinity';
create view register.protected_now as
  with recursive flagged as (
    select person_id from register.protection where known_until = 'infinity' and (secrecy_marked or protected_registration)
    union
    select case when s.absorbed_id = f.person_id then s.kept_id else s.absorbed_id end
    from flagged f join register.same_person s on s.known_until = 'infinity' and f.person_id in (s.absorbed_id, s.kept_id)
  )
  select person_id from flagged;
grant select on register.protected_now to lots_app;

-- Namn som de söks: gemener utan accenter och apostrofer, ljud som ofta stavas olika lika. Mellanslag mellan orden, inget annat.
create function worklist.search_key(name text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      lower(translate(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g'),
        'ØøÆæŒœŁłĐđÐðÞþßı''’‘ʼ`´', 'ooaaooLlddddttsi')),
      'ck', 'k'), 'ch', 'k'), 'kh', 'k'), 'ph', 'f'), 'th', 't'), 'q', 'k'), 'x', 'ks'), 'w', 'v'), 'z', 's'), 'c', 'k'), 'ou', 'o'),
    '(.)\1+', '\1', 'g'), '[^a-z0-9]+', ' ', 'g'))
$$;

create table worklist.youth (
  person_id bigint primary key references register.person,
  subject_id uuid not null constraint one_line_per_subject unique,
  number text,
  given_name text collate "sv-x-icu" not null,
  family_name text collate "sv-x-icu" not null,
  search_key text not null,
  born_on date,
  street text not null,
  postal_code text not null,
  locality text not null,
  district_id integer references organisation.district,
  unit_id integer references organisation.unit,
  staff_id uuid references access.staff,
  from_on date,
  until_on date,
  entry_reason text,
  exit_reason text,
  next_from_on date,
  other_form datemultirange not null default '{}',
  constraint a_period_says_why_it_began check ((from_on is null) = (entry_reason is null)),
  constraint an_ended_period_says_why check ((until_on is null) = (exit_reason is null))
);
comment on table worklist.youth is 'En rad per ungdom som listorna visar den. Härledd ur fakta, perioder och tilldelningar; kan alltid räknas om. Läses bara genom worklist.seen.';
-- I den ordning listan visas: de senast inkomna först, eller efter namn. Den som aldrig omfattats är inte med.
create index youth_by_since on worklist.youth (from_on desc, family_name, given_name, person_id) where from_on is not null;
create index youth_by_name on worklist.youth (family_name, given_name, person_id) where from_on is not null;
create index youth_by_until on worklist.youth (until_on desc nulls last, family_name, given_name, person_id) where from_on is not null;
create index youth_by_key on worklist.youth using gin (search_key gin_trgm_ops);
create index youth_by_number on worklist.youth (number text_pattern_ops);
create index youth_by_next on worklist.youth (next_from_on) where next_from_on is not null;
grant select, insert, update, delete on worklist.youth to lots_app;

-- Det en läsare får se. Enhet och skydd prövas här, så att räkningar, sökning och export aldrig kan glömma det.
create function worklist.seen(units integer[], may_read_protected boolean) returns setof worklist.youth language sql stable as $$
  select y.* from worklist.youth y
  where (units is null or y.unit_id = any (units))
    and (may_read_protected or y.person_id not in (select p.person_id from register.protected_now p))
$$;

-- Samma fråga om en enda människa: hon och de poster som är samma människa.
create function register.is_protected(person bigint) returns boolean language sql stable as $$
  with recursive same as (
    select person as id
    union
    select case when s.absorbed_id = m.id then s.kept_id else s.absorbed_id end
    from same m join register.same_person s on s.known_until = 'infinity' and m.id in (s.absorbed_id, s.kept_id)
  )
  select exists (select from register.protection p join same m on m.id = p.person_id
    where p.known_until = 'infinity' and (p.secrecy_marked or p.protected_registration))
$$;

-- Det en läsare får se av en enda ungdom: samma svar som worklist.seen, utan att räkna ut alla skyddade.
create function worklist.seen_one(units integer[], may_read_protected boolean, subject uuid) returns setof worklist.youth language sql stable as $$
  select y.* from worklist.youth y
  where y.subject_id = subject and (units is null or y.unit_id = any (units))
    and (may_read_protected or not register.is_protected(y.person_id))
$$;

create table worklist.assignment (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  unit_id integer references organisation.unit,
  staff_id uuid references access.staff,
  how text not null constraint how_is_known check (how in ('routed', 'by-hand')),
  assigned_by text not null constraint an_assignment_says_by_whom check (assigned_by <> ''),
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  constraint an_assignment_says_to_whom check (unit_id is not null or staff_id is not null)
);
comment on table worklist.assignment is 'Vilken enhet och medarbetare som har ungdomen, med historik.';
create unique index one_assignment_at_a_time on worklist.assignment (person_id) where known_until = 'infinity';
create index assignment_by_person on worklist.assignment (person_id, id);
create index assignment_by_staff on worklist.assignment (staff_id) where known_until = 'infinity';
create trigger known_until_is_set_once before update on worklist.assignment
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on worklist.assignment to lots_app;

create table worklist.watch (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  ground text not null constraint a_watch_has_a_ground check (btrim(ground) = ground and length(ground) between 1 and 500),
  from_on date not null,
  started_by text not null constraint a_watch_says_who_began check (started_by <> ''),
  stopped_by text,
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  constraint a_stopped_watch_says_who_stopped check ((known_until = 'infinity') = (stopped_by is null))
);
comment on table worklist.watch is 'Ungdomar utanför målgruppen som följs förebyggande, varför och av vem, med historik.';
create unique index one_watch_at_a_time on worklist.watch (person_id) where known_until = 'infinity';
create trigger known_until_is_set_once before update on worklist.watch
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until, stopped_by) on worklist.watch to lots_app;

-- Skyddad folkbokföring utan bekräftad vistelse den dagen: på den begränsade listan hos registrets kommun, och på ingen annan.
create function worklist.unconfirmed_stay(municipality text, on_day date) returns setof bigint language sql stable as $$
  with recursive same (origin, id) as (
    select person_id, person_id from register.protection where known_until = 'infinity' and protected_registration
    union
    select f.origin, case when s.absorbed_id = f.id then s.kept_id else s.absorbed_id end
    from same f join register.same_person s on s.known_until = 'infinity' and f.id in (s.absorbed_id, s.kept_id)
  ), unconfirmed (origin) as (
    select distinct p.origin from same p
    where not exists (select from same i join register.stay t on t.person_id = i.id and t.known_until = 'infinity'
        and t.from_on <= on_day and (t.until_on is null or t.until_on > on_day) where i.origin = p.origin)
      and not exists (select from same i join register.death t on t.person_id = i.id and t.known_until = 'infinity'
        and t.on_date <= on_day where i.origin = p.origin)
  )
  select distinct i.id from unconfirmed u join same i on i.origin = u.origin
  where (select r.municipality from same j join register.registration r on r.person_id = j.id and r.known_until = 'infinity' and r.on_date <= on_day
    where j.origin = u.origin order by r.on_date desc limit 1) = unconfirmed_stay.municipality
$$;

-- Upplagan: summan växer varje gång något som listornas siffror bygger på har sparats, så att en uträknad siffra kan användas igen till
-- dess. Flera platser, och bara en ledig tas: ingen väntar på någon annan, och en siffra som inte är sparad syns inte.
create table worklist.edition (
  slot integer generated always as identity primary key,
  n bigint not null default 0
);
comment on table worklist.edition is 'Räknar ändringar av det som listorna bygger på. Summan av n är upplagan.';
insert into worklist.edition (n) select 0 from generate_series(1, 16);
grant select, insert, update on worklist.edition to lots_app;
create function worklist.note_change() returns trigger language plpgsql as $$
begin
  update worklist.edition set n = n + 1 where slot = (select slot from worklist.edition order by slot limit 1 for update skip locked);
  if not found then
    insert into worklist.edition (n) values (1);
  end if;
  return null;
end $$;
do $$
declare
  of_table text;
begin
  foreach of_table in array array['worklist.youth', 'worklist.watch', 'worklist.assignment', 'register.protection', 'register.same_person',
    'register.stay', 'register.death', 'register.registration', 'matching.run_change', 'organisation.unit', 'organisation.district']
  loop
    execute format('create trigger lists_hear_of_it after insert or update or delete or truncate on %s
      for each statement execute function worklist.note_change()', of_table);
  end loop;
end $$;
create trigger lists_hear_of_it after insert or update of state on matching.run for each statement execute function worklist.note_change();
create trigger lists_hear_of_new after insert on access.staff for each statement execute function worklist.note_change();
create trigger lists_hear_of_it after update on access.staff for each row
  when ((old.name, old.roles, old.unit_id, old.active) is distinct from (new.name, new.roles, new.unit_id, new.active))
  execute function worklist.note_change();

create table worklist.saved_filter (
  id bigint generated always as identity primary key,
  owner_id uuid not null references access.staff,
  name text not null constraint filter_is_named check (btrim(name) = name and length(name) between 1 and 60),
  query text not null constraint filter_is_a_query check (length(query) <= 2000),
  shared text not null default 'me' constraint shared_with_somebody_known check (shared in ('me', 'unit', 'all')),
  version integer not null default 1
);
comment on table worklist.saved_filter is 'Sparade urval; egna, enhetens eller allas. Innehåller aldrig personuppgifter: sökord sparas inte.';
create unique index one_filter_per_name on worklist.saved_filter (owner_id, lower(name));
grant select, insert, delete, update (name, query, shared, version) on worklist.saved_filter to lots_app;

create table worklist.column_choice (
  staff_id uuid primary key references access.staff,
  columns text[] not null
);
comment on table worklist.column_choice is 'Vilka kolumner en medarbetare valt i arbetslistan.';
grant select, insert, update (columns), delete on worklist.column_choice to lots_app;
grant usage on all sequences in schema worklist to lots_app;
grant execute on function worklist.unconfirmed_stay, worklist.seen, worklist.search_key to lots_app;

-- Den som fanns före listorna får sin rad vid nästa körning.
insert into register.pending select id from register.person on conflict do nothing;
