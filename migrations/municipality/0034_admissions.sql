-- Up Migration
-- Sommarradarn: antagningens listor, och vad som görs för var och en till mitten av september.
create schema admissions;
grant usage on schema admissions to lots_app;

create table admissions.list (
  id bigint generated always as identity primary key,
  list_id uuid not null unique default gen_random_uuid(),
  year integer not null constraint a_list_is_of_a_year check (year between 2015 and 2099),
  round text not null constraint round_is_known check (round in ('first', 'second')),
  on_day date not null,
  read_by uuid references access.staff,
  read_at timestamptz not null default clock_timestamp(),
  -- Antal rader, och hur många som inte gick att använda. Numren i dem sparas inte.
  rows integer not null,
  unknown_people integer not null,
  unreadable integer not null,
  fingerprint bytea not null constraint a_list_has_a_fingerprint check (octet_length(fingerprint) = 32),
  -- Fel fil, fel antagning, fel dag: listan tas tillbaka, står kvar och säger inget mer.
  taken_back_at timestamptz,
  taken_back_by uuid references access.staff,
  constraint a_list_is_dated_in_its_year check (extract(year from on_day) = year),
  constraint a_list_counts_its_rows check (rows >= 0 and unknown_people >= 0 and unreadable >= 0 and unknown_people + unreadable <= rows),
  constraint a_list_taken_back_says_by_whom check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table admissions.list is 'Antagningslistor som lästs in: hur många rader, aldrig vilka som inte fanns här.';
-- Vilken dag listan än sägs gälla: en gammal fil som läses in igen skulle annars vara den nyaste listan.
create unique index the_same_list_is_read_once on admissions.list (year, round, fingerprint) where taken_back_at is null;
-- Den som flyttar hit efter att listan lästes finns i registret nästa gång samma lista läses.
grant select, insert, update (unknown_people, taken_back_at, taken_back_by) on admissions.list to lots_app;
create function admissions.a_list_is_taken_back_once() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is not null then
    raise exception 'a list is taken back once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_list_is_taken_back_once before update on admissions.list for each row execute function admissions.a_list_is_taken_back_once();

create table admissions.answer (
  list_pk bigint not null references admissions.list,
  person_id bigint not null references register.person,
  state text not null constraint admission_state_is_known check (state in ('notApplied', 'notAdmitted', 'reserve', 'admitted')),
  primary key (person_id, list_pk)
);
comment on table admissions.answer is 'Vad en lista säger om var och en som finns i registret.';
create index answer_by_list on admissions.answer (list_pk);
grant select, insert, delete on admissions.answer to lots_app;
create function admissions.a_list_taken_back_says_no_more() returns trigger language plpgsql as $$
begin
  if exists (select from admissions.list l where l.id = new.list_pk and l.taken_back_at is not null) then
    raise exception 'a list taken back says no more' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_list_taken_back_says_no_more before insert on admissions.answer for each row execute function admissions.a_list_taken_back_says_no_more();

create table admissions.step (
  id bigint generated always as identity primary key,
  step_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  year integer not null constraint a_step_is_of_a_year check (year between 2015 and 2099),
  kind text not null constraint step_kind_is_known check (kind in ('invited', 'met', 'changedChoice', 'placed')),
  on_day date not null,
  said_by uuid references access.staff,
  said_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by uuid references access.staff,
  constraint a_step_is_dated_in_its_year check (extract(year from on_day) = year),
  constraint a_struck_step_says_by_whom check ((struck_at is null) = (struck_by is null))
);
comment on table admissions.step is 'Inbjuden, träffad, ändrat val, fått plats. En uppgift som var fel stryks och står kvar.';
-- Samma sak kan göras igen en annan dag: bjudas in efter båda antagningarna, få en ny plats när den förra inte blev av.
create unique index one_step_of_a_kind_a_day on admissions.step (person_id, year, kind, on_day) where struck_at is null;
create index step_by_year on admissions.step (year, person_id);
grant select, insert, update (struck_at, struck_by), delete on admissions.step to lots_app;
create function admissions.a_step_is_struck_once() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null then
    raise exception 'a step is struck once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_step_is_struck_once before update on admissions.step for each row execute function admissions.a_step_is_struck_once();
grant usage on all sequences in schema admissions to lots_app;

-- Startsidan räknar dem utan plats en gång för varje upplaga av listorna: det som skrivs här gör en ny. Svaren hör till sin lista. Att gamla säsonger
-- tas bort ändrar inget tal, och prövas var tionde sekund: det gör ingen ny upplaga.
create trigger lists_hear_of_it after insert or update on admissions.list for each statement execute function worklist.note_change();
create trigger lists_hear_of_it after insert or update on admissions.step for each statement execute function worklist.note_change();
