-- Up Migration
-- Riktad uppföljning: en förseglad del med egen sekretess (26 kap. 1 § OSL), egna personer, egna roller, egen logg och egen gallring. Den
-- nås bara under rollen lots_followup, som inte når något annat; lots_app når inget här (docs/adr/0036).
do $$
begin
  if not exists (select from pg_roles where rolname = 'lots_followup') then
    create role lots_followup nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant lots_followup to %I with inherit false, set true', current_user);
  end if;
end $$;

create schema followup;
grant usage on schema followup to lots_followup;

-- Loggen, med en egen kedja: samma form som audit.line och audit.link, men inget av det ena finns i det andra.
create table followup.line (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null constraint actor_is_named check (actor <> ''),
  action text not null constraint action_is_slice_dot_verb check (action ~ '^[a-z]+\.[a-zA-Z]+$'),
  outcome text not null default 'done',
  subject_id uuid,
  run_id bigint,
  detail jsonb not null default '{}'
);
comment on table followup.line is 'En rad per ändring och läsning i riktad uppföljning, skriven i samma transaktion. Inga personuppgifter i detail.';
create index line_by_subject on followup.line (subject_id, id) where subject_id is not null;
grant select on followup.line to lots_followup;
grant insert (actor, action, outcome, subject_id, run_id, detail) on followup.line to lots_followup;

create function followup.canonical(line followup.line) returns text language sql stable parallel safe
  return jsonb_build_array(
    line.id, to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z" AD'),
    line.actor, line.action, line.outcome, line.subject_id, line.run_id, line.detail
  )::text;

create function followup.link_hash(previous bytea, line followup.line) returns bytea language sql stable parallel safe
  return sha256(previous || convert_to(followup.canonical(line), 'UTF8'));

create table followup.link (
  seq bigint constraint one_link_per_place primary key constraint the_chain_counts_from_one check (seq > 0),
  line_id bigint not null constraint a_line_is_linked_once unique constraint a_link_has_a_line references followup.line,
  previous bytea not null constraint previous_is_a_hash check (octet_length(previous) = 32),
  hash bytea not null constraint hash_is_a_hash check (octet_length(hash) = 32),
  constraint only_the_first_follows_nothing check ((seq = 1) = (previous = decode(repeat('00', 32), 'hex')))
);
comment on table followup.link is 'Kedjan över loggens rader, i den ordning de sparades. Skrivs bara av databasen själv, när en transaktion sparas.';
grant select on followup.link to lots_followup;

create function followup.link_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  place bigint;
  before bytea;
begin
  perform pg_advisory_xact_lock(8240612);
  select seq, hash into place, before from followup.link order by seq desc limit 1;
  if not found then
    place := 0;
    before := decode(repeat('00', 32), 'hex');
  end if;
  insert into followup.link (seq, line_id, previous, hash) values (place + 1, new.id, before, followup.link_hash(before, new));
  return null;
end $$;
revoke all on function followup.link_line() from public;
create constraint trigger a_line_is_linked_at_commit after insert on followup.line
  deferrable initially deferred for each row execute function followup.link_line();

-- De som arbetar här. Inloggningens id och namn är avskrivna: tabellen access.staff läses inte härifrån.
create table followup.member (
  staff_id uuid primary key,
  name text not null constraint member_is_named check (btrim(name) = name and length(name) between 1 and 200),
  active boolean not null default true,
  noted_at timestamptz not null default clock_timestamp(),
  version integer not null default 1
);
comment on table followup.member is 'Medarbetare som öppnat riktad uppföljning, med namnet som inloggningen gav. Utan roll ser de ingenting.';
grant select, insert, update (name, active, version) on followup.member to lots_followup;

create table followup.role (
  id integer generated always as identity primary key,
  staff_id uuid not null references followup.member,
  role text not null constraint role_is_known check (role in ('authority', 'labourMarket', 'housing', 'administrator', 'protectedReader')),
  given_at timestamptz not null default clock_timestamp(),
  given_by text not null constraint somebody_gave_the_role check (given_by <> ''),
  taken_at timestamptz,
  taken_by text,
  constraint a_role_is_taken_by_somebody check ((taken_at is null) = (taken_by is null))
);
comment on table followup.role is 'Delens egna roller, per medarbetare, med historik: myndighet, arbetsmarknad, boendedrift, administratör, skyddade uppgifter.';
create unique index one_role_of_a_kind_at_a_time on followup.role (staff_id, role) where taken_at is null;
grant select, insert, update (taken_at, taken_by) on followup.role to lots_followup;
create function followup.a_role_is_taken_once() returns trigger language plpgsql as $$
begin
  if old.taken_at is not null then
    raise exception 'a role that was taken is not given back: it is given anew' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_role_is_taken_once before update on followup.role for each row execute function followup.a_role_is_taken_once();

