-- Up Migration
create table feeds.source (
  name text primary key constraint source_is_named check (name <> ''),
  feed text not null constraint feed_is_known check (feed in ('population', 'schools', 'enrolments', 'diplomas')),
  config jsonb not null,
  active boolean not null default true
);
comment on table feeds.source is 'Källor som natten hämtar själv. Hemligheter finns i miljön, aldrig här.';
grant select, insert, update, delete on feeds.source to lots_app;

create table feeds.read (
  id bigint generated always as identity primary key,
  source text not null,
  feed text not null,
  kind text not null constraint kind_is_full_or_changes check (kind in ('full', 'changes')),
  on_day date not null,
  known_at timestamptz not null,
  state text not null constraint state_is_known check (state in ('good', 'stopped', 'approved', 'refused')),
  people integer not null default 0,
  rows integer not null default 0,
  new integer not null default 0,
  changed integer not null default 0,
  ended integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  reason text,
  fingerprint text,
  cursor text,
  constraint stopped_and_refused_say_why check (state in ('good') or reason is not null)
);
comment on table feeds.read is 'Varje läsning av en källa: vad som kom, vad det ändrade och när det blev känt.';
create index read_by_source on feeds.read (source, id desc);
grant select, insert, update (state) on feeds.read to lots_app;

create table feeds.exception (
  id bigint generated always as identity primary key,
  source text not null,
  kind text not null,
  field text not null,
  reason text not null,
  row_reference text not null,
  content_key text not null,
  person_id bigint,
  first_read_id bigint not null references feeds.read,
  last_read_id bigint not null references feeds.read,
  closed_at timestamptz,
  closed_how text,
  constraint closed_says_how check ((closed_at is null) = (closed_how is null))
);
comment on table feeds.exception is 'Undantagskorgen: rader som en person måste se på. Inga identitetsbeteckningar i klartext.';
create unique index one_open_exception_per_row on feeds.exception (source, content_key) where closed_at is null;
grant select, insert, update (row_reference, last_read_id, closed_at, closed_how) on feeds.exception to lots_app;

create table feeds.pupil (
  source text not null,
  pupil_id text not null,
  person_id bigint not null,
  linked_by text not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity'
);
comment on table feeds.pupil is 'Vilken person en källas elev-id hör till; för TF-nummer alltid satt av en människa.';
create unique index one_person_per_pupil on feeds.pupil (source, pupil_id) where known_until = 'infinity';
create index pupil_by_id on feeds.pupil (pupil_id) where known_until = 'infinity';
grant select, insert, update (known_until) on feeds.pupil to lots_app;
