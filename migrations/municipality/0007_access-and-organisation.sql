-- Up Migration
create schema access;
create schema organisation;
grant usage on schema access, organisation to lots_app;

create table organisation.unit (
  id integer generated always as identity primary key,
  name text not null constraint unit_is_named check (btrim(name) = name and length(name) between 1 and 80),
  active boolean not null default true,
  version integer not null default 1
);
comment on table organisation.unit is 'Enheter som arbetar med ungdomarna. En enhet tas ur bruk, den tas aldrig bort.';
create unique index one_unit_per_name on organisation.unit (lower(name));
grant select, insert, update (name, active, version) on organisation.unit to lots_app;

create table organisation.district (
  id integer generated always as identity primary key,
  name text not null constraint district_is_named check (btrim(name) = name and length(name) between 1 and 80),
  unit_id integer references organisation.unit,
  version integer not null default 1
);
comment on table organisation.district is 'Stadsdelar eller områden, och vilken enhet som tar emot nya ungdomar därifrån.';
create unique index one_district_per_name on organisation.district (lower(name));
grant select, insert, update (name, unit_id, version) on organisation.district to lots_app;

create table organisation.route (
  id integer generated always as identity primary key,
  district_id integer not null references organisation.district,
  first_code integer not null constraint first_code_has_five_digits check (first_code between 10000 and 99999),
  last_code integer not null constraint last_code_has_five_digits check (last_code between 10000 and 99999),
  constraint a_route_goes_upwards check (first_code <= last_code),
  constraint one_district_per_postal_code exclude using gist (int4range(first_code, last_code, '[]') with &&)
);
comment on table organisation.route is 'Vilka postnummer som hör till vilket område.';
grant select, insert, delete on organisation.route to lots_app;

create table access.staff (
  id uuid primary key default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  name text not null constraint staff_is_named check (btrim(name) <> ''),
  roles text[] not null default '{}',
  unit_id integer references organisation.unit,
  lang text not null default 'sv' constraint lang_is_known check (lang in ('sv', 'en')),
  active boolean not null default true,
  last_signed_in_at timestamptz,
  version integer not null default 1,
  constraint one_staff_per_subject unique (issuer, subject)
);
comment on table access.staff is 'Medarbetare, kända sedan de loggat in. Roller kommer från inloggningstjänsten, enheten därifrån eller från organisationssidan.';
grant select, insert, update (issuer, name, roles, unit_id, lang, active, last_signed_in_at, version) on access.staff to lots_app;

create table access.session (
  token_hash bytea primary key,
  staff_id uuid not null references access.staff,
  roles text[] not null constraint a_session_has_a_role check (cardinality(roles) > 0),
  acr text,
  id_token text not null,
  authenticated_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  meeting boolean not null default false
);
comment on table access.session is 'Inloggningar. Nyckeln finns bara i webbläsarens kaka; här finns dess kondensat.';
create index session_by_staff on access.session (staff_id);
grant select, insert, delete, update (last_seen_at, ended_at, meeting, authenticated_at, acr, id_token, roles) on access.session to lots_app;

create table access.used_form (
  once_token uuid primary key,
  staff_id uuid not null references access.staff,
  used_at timestamptz not null default clock_timestamp()
);
comment on table access.used_form is 'Ett formulär sparas en gång: samma engångsnyckel kan inte användas igen.';
grant select, insert, delete on access.used_form to lots_app;

create table access.kept_form (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references access.staff,
  path text not null,
  fields jsonb not null,
  kept_at timestamptz not null default clock_timestamp()
);
comment on table access.kept_form is 'Det någon skrivit när inloggningen gick ut. Visas för samma person efter ny inloggning; tas bort när det är använt, senast efter en timme.';
grant select, insert, delete on access.kept_form to lots_app;
grant usage on all sequences in schema organisation, access to lots_app;