-- Inställningar med historik.
create function followup.known_until_is_set_once() returns trigger language plpgsql as $$
begin
  if old.known_until <> 'infinity' then
    raise exception 'a closed fact is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create table followup.setting (
  key text not null constraint key_is_not_empty check (key <> ''),
  value jsonb not null,
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  set_by text not null,
  constraint setting_is_known_for_a_while check (known_from < known_until),
  constraint one_value_at_a_time exclude using gist (key with =, tstzrange(known_from, known_until) with &&)
);
comment on table followup.setting is 'Delens inställningar: gallring, påminnelser. Instrumentet har egna tabeller.';
create trigger known_until_is_set_once before update on followup.setting
  for each row execute function followup.known_until_is_set_once();
grant select, insert, update (known_until) on followup.setting to lots_followup;

create table followup.unit (
  id uuid primary key default gen_random_uuid(),
  name text not null constraint unit_is_named check (btrim(name) = name and length(name) between 1 and 80),
  district text not null default '' constraint district_is_short check (length(district) <= 80),
  active boolean not null default true,
  version integer not null default 1
);
comment on table followup.unit is 'Boendeenheter, och vilket område de ligger i. En enhet tas ur bruk, den tas aldrig bort.';
create unique index one_unit_per_name on followup.unit (lower(name collate "sv-x-icu"));
grant select, insert, update (name, district, active, version) on followup.unit to lots_followup;

-- Ungdomarna. Egna id, egna personnummer: samma personnummer kan finnas i registret över aktivitetsansvaret och förs aldrig ihop med det.
create table followup.youth (
  id uuid primary key default gen_random_uuid(),
  number text not null constraint number_is_an_identity check (number ~ '^((18|19|20)[0-9]{10}|([0-9]{6}|[0-9]{8})(TF[0-9]{2}|[TRSUWXJKLMN][0-9]{3}))$'),
  given_name text not null constraint given_name_is_there check (btrim(given_name) = given_name and length(given_name) between 1 and 100),
  family_name text not null constraint family_name_is_there check (btrim(family_name) = family_name and length(family_name) between 1 and 100),
  born_on date not null constraint born_in_our_time check (born_on between '1900-01-01' and '2100-01-01'),
  protection text not null default 'none'
    constraint protection_is_known check (protection in ('none', 'secrecy-marked', 'protected-registration', 'unconfirmed-stay')),
  school text not null default '' constraint school_is_short check (length(school) <= 200),
  phone text not null default '' constraint phone_is_a_number check (phone = '' or phone ~ '^\+[0-9]{6,15}$'),
  email text not null default '' constraint email_is_short check (length(email) <= 200),
  registered_on date not null,
  registered_by uuid not null references followup.member,
  left_on date,
  kept_because text constraint kept_for_a_known_reason check (kept_because in ('placed', 'other')),
  kept_ground text not null default '',
  noted_on date not null,
  version integer not null default 1,
  constraint kept_with_a_ground check ((kept_because is not distinct from 'other') <= (kept_ground <> ''))
);
comment on table followup.youth is 'Ungdomar i riktad uppföljning. Gallras fem år efter sista anteckningen om inget skäl att bevara finns.';
create unique index one_youth_per_number on followup.youth (number);
grant select, insert, update (number, given_name, family_name, born_on, protection, school, phone, email, left_on, kept_because, kept_ground, noted_on, version)
  on followup.youth to lots_followup;

-- Allt om en ungdom har youth_id, som följer med när ungdomen gallras, och noted_on, dagen det antecknades (followup.last_note_on).
create table followup.stay (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  unit_id uuid not null references followup.unit,
  from_on date not null,
  until_on date,
  noted_on date not null,
  constraint a_stay_has_a_length check (until_on > from_on),
  constraint one_home_at_a_time exclude using gist (youth_id with =, daterange(from_on, until_on) with &&)
);
comment on table followup.stay is 'Var ungdomen bor: boendeenhet och halvöppen period.';
grant select, insert, update (until_on, noted_on) on followup.stay to lots_followup;

create table followup.actor (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  kind text not null constraint kind_is_known check (kind in ('trustee', 'housing', 'school', 'other')),
  name text not null constraint actor_is_named_too check (btrim(name) = name and length(name) between 1 and 100),
  phone text not null default '' constraint actor_phone_is_a_number check (phone = '' or phone ~ '^\+[0-9]{6,15}$'),
  email text not null default '' constraint actor_email_is_short check (length(email) <= 200),
  ended_on date,
  noted_on date not null,
  version integer not null default 1
);
comment on table followup.actor is 'De som kallas till samtal: god man, boendepersonal, skolpersonal, andra. Slutar att vara aktuella, tas inte bort.';
create index actor_by_youth on followup.actor (youth_id);
grant select, insert, update (kind, name, phone, email, ended_on, noted_on, version) on followup.actor to lots_followup;

