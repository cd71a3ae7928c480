-- Up Migration
create table matching.run (
  id bigint generated always as identity primary key,
  kind text not null constraint kind_is_known check (kind in ('feed', 'nightly', 'change')),
  on_day date not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  state text not null default 'running' constraint state_is_known check (state in ('running', 'done', 'exceptions', 'refused', 'stopped', 'failed', 'interrupted')),
  step text not null default '',
  report jsonb,
  constraint finished_has_an_end check ((state = 'running') = (finished_at is null))
);
comment on table matching.run is 'Varje körning, även avbrutna, med rapport utan personuppgifter.';
create index run_by_kind on matching.run (kind, id desc);
grant select, insert, update (finished_at, state, step, report) on matching.run to lots_app;

create table matching.listed (
  person_id bigint primary key references register.person,
  from_on date not null
);
comment on table matching.listed is 'Vilka som stod i registret efter senaste körningen; jämförs för att säga vilka som kom in och lämnade.';
grant select, insert, update, delete on matching.listed to lots_app;

create table matching.run_change (
  run_id bigint not null references matching.run,
  person_id bigint not null references register.person,
  direction text not null constraint direction_is_in_or_out check (direction in ('entered', 'left')),
  reason text not null,
  on_date date not null,
  primary key (run_id, person_id, direction)
);
comment on table matching.run_change is 'Vem som kom in eller lämnade i en körning, och varför.';
grant select, insert on matching.run_change to lots_app;
grant usage on all sequences in schema matching to lots_app;

create table matching.instant (
  known_at timestamptz primary key,
  on_day date not null
);
comment on table matching.instant is 'De ögonblick då något blev känt. Kunskapens klocka går aldrig bakåt.';
grant select, insert on matching.instant to lots_app;
