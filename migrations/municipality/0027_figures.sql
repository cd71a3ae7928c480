-- Up Migration
-- Siffror som publicerats, med vad som var känt då, och siffror från andra att jämföra med.
create schema figures;
grant usage on schema figures to lots_app;

create table figures.published (
  id bigint generated always as identity primary key,
  published_id uuid not null unique default gen_random_uuid(),
  name text not null constraint a_figure_has_a_name check (name ~ '^[a-z][a-z-]{1,39}$'),
  -- Perioden, sista dagen som räknades med och uppdelningen.
  from_on date not null,
  until_on date not null,
  counted_on date not null,
  split_by text[] not null constraint what_is_split_by_is_known check (split_by <@ array['unit', 'district', 'birthYear', 'sex', 'department']),
  -- Fram till när något var känt: källornas uppgifter efter kunskapens klocka, det egna arbetet efter klockan på väggen.
  facts_known_at timestamptz not null,
  work_known_at timestamptz not null,
  -- Raderna som figuren hade, med andelarna, och vilka som summerar: det som visas kan göras om utan att räknas om.
  rows jsonb not null constraint rows_have_their_shape check (jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) > 0),
  sums jsonb not null constraint sums_have_their_shape check (jsonb_typeof(sums) = 'array'),
  -- [{row, at, value}]: varje antal, också nollor. Inga personer.
  cells jsonb not null constraint cells_have_their_shape check (jsonb_typeof(cells) = 'array' and jsonb_array_length(cells) between 1 and 200000),
  note text not null default '' constraint a_published_note_is_short check (length(note) <= 500),
  by_name text not null constraint a_published_figure_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  at timestamptz not null default clock_timestamp(),
  constraint a_published_period_lasts check (until_on > from_on),
  constraint nothing_is_published_ahead check (counted_on <= (at at time zone 'Europe/Stockholm')::date)
);
comment on table figures.published is 'Publicerade siffror: frågan, vad som var känt, och svaret. Skrivs aldrig om: den som räknar igen får skillnaden.';
create index published_by_time on figures.published (at desc);
grant select, insert on figures.published to lots_app;
-- Inte heller tabellens ägare ändrar det som publicerats.
create function figures.what_was_published_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was published stays as it was' using errcode = 'restrict_violation';
end $$;
create trigger what_was_published_stays before update or delete or truncate on figures.published
  for each statement execute function figures.what_was_published_stays();

-- Nationella och andras siffror som kommunen själv skrivit in eller ändrat, med källa. De som följer med produkten är data i koden; en rad med samma
-- nyckel går före.
create table figures.reference (
  id bigint generated always as identity primary key,
  key text not null constraint a_reference_key_is_plain check (key ~ '^[a-zA-Z0-9][a-zA-Z0-9.-]{0,79}$'),
  -- Raden i våra siffror som den jämförs med: figur och rad.
  name text not null constraint a_reference_is_of_a_figure check (name ~ '^[a-z][a-z-]{1,39}$'),
  -- En rad, eller flera med plus emellan; en andel är av en hel.
  row_key text not null constraint a_reference_is_of_a_row check (row_key ~ '^[a-zA-Z0-9.-]{1,60}(\+[a-zA-Z0-9.-]{1,60}){0,4}$'),
  whole_key text constraint a_reference_is_of_a_whole check (whole_key ~ '^[a-zA-Z0-9.-]{1,60}$'),
  period text not null constraint a_reference_says_its_period check (length(period) between 4 and 20),
  value numeric not null constraint a_reference_is_no_negative check (value >= 0),
  kind text not null constraint reference_kind_is_known check (kind in ('count', 'percent')),
  of_whom text not null constraint a_reference_says_of_whom check (btrim(of_whom) = of_whom and length(of_whom) between 2 and 120),
  source text not null constraint a_reference_has_a_source check (btrim(source) = source and length(source) between 5 and 300),
  said_by text not null constraint a_reference_is_somebodys check (said_by <> ''),
  staff_id uuid references access.staff,
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  constraint a_share_is_at_most_all check (kind <> 'percent' or value <= 100),
  constraint a_share_is_of_a_whole check ((kind = 'percent') = (whole_key is not null))
);
comment on table figures.reference is 'Siffror från andra att jämföra med: vad de gäller, perioden, värdet och källan. En ändring är en ny rad.';
create unique index one_reference_in_force on figures.reference (key) where known_until = 'infinity';
create trigger known_until_is_set_once before update on figures.reference
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on figures.reference to lots_app;
grant usage on all sequences in schema figures to lots_app;