create table followup.follower (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  staff_id uuid not null references followup.member,
  process text not null constraint process_is_known check (process in ('authority', 'labourMarket', 'housing')),
  from_on date not null,
  until_on date,
  noted_on date not null,
  constraint a_follower_follows_for_a_while check (until_on >= from_on),
  constraint followed_once_at_a_time exclude using gist (youth_id with =, staff_id with =, process with =, daterange(from_on, until_on) with &&)
);
comment on table followup.follower is 'Vem som följer vem, i vilken process och från när. Halvöppen period; samma dag betyder att det togs tillbaka.';
create index follower_by_staff on followup.follower (staff_id);
grant select, insert, update (until_on, noted_on) on followup.follower to lots_followup;

create function followup.a_follower_works_in_the_process() returns trigger language plpgsql as $$
begin
  perform from followup.role r join followup.member m on m.staff_id = r.staff_id and m.active
  where r.staff_id = new.staff_id and r.role = new.process and r.taken_at is null;
  if not found then
    raise exception 'a follower works in the process' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger a_follower_works_in_the_process before insert on followup.follower
  for each row execute function followup.a_follower_works_in_the_process();

-- Vilken process som har vilken ungdom i uppdrag, och när: signalernas tabeller (0031) säger det.
create view followup.assigned as
  select null::uuid as youth_id, null::text as process, null::date as from_on, null::date as until_on where false;
comment on view followup.assigned is 'Uppdrag om riktad uppföljning per process, halvöppen period. Den som arbetar i processen ser ungdomen.';
grant select on followup.assigned to lots_followup;

-- Vilka ungdomar en läsare ser en dag: myndigheten alla, de andra dem som processen har i uppdrag eller som de själva följer. Skyddade bara
-- med rätt till det. Allt som visar ungdomar går genom denna.
create function followup.seen(reader uuid, may_read_protected boolean, on_day date) returns setof followup.youth language sql stable as $$
  select y.* from followup.youth y
  where (may_read_protected or y.protection = 'none') and exists (
    select from followup.role r join followup.member m on m.staff_id = r.staff_id and m.active
    where r.staff_id = reader and r.taken_at is null and (
      r.role = 'authority'
      or exists (select from followup.follower f where f.youth_id = y.id and f.staff_id = reader and f.process = r.role
        and f.from_on <= on_day and (f.until_on is null or f.until_on > on_day))
      or exists (select from followup.assigned a where a.youth_id = y.id and a.process = r.role
        and a.from_on <= on_day and (a.until_on is null or a.until_on > on_day))))
$$;

-- Sista anteckningens dag: den senaste dagen i någon av tabellerna.
create function followup.last_note_on(of_youth uuid) returns date language plpgsql stable as $$
declare
  noted regclass;
  found_on date;
  latest date;
begin
  select noted_on into latest from followup.youth where id = of_youth;
  for noted in
    select c.oid::regclass from pg_class c
    join pg_attribute y on y.attrelid = c.oid and y.attname = 'youth_id' and not y.attisdropped
    join pg_attribute n on n.attrelid = c.oid and n.attname = 'noted_on' and not n.attisdropped
    where c.relnamespace = 'followup'::regnamespace and c.relkind = 'r'
  loop
    execute format('select max(noted_on) from %s where youth_id = $1', noted) into found_on using of_youth;
    latest := greatest(latest, found_on);
  end loop;
  return latest;
end $$;

-- Gallring: det enda sättet att ta bort något, och inte förrän lagen säger det (fem år efter sista anteckningen).
create function followup.erase_youth(of_youth uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from followup.youth where id = of_youth and kept_because is not null) then
    raise exception 'a youth that is to be kept is not erased' using errcode = 'restrict_violation';
  end if;
  if exists (select from followup.follower where youth_id = of_youth and (until_on is null or until_on > current_date))
    or exists (select from followup.assigned where youth_id = of_youth and (until_on is null or until_on > current_date)) then
    raise exception 'a youth that somebody follows is not erased' using errcode = 'restrict_violation';
  end if;
  if followup.last_note_on(of_youth) > (current_date - interval '5 years')::date then
    raise exception 'a youth is erased five years after the last note at the earliest' using errcode = 'restrict_violation';
  end if;
  delete from followup.youth where id = of_youth;
  return found;
end $$;
revoke all on function followup.erase_youth(uuid) from public;
grant execute on function followup.erase_youth(uuid) to lots_followup;

-- Det någon skrivit här när inloggningen gick ut väntar här, inte hos inloggningen.
create table followup.kept_form (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null,
  path text not null,
  fields jsonb not null,
  kept_at timestamptz not null default clock_timestamp()
);
comment on table followup.kept_form is 'Det någon skrivit i riktad uppföljning när inloggningen gick ut. Visas för samma person; tas bort när det är använt eller efter en timme.';
grant select, insert, delete on followup.kept_form to lots_followup;

grant usage on all sequences in schema followup to lots_followup;
