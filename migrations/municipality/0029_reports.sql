-- Up Migration
-- Publicerade rapporter: vilka publicerade siffror som hör ihop, under vilket namn, och vad enheter och insatser hette då.
create schema reports;
grant usage on schema reports to lots_app;

create table reports.report (
  id bigint generated always as identity primary key,
  report_id uuid not null unique default gen_random_uuid(),
  kind text not null constraint a_report_is_of_a_kind check (kind in ('tertial1', 'tertial2', 'annual', 'schoolYear', 'figure')),
  from_on date not null,
  until_on date not null,
  counted_on date not null,
  -- Vad enheter, områden, förvaltningar, insatser och orsaker hette, och under vilket antal en siffra inte visades: rapporten öppnas som den var.
  names jsonb not null constraint names_have_their_shape check (jsonb_typeof(names) = 'object'),
  small_below int not null constraint a_limit_is_small check (small_below between 1 and 20),
  note text not null default '' constraint a_report_note_is_short check (length(note) <= 500),
  by_name text not null constraint a_report_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  at timestamptz not null default clock_timestamp(),
  constraint a_report_is_of_some_days check (until_on > from_on)
);
comment on table reports.report is 'Publicerade rapporter. Siffrorna själva ligger i figures.published; inget här gäller någon person. Skrivs aldrig om.';
create index report_by_time on reports.report (at desc);

create table reports.part (
  report_id bigint not null references reports.report,
  position int not null constraint a_part_has_its_place check (position between 0 and 99),
  published_id uuid not null constraint a_figure_is_part_of_one_report unique references figures.published (published_id),
  primary key (report_id, position)
);
comment on table reports.part is 'Siffrorna i en publicerad rapport, i ordning.';
grant select, insert on reports.report, reports.part to lots_app;

-- Inte heller tabellernas ägare ändrar det som publicerats.
create trigger what_was_published_stays before update or delete or truncate on reports.report
  for each statement execute function figures.what_was_published_stays();
create trigger what_was_published_stays before update or delete or truncate on reports.part
  for each statement execute function figures.what_was_published_stays();

-- En rapport är känd vid ett enda ögonblick: alla dess siffror har samma två tider.
create function reports.a_report_is_known_at_one_instant() returns trigger language plpgsql as $$
begin
  if exists (
    select from reports.part p join figures.published f on f.published_id = p.published_id, figures.published n
      where p.report_id = new.report_id and n.published_id = new.published_id
        and (f.facts_known_at, f.work_known_at) is distinct from (n.facts_known_at, n.work_known_at)
  ) then
    raise exception 'all figures of a report are known at one instant' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger a_report_is_known_at_one_instant after insert on reports.part
  for each row execute function reports.a_report_is_known_at_one_instant();
grant usage on all sequences in schema reports to lots_app;

-- Var en siffra från andra går att läsa. De som skrevs in innan saknar adressen.
alter table figures.reference add column url text
  constraint a_reference_is_read_at_an_address check (url ~ '^https?://[^[:space:]]+$' and length(url) <= 400);
