-- Up Migration
-- Halvårsuppgiften till SCB: kommunens egna profiler, den löpande repetitionen med det som ska rättas, och det som levererats, exakt som det var.
create schema returns;
grant usage on schema returns to lots_app;

create function returns.is_half_year(half text) returns boolean language sql immutable parallel safe as $$
  select half ~ '^(201[5-9]|20[2-9][0-9]|2[1-9][0-9]{2})H[12]$'
$$;
grant execute on function returns.is_half_year to lots_app;

create table returns.profile (
  half text not null constraint a_profile_is_of_a_half_year check (returns.is_half_year(half)),
  version integer not null constraint profile_versions_count_from_one check (version >= 1),
  content jsonb not null,
  changed_by text not null constraint a_profile_is_somebodys check (changed_by <> ''),
  staff_id uuid references access.staff,
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  primary key (half, version),
  -- Vad en profil får innehålla prövas mot schemat (shipped/profile.schema.json) innan den sparas.
  constraint a_profile_says_what_it_is_of check (content ->> 'half' = half and (content ->> 'version')::int = version
    and content ->> 'status' in ('draft', 'verified') and jsonb_typeof(content -> 'columns') = 'array' and jsonb_typeof(content -> 'codes') = 'object')
);
comment on table returns.profile is 'Kommunens egna kopior av exportprofiler, version för version. Den öppna gäller; finns ingen gäller den levererade.';
create unique index one_profile_of_a_half_year_in_force on returns.profile (half) where known_until = 'infinity';
create trigger known_until_is_set_once before update on returns.profile
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on returns.profile to lots_app;
-- En annan profil ger en annan uppgift: det som visas räknas om.
create trigger lists_hear_of_it after insert or update on returns.profile for each statement execute function worklist.note_change();

create table returns.delivery (
  id bigint generated always as identity primary key,
  delivery_id uuid not null unique default gen_random_uuid(),
  half text not null constraint a_delivery_is_of_a_half_year check (returns.is_half_year(half)),
  -- Den första, den andra, ...: varje ny ersätter den förra hos SCB.
  nth integer not null constraint deliveries_count_from_one check (nth >= 1),
  file_name text not null constraint a_delivered_file_has_a_plain_name check (file_name ~ '^[0-9A-Za-z_-][0-9A-Za-z._-]{0,119}$'),
  bytes bytea not null,
  sha256 text not null,
  counts jsonb not null,
  rows integer not null constraint rows_are_counted check (rows >= 0),
  youths integer not null constraint youths_are_counted check (youths >= 0),
  -- Hur många kontroller som var brutna när den levererades, och om det sades att den skulle levereras ändå.
  errors integer not null constraint errors_are_counted check (errors >= 0),
  warnings integer not null constraint warnings_are_counted check (warnings >= 0),
  despite_errors boolean not null,
  empty_is_right boolean not null,
  profile jsonb not null,
  -- Vilka ungdomar filen gäller: den som inte får se skyddade får inte heller öppna en fil där de finns.
  person_ids bigint[] not null,
  profile_origin text not null constraint profile_origin_is_known check (profile_origin in ('shipped', 'own')),
  -- Det som var känt före de här ögonblicken är det uppgiften är byggd av. Fakta har kunskapens klocka, kommunens eget arbete väggklockans.
  facts_as_of timestamptz not null,
  work_as_of timestamptz not null,
  by_name text not null constraint a_delivery_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  delivered_on date not null,
  delivered_at timestamptz not null default clock_timestamp(),
  constraint each_delivery_of_a_half_year_once unique (half, nth),
  constraint the_hash_is_of_the_bytes check (sha256 = encode(sha256(bytes), 'hex')),
  constraint broken_controls_are_delivered_on_purpose check (errors = 0 or despite_errors),
  constraint nothing_is_delivered_on_purpose check (rows > 0 or empty_is_right),
  constraint a_half_year_is_over_when_delivered check (delivered_on >=
    case when right(half, 1) = '1' then make_date(left(half, 4)::int, 7, 1) else make_date(left(half, 4)::int + 1, 1, 1) end),
  constraint a_delivery_is_of_what_was_known check (work_as_of <= delivered_at)
);
comment on table returns.delivery is 'Levererade halvårsuppgifter: exakta byte, hash, vem, när, antal och vad de byggdes av. Ändras aldrig.';
grant select, insert on returns.delivery to lots_app;

-- Det som är levererat är levererat: ingen ändrar eller tar bort det, inte heller tabellens ägare. Gallringen får sin egen väg.
create function returns.what_was_delivered_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was delivered stays as it was' using errcode = 'restrict_violation';
end $$;
create trigger what_was_delivered_stays before update or delete or truncate on returns.delivery
  for each statement execute function returns.what_was_delivered_stays();

