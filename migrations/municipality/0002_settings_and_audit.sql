-- Up Migration
create table settings.value (
  key text not null constraint key_is_not_empty check (key <> ''),
  value jsonb not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  set_by text not null,
  constraint setting_is_known_for_a_while check (known_from < known_until),
  constraint one_value_at_a_time exclude using gist (key with =, tstzrange(known_from, known_until) with &&)
);
comment on table settings.value is 'Kommunens inställningar med historik: vilket värde som gällde när något svarades.';
create trigger known_until_is_set_once before update on settings.value
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on settings.value to lots_app;

create table audit.line (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null constraint actor_is_named check (actor <> ''),
  action text not null constraint action_is_slice_dot_verb check (action ~ '^[a-z]+\.[a-zA-Z]+$'),
  outcome text not null default 'done',
  subject_id uuid,
  run_id bigint,
  detail jsonb not null default '{}'
);
comment on table audit.line is 'En rad per ändring, skriven i samma transaktion. Inga personuppgifter i detail.';
-- Loggen kan bara växa: programmets roll får varken ändra, ta bort eller tömma.
grant select, insert on audit.line to lots_app;
