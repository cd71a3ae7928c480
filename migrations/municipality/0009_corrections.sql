-- Up Migration
create schema corrections;
grant usage on schema corrections to lots_app;

create table corrections.correction (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  line text not null constraint line_is_known check (line in ('1', '2', '3', '4', '5', '6', '7', '7b', '8', 'decision')),
  reason text not null constraint reason_is_known check (reason in ('wrong', 'missing', 'outdated', 'other-person', 'other')),
  note text not null constraint note_is_short check (length(note) <= 2000),
  source text not null constraint a_correction_has_a_source check (source <> ''),
  message text not null constraint message_is_short check (length(message) <= 4000),
  opened_by uuid not null references access.staff,
  opened_at timestamptz not null default clock_timestamp(),
  -- Den senaste läsningen när ärendet parkerades: en god läsning av källan efter den betyder att raden ska kontrolleras.
  after_read_id bigint not null,
  closed_by uuid references access.staff,
  closed_at timestamptz,
  outcome text constraint outcome_is_known check (outcome in ('corrected', 'stands', 'decided')),
  closing_note text not null default '' constraint closing_note_is_short check (length(closing_note) <= 2000),
  version integer not null default 1,
  constraint closed_says_who_and_how check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null)),
  constraint other_says_what check (reason <> 'other' or note <> '')
);
comment on table corrections.correction is 'Rättelseärenden: en rad i förklaringen som inte stämmer, parkerad till nästa läsning av källan.';
create unique index one_open_correction_per_person_and_line on corrections.correction (person_id, line) where closed_at is null;
create index correction_by_person on corrections.correction (person_id);
grant select, insert, update (closed_by, closed_at, outcome, closing_note, after_read_id, version) on corrections.correction to lots_app;
grant usage on all sequences in schema corrections to lots_app;

-- Den post som en post står för i dag: ett ärende följer med när poster slås samman, och tillbaka när det ångras.
create function register.root_now(person bigint) returns bigint language sql stable as $$
  with recursive up (id, step) as (
    select person, 0
    union all select s.kept_id, up.step + 1 from up join register.same_person s on s.absorbed_id = up.id and s.known_until = 'infinity'
  )
  select id from up order by step desc limit 1
$$;

-- Vem som sagt eller tagit tillbaka ett manuellt faktum, och på vilken grund. Namnet är som det var då.
create table register.manual_act (
  id bigint generated always as identity primary key,
  kind text not null constraint kind_is_known check (kind in ('decision', 'schooling-end', 'stay', 'studies-abroad')),
  fact_id bigint not null,
  act text not null constraint act_is_known check (act in ('said', 'withdrawn')),
  ground text not null constraint an_act_has_a_ground check (btrim(ground) <> ''),
  by_name text not null constraint an_act_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  at timestamptz not null,
  constraint each_act_once unique (kind, fact_id, act)
);
comment on table register.manual_act is 'Grunden för varje manuellt faktum, och för att det togs tillbaka. Skrivs aldrig om.';
grant select, insert on register.manual_act to lots_app;
grant usage on all sequences in schema register to lots_app;

-- En människas stängda fakta: så slås det upp vad som var känt om henne en tidigare dag, utan att läsa hela tabellen.
create index closed_birth on register.birth (person_id) where known_until < 'infinity';
create index closed_registration on register.registration (person_id) where known_until < 'infinity';
create index closed_deregistration on register.deregistration (person_id) where known_until < 'infinity';
create index closed_death on register.death (person_id) where known_until < 'infinity';
create index closed_immigration on register.immigration (person_id) where known_until < 'infinity';
create index closed_protection on register.protection (person_id) where known_until < 'infinity';
create index closed_particulars on register.particulars (person_id) where known_until < 'infinity';
create index closed_enrolment on register.enrolment (person_id) where known_until < 'infinity';
create index closed_credential on register.credential (person_id) where known_until < 'infinity';
create index closed_schooling_end on register.schooling_end (person_id) where known_until < 'infinity';
create index closed_decision on register.decision (person_id) where known_until < 'infinity';
create index closed_stay on register.stay (person_id) where known_until < 'infinity';
