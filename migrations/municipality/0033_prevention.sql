-- Up Migration
-- Innan någon hoppar av: frånvarosummor från de egna skolorna, och ärenden hos en skola om den som fortfarande är inskriven.

-- Om människan bor i kommunen en dag: folkbokförd där, inte avregistrerad eller avliden. Den som har skyddad folkbokföring
-- bor där en människa har bekräftat att hen vistas, aldrig där registret säger.
create function register.lives_in(person bigint, code text, on_day date) returns boolean language sql stable as $$
  with same as (select person as id union select m.absorbed_id from register.merged_now m where m.root_id = person),
    hidden as (select coalesce(bool_or(f.protected_registration), false) as is_hidden from register.protection f join same s on s.id = f.person_id
      where f.known_until = 'infinity'),
    here as (select f.municipality, f.on_date from register.registration f join same s on s.id = f.person_id
      where f.known_until = 'infinity' and f.on_date <= on_day order by f.on_date desc, f.id desc limit 1),
    gone as (select max(g.on_date) as on_date from (
        select d.on_date from register.deregistration d join same s on s.id = d.person_id where d.known_until = 'infinity'
        union all select e.on_date from register.death e join same s on s.id = e.person_id where e.known_until = 'infinity') g
      where g.on_date <= on_day)
  select coalesce((select case when is_hidden then exists (select from register.stay t join same s on s.id = t.person_id
        where t.known_until = 'infinity' and t.municipality = code and t.from_on <= on_day and (t.until_on is null or t.until_on > on_day))
      else (select h.municipality = code and not coalesce((select g.on_date >= h.on_date from gone g), false) from here h) end from hidden), false)
    and not exists (select from register.death e join same s on s.id = e.person_id where e.known_until = 'infinity' and e.on_date <= on_day)
$$;
grant execute on function register.lives_in to lots_app;

create schema prevention;
grant usage on schema prevention to lots_app;

create table prevention.absence_read (
  id bigint generated always as identity primary key,
  source text not null constraint an_absence_read_has_a_source check (source <> ''),
  month date not null constraint a_read_is_of_a_month check (extract(day from month) = 1),
  -- Till och med vilken dag summorna räknats: månaden kan pågå.
  until_on date not null,
  read_at timestamptz not null default clock_timestamp(),
  pupils integer not null,
  kept integer not null,
  unknown_pupils integer not null,
  constraint a_read_ends_in_its_month check (until_on >= month and until_on < month + interval '1 month'),
  constraint a_read_counts_its_pupils check (pupils >= 0 and kept >= 0 and unknown_pupils >= 0 and kept + unknown_pupils <= pupils)
);
comment on table prevention.absence_read is 'Läsningar av frånvarosummor: hur många, aldrig vilka.';
create index absence_read_by_month on prevention.absence_read (source, month, id);
grant select, insert on prevention.absence_read to lots_app;

-- Bara den som når någon av gränserna sparas, och bara summan. Varför någon är borta sparas aldrig.
create table prevention.absence (
  source text not null,
  person_id bigint not null references register.person,
  month date not null constraint an_absence_is_of_a_month check (extract(day from month) = 1),
  invalid_minutes integer not null constraint an_absence_is_some_minutes check (invalid_minutes > 0),
  -- Erbjuden tid: tomt när källan inte säger det.
  offered_minutes integer constraint offered_time_is_not_negative check (offered_minutes >= 0),
  read_id bigint not null references prevention.absence_read,
  primary key (person_id, month, source),
  constraint absence_fits_in_a_month check (invalid_minutes <= 31 * 24 * 60)
);
comment on table prevention.absence is 'Ogiltig frånvaro en månad enligt en skolas system. Ersätts vid nästa läsning och tas bort efter en tid.';
create index absence_by_month on prevention.absence (month);
grant select, insert, update (invalid_minutes, offered_minutes, read_id), delete on prevention.absence to lots_app;

create table prevention.matter (
  id bigint generated always as identity primary key,
  matter_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  kind text not null constraint matter_kind_is_known check (kind in ('complaint', 'gone')),
  school_unit text not null constraint a_matter_is_about_a_school check (school_unit <> ''),
  opened_on date not null,
  opened_by uuid not null references access.staff,
  -- Klagomål: när och hur det lämnades till rektor. Vad det gäller berättas för rektorn och skrivs inte här.
  referred_on date,
  referred_how text constraint how_a_head_is_told_is_known check (referred_how in ('phone', 'meeting', 'letter', 'link')),
  referred_by uuid references access.staff,
  -- Frågan till skolan, en länk med en enda fråga: är eleven utskriven, eller tar rektor hand om klagomålet?
  question_id uuid references questions.question (question_id),
  closed_on date,
  closing text constraint closing_is_known check (closing in ('headTakesOver', 'deregistered', 'backInSchool', 'withdrawn')),
  closed_by uuid references access.staff,
  constraint referred_says_how_and_by_whom check ((referred_on is null) = (referred_how is null) and (referred_on is null) = (referred_by is null)),
  constraint closed_says_how_and_by_whom check ((closed_on is null) = (closing is null) and (closed_on is null) = (closed_by is null)),
  constraint only_a_complaint_is_referred check (kind = 'complaint' or referred_on is null),
  constraint a_link_that_refers_is_a_question check (referred_how is distinct from 'link' or question_id is not null),
  constraint each_kind_closes_its_own_way check (closing is null or closing = 'withdrawn' or (kind = 'complaint') = (closing = 'headTakesOver')),
  constraint a_head_takes_over_what_was_referred check (closing is distinct from 'headTakesOver' or referred_on is not null),
  constraint a_matter_goes_forward check (referred_on >= opened_on and closed_on >= opened_on)
);
comment on table prevention.matter is 'Klagomål som hänvisas till rektor, och frågor till skolan om den som inte är där men är inskriven.';
create unique index one_open_matter_of_a_kind on prevention.matter (person_id, kind, school_unit) where closed_on is null;
create index matter_by_person on prevention.matter (person_id);
grant select, insert, update (referred_on, referred_how, referred_by, question_id, closed_on, closing, closed_by) on prevention.matter to lots_app;
create function prevention.a_closed_matter_stays_closed() returns trigger language plpgsql as $$
begin
  if old.closed_on is not null then
    raise exception 'a closed matter stays closed' using errcode = 'restrict_violation';
  end if;
  if old.referred_on is not null and (new.referred_on, new.referred_how, new.referred_by) is distinct from (old.referred_on, old.referred_how, old.referred_by) then
    raise exception 'a matter is referred once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_closed_matter_stays_closed before update on prevention.matter
  for each row execute function prevention.a_closed_matter_stays_closed();
grant usage on all sequences in schema prevention to lots_app;

-- Vad en länk med en fråga frågar om: om någon har börjat, om någon är utskriven, eller om rektor tar hand om ett klagomål.
alter table questions.question add column asks text not null default 'begun'
  constraint what_is_asked_is_known check (asks in ('begun', 'deregistered', 'complaint'));
alter table questions.question add constraint only_a_school_deregisters check (asks = 'begun' or receiver_kind = 'school');
-- Uppgifter om den som är inskriven får skrivas när hen följs: omfattas, eller bevakas förebyggande (förordning 2006:39 4 §).
create function prevention.a_matter_is_of_somebody_followed() returns trigger language plpgsql as $$
begin
  if not measures.is_followed(new.person_id, new.opened_on) then
    raise exception 'a matter is of somebody followed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_matter_is_of_somebody_followed before insert on prevention.matter
  for each row execute function prevention.a_matter_is_of_somebody_followed();