-- Det rena snittet: allt arbete som skrivits före ögonblicket är sparat, allt senare får en senare tid. Väntar ut den som just skriver, en stund,
-- så att en siffra kan räknas om till samma svar.
create function figures.settled_at(out work_known_at timestamptz, out facts_known_at timestamptz) language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
begin
  lock table outreach.contact, outreach.occupation, outreach.occupation_retraction, outreach.search, measures.measure, measures.stage, measures.declined_offer,
    measures.item_version, worklist.watch, worklist.assignment in share mode;
  work_known_at := clock_timestamp();
  select coalesce(max(i.known_at), work_known_at) + interval '1 microsecond' into facts_known_at from matching.instant i;
end $$;
comment on function figures.settled_at is 'Ögonblicket som en publicerad siffra räknas vid: för källornas uppgifter direkt efter den senaste sparade körningen.';
revoke execute on function figures.settled_at from public;
grant execute on function figures.settled_at to lots_app;

-- Stegen i en sammansatt åtgärd som de sades förut: utan det går en siffra om avbrott inte att räkna om.
create table measures.stage_past (
  stage_id bigint not null references measures.stage,
  said jsonb not null,
  until_at timestamptz not null default clock_timestamp()
);
comment on table measures.stage_past is 'Hur ett steg såg ut före varje ändring. Skrivs bara av databasen själv.';
create index stage_past_by_stage on measures.stage_past (stage_id, until_at);
grant select on measures.stage_past to lots_app;
create function measures.what_a_stage_said_is_kept() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into measures.stage_past (stage_id, said)
    select old.id, jsonb_build_object('endedOn', old.ended_on, 'outcome', old.outcome, 'reason', old.reason);
  return null;
end $$;
create trigger what_a_stage_said_is_kept after update on measures.stage for each row execute function measures.what_a_stage_said_is_kept();

-- Vad ungdomen gjorde efter åtgärden hör till det den sade: den ändras med slutet.
create or replace function measures.what_it_said_is_kept() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.version <> old.version + 1 then
    raise exception 'each change of a measure is a version' using errcode = 'restrict_violation';
  end if;
  insert into measures.measure_past (measure_id, version, said, changed_by)
    select old.id, old.version, jsonb_build_object('fromOn', old.from_on, 'plannedUntilOn', old.planned_until_on, 'endedOn', old.ended_on, 'endReason', old.end_reason,
      'occupationAfter', old.occupation_after, 'responsible', old.responsible, 'department', old.department, 'note', old.note, 'placement', old.placement), old.changed_by;
  return null;
end $$;

-- Det siffror räknas av: en ihågkommen tabell gäller tills något av det har sparats.
do $$
declare
  of_table text;
begin
  foreach of_table in array array['register.period', 'outreach.contact', 'outreach.occupation', 'outreach.search', 'measures.declined_offer', 'settings.value',
    'organisation.route']
  loop
    execute format('create trigger figures_hear_of_it after insert or update or delete on %s for each statement execute function worklist.note_change()', of_table);
  end loop;
end $$;

-- Inställningen för små tal: under vilket antal en siffra inte visas.
create function figures.setting_has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key = 'figures.smallBelow' then coalesce(jsonb_typeof(value) = 'number' and (value #>> '{}') ~ '^\d{1,2}$' and (value #>> '{}')::int between 1 and 20, false)
    when starts_with(key, 'figures.') then false
    else true
  end
$$;
grant execute on function figures.setting_has_its_shape to lots_app;
alter table settings.value add constraint a_figures_setting_has_its_shape check (figures.setting_has_its_shape(key, value));
