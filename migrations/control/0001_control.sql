-- Up Migration
-- Styrdatabasen: vilka kommuner som finns. Inga personuppgifter.
create table municipality (
  code text primary key constraint code_is_four_digits check (code ~ '^[0-9]{4}$'),
  name text not null constraint name_is_not_empty check (name <> ''),
  database_name text not null unique,
  created_at timestamptz not null default now()
);
comment on table municipality is 'En rad per kommun med egen databas.';