create function returns.a_delivery_follows_the_one_before() returns trigger language plpgsql as $$
begin
  if new.nth <> (select coalesce(max(d.nth), 0) + 1 from returns.delivery d where d.half = new.half) then
    raise exception 'a delivery follows the one before' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_delivery_follows_the_one_before before insert on returns.delivery
  for each row execute function returns.a_delivery_follows_the_one_before();

create table returns.receipt (
  delivery_id bigint primary key references returns.delivery,
  number text not null constraint a_receipt_has_a_number check (btrim(number) = number and length(number) between 1 and 60),
  by_name text not null constraint a_receipt_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  at timestamptz not null default clock_timestamp()
);
comment on table returns.receipt is 'Mottagarens kvittensnummer till en leverans. Skrivs en gång.';
grant select, insert on returns.receipt to lots_app;
create trigger what_was_delivered_stays before update or delete or truncate on returns.receipt
  for each statement execute function returns.what_was_delivered_stays();

create table returns.rehearsal (
  id bigint generated always as identity primary key,
  half text not null constraint a_rehearsal_is_of_a_half_year check (returns.is_half_year(half)),
  on_day date not null,
  at timestamptz not null default clock_timestamp(),
  outcome text not null constraint rehearsal_outcome_is_known check (outcome in ('built', 'no-profile')),
  profile_origin text constraint rehearsed_profile_origin_is_known check (profile_origin in ('shipped', 'own')),
  profile_version integer,
  counts jsonb not null default '{}',
  errors integer not null default 0,
  warnings integer not null default 0,
  -- Listornas upplaga när den byggdes: en annan betyder att något har ändrats sedan dess.
  edition text not null,
  constraint a_rehearsal_is_built_by_a_profile check ((outcome = 'built') = (profile_origin is not null) and (profile_origin is null) = (profile_version is null))
);
comment on table returns.rehearsal is 'Varje gång uppgiften har byggts på prov: antal, och hur många kontroller som var brutna.';
create index rehearsal_by_half on returns.rehearsal (half, id desc);
grant select, insert on returns.rehearsal to lots_app;

create table returns.finding (
  id bigint generated always as identity primary key,
  finding_id uuid not null unique default gen_random_uuid(),
  half text not null constraint a_finding_is_of_a_half_year check (returns.is_half_year(half)),
  person_id bigint not null references register.person,
  control text not null constraint a_control_is_a_key check (control ~ '^[a-zA-Z0-9]{1,40}$'),
  level text not null constraint finding_level_is_known check (level in ('error', 'warning')),
  block text not null constraint finding_block_is_known check (block in ('youth', 'contact', 'measureBegun', 'measureEnded', 'exit')),
  field text not null,
  -- Kontakten eller åtgärden det gäller.
  ref_id text,
  on_day date not null,
  mend text not null,
  item_key text,
  first_seen_on date not null,
  first_seen_at timestamptz not null default clock_timestamp(),
  gone_at timestamptz,
  constraint a_finding_goes_after_it_is_seen check (gone_at >= first_seen_at)
);
comment on table returns.finding is 'Brutna kontroller som arbetsuppgifter: vems, vilken kontroll, vilket fält, och när den först sågs. Rader tas aldrig bort.';
create unique index one_open_finding_of_a_thing on returns.finding (half, person_id, control, on_day, coalesce(ref_id, '')) where gone_at is null;
grant select, insert, update (level, gone_at) on returns.finding to lots_app;
create function returns.a_finding_goes_once() returns trigger language plpgsql as $$
begin
  if old.gone_at is not null then
    raise exception 'a finding goes once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_finding_goes_once before update on returns.finding for each row execute function returns.a_finding_goes_once();
grant usage on all sequences in schema returns to lots_app;

-- Har alla som höll på att spara före ögonblicket hunnit klart? Deras rader kan bära en tid före det och ändå bli synliga först efter. Den som bara
-- läser (en säkerhetskopia) väntar ingen på. Körs som ägaren: programmets roll ser annars inte när andras transaktioner började.
create function returns.is_settled(before timestamptz) returns boolean language sql volatile security definer set search_path = pg_catalog as $$
  select not exists (select from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid()
    and a.backend_type = 'client backend' and a.xact_start < before and a.backend_xid is not null)
$$;
revoke execute on function returns.is_settled from public;
grant execute on function returns.is_settled to lots_app;

-- Sysselsättningen efter en åtgärd hör till det som sades: utan den går uppgiften inte att bygga som den var. Rader från före den här
-- uppgraderingen saknar den, och räknas som inte frågade.
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
