-- Up Migration
-- Åtgärder: kommunens katalog, det som görs och dess steg, placeringsbeslut i personalgruppen, och erbjudanden som avböjdes.
create schema measures;
grant usage on schema measures to lots_app;

-- Stegen i en sammansatt åtgärd: [{key, step, sv, en, length: {days} | {months}, reasons}]. Samma step är alternativ till varandra.
create function measures.stages_have_their_shape(stages jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(stages) = 'array' and jsonb_array_length(stages) <= 12
    and not exists (select from jsonb_array_elements(stages) s where coalesce(s ->> 'key' !~ '^[a-zA-Z0-9]{1,40}$', true)
      or coalesce(length(s ->> 'sv') not between 1 and 60, true) or coalesce(length(s ->> 'en') not between 1 and 60, true)
      or coalesce((s ->> 'step')::int not between 1 and 9, true) or coalesce((s -> 'length' ? 'days') = (s -> 'length' ? 'months'), true)
      or coalesce((s -> 'length' ->> 'days')::int, 1) not between 1 and 400 or coalesce((s -> 'length' ->> 'months')::int, 1) not between 1 and 36
      or coalesce(jsonb_typeof(s -> 'reasons') <> 'array', true))
    and (select count(distinct s ->> 'key') = count(*) from jsonb_array_elements(stages) s)
    and (select coalesce(max((s ->> 'step')::int), 0) = count(distinct (s ->> 'step')::int) from jsonb_array_elements(stages) s)
$$;
-- Koder till halvårsuppgiften per profil: {profil: kod}.
create function measures.codes_have_their_shape(codes jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(codes) = 'object' and not exists (select from jsonb_each(codes) c
    where c.key !~ '^[a-zA-Z0-9.-]{1,40}$' or jsonb_typeof(c.value) <> 'string' or length(c.value #>> '{}') not between 1 and 20)
$$;
grant execute on function measures.stages_have_their_shape, measures.codes_have_their_shape to lots_app;

create table measures.item (
  key text primary key constraint an_item_key_is_plain check (key ~ '^[a-zA-Z0-9]{1,40}$'),
  shipped boolean not null default false,
  added_at timestamptz not null default clock_timestamp()
);
comment on table measures.item is 'Insatser i kommunens katalog. En som använts tas aldrig bort: den slutar gälla.';
grant select, insert (key) on measures.item to lots_app;

create table measures.item_version (
  item_key text not null references measures.item,
  version integer not null constraint versions_count_from_one check (version >= 1),
  name_sv text not null constraint an_item_has_a_swedish_name check (btrim(name_sv) = name_sv and length(name_sv) between 1 and 80),
  name_en text not null constraint an_item_has_an_english_name check (btrim(name_en) = name_en and length(name_en) between 1 and 80),
  -- Åtgärder får börja från och med from_on och före until_on.
  from_on date not null,
  until_on date,
  department text constraint a_department_is_a_key check (department ~ '^[a-zA-Z0-9]{1,30}$'),
  counts boolean not null,
  exclusive boolean not null,
  needs_decision boolean not null,
  stages jsonb not null default '[]' constraint stages_have_their_shape check (measures.stages_have_their_shape(stages)),
  codes jsonb not null default '{}' constraint codes_have_their_shape check (measures.codes_have_their_shape(codes)),
  changed_by text not null constraint an_item_is_somebodys_wording check (changed_by <> ''),
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  primary key (item_key, version),
  constraint an_item_is_valid_some_time check (until_on > from_on)
);
comment on table measures.item_version is 'Insatsens namn, giltighet, förvaltning, koder, steg och regler, version för version. Den öppna gäller.';
create unique index one_version_of_an_item_in_force on measures.item_version (item_key) where known_until = 'infinity';
create trigger known_until_is_set_once before update on measures.item_version
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on measures.item_version to lots_app;
create trigger lists_hear_of_it after insert or update on measures.item_version for each statement execute function worklist.note_change();

create table measures.reason (
  key text primary key constraint a_reason_key_is_plain check (key ~ '^[a-zA-Z0-9]{1,40}$'),
  name_sv text not null,
  name_en text not null,
  uses text[] not null constraint a_reason_is_used_for_something check (cardinality(uses) > 0 and uses <@ array['end', 'interruption', 'decline']),
  codes jsonb not null default '{}' constraint reason_codes_have_their_shape check (measures.codes_have_their_shape(codes)),
  position integer not null
);
comment on table measures.reason is 'Varför en åtgärd eller ett steg upphörde, eller varför ett erbjudande avböjdes. Aldrig hälsa, brott eller en annan aktörs slag.';
grant select on measures.reason to lots_app;

create table measures.measure (
  id bigint generated always as identity primary key,
  measure_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  item_key text not null,
  -- Den version som gällde när åtgärden skrevs in: dess steg är åtgärdens steg.
  item_version integer not null,
  is_exclusive boolean not null,
  from_on date not null,
  planned_until_on date,
  -- Från och med den dagen pågår den inte.
  ended_on date,
  end_reason text references measures.reason,
  end_said_on date,
  occupation_after text constraint occupation_after_is_known check (occupation_after in ('work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none', 'unknown')),
  responsible text not null constraint responsible_is_known check (responsible in ('youth', 'municipality', 'other')),
  department text constraint a_measures_department_is_a_key check (department ~ '^[a-zA-Z0-9]{1,30}$'),
  note text not null default '' constraint a_measure_note_is_short check (length(note) <= 500),
  placement text not null constraint placement_is_known check (placement in ('none', 'waiting', 'approved', 'refused')),
  decided_on date,
  origin text not null constraint measure_origin_is_known check (origin in ('hand', 'coding', 'plan')),
  origin_id uuid,
  by_name text not null constraint a_measure_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  -- Var ungdomen fanns då: siffror per enhet ändras inte av en senare flytt.
  unit_id integer references organisation.unit,
  district_id integer references organisation.district,
  recorded_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- Vem som skrev det som står nu.
  changed_by text not null constraint a_change_is_somebodys check (changed_by <> ''),
  struck_at timestamptz,
  struck_by text,
  struck_why text,
  version integer not null default 1,
  foreign key (item_key, item_version) references measures.item_version,
  constraint a_planned_end_is_not_before_the_start check (planned_until_on >= from_on),
  constraint a_planned_end_is_not_far_away check (planned_until_on <= from_on + 1096),
  constraint a_start_is_not_far_away check (from_on <= recorded_on + 366),
  constraint an_end_is_not_before_the_start check (ended_on >= from_on),
  constraint an_end_says_why check ((ended_on is null) = (end_reason is null) and (ended_on is null) = (end_said_on is null)),
  -- Det som inte börjat slutar den dag det skulle ha börjat: det blev aldrig av.
  constraint an_end_is_not_said_ahead check (ended_on <= end_said_on or ended_on = from_on),
  constraint an_occupation_afterwards_comes_with_an_end check (occupation_after is null or ended_on is not null),
  constraint a_placement_has_the_day_of_its_decision check ((decided_on is null) = (placement in ('none', 'waiting'))),
  constraint a_placement_begins_when_decided check (placement <> 'approved' or from_on >= decided_on),
  constraint only_what_stands_is_ended check (ended_on is null or placement in ('none', 'approved')),
  constraint struck_measures_say_who_and_why check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null)),
  constraint a_struck_measure_says_why_in_few_words check (length(struck_why) between 3 and 200),
  constraint exclusive_measures_never_overlap exclude using gist (person_id with =, daterange(from_on, coalesce(ended_on, planned_until_on)) with &&)
    where (is_exclusive and struck_at is null and placement in ('none', 'approved'))
);
comment on table measures.measure is 'Åtgärder: planerade, pågående och avslutade. Läget räknas ur dagarna. Rader tas aldrig bort; den som blev fel stryks, med vem och varför.';
create index measure_by_person on measures.measure (person_id, from_on);
create index measure_waiting on measures.measure (id) where placement = 'waiting' and struck_at is null;
create index measure_not_ended on measures.measure (from_on) where ended_on is null and struck_at is null and placement in ('none', 'approved');
create index measure_by_origin on measures.measure (origin_id) where origin_id is not null;
grant select, insert, update (from_on, planned_until_on, ended_on, end_reason, end_said_on, occupation_after, responsible, department, note, placement, decided_on,
  changed_by, struck_at, struck_by, struck_why, version) on measures.measure to lots_app;
create trigger lists_hear_of_it after insert or update on measures.measure for each statement execute function worklist.note_change();

create table measures.measure_past (
  measure_id bigint not null references measures.measure,
  version integer not null,
  said jsonb not null,
  changed_by text not null,
  until_at timestamptz not null default clock_timestamp(),
  primary key (measure_id, version)
);
comment on table measures.measure_past is 'Hur en åtgärd såg ut före varje ändring. Skrivs bara av databasen själv.';
grant select on measures.measure_past to lots_app;

create function measures.what_it_said_is_kept() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.version <> old.version + 1 then
    raise exception 'each change of a measure is a version' using errcode = 'restrict_violation';
  end if;
  insert into measures.measure_past (measure_id, version, said, changed_by)
    select old.id, old.version, jsonb_build_object('fromOn', old.from_on, 'plannedUntilOn', old.planned_until_on, 'endedOn', old.ended_on, 'endReason', old.end_reason,
      'responsible', old.responsible, 'department', old.department, 'note', old.note, 'placement', old.placement), old.changed_by;
  return null;
end $$;
create trigger what_it_said_is_kept after update on measures.measure for each row execute function measures.what_it_said_is_kept();

-- Omfattas, eller följs utanför målgruppen, den dagen. Perioder och bevakningar står på den post som en sammanslagen nu är.
create function measures.is_followed(person bigint, on_day date) returns boolean language sql stable as $$
  with same as (select register.root_now(person) as id union select person
    union select m.absorbed_id from register.merged_now m where m.root_id = register.root_now(person))
  select exists (select from register.period p join same s on s.id = p.person_id where p.from_on <= on_day and (p.until_on is null or p.until_on > on_day))
    or exists (select from worklist.youth y join same s on s.id = y.person_id where y.from_on <= on_day and (y.until_on is null or y.until_on > on_day))
    or exists (select from worklist.watch w join same s on s.id = w.person_id
      where w.from_on <= on_day and (w.known_until = 'infinity' or (w.known_until at time zone 'Europe/Stockholm')::date > on_day))
$$;
grant execute on function measures.is_followed to lots_app;

create function measures.a_measure_begins_where_it_may() returns trigger language plpgsql as $$
declare
  v measures.item_version;
begin
  select * into v from measures.item_version where item_key = new.item_key and known_until = 'infinity';
  if new.from_on < v.from_on or new.from_on >= v.until_on then
    raise exception 'a measure begins while its item is valid' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' and (new.item_version <> v.version or new.is_exclusive <> v.exclusive) then
    raise exception 'a measure is of the item in force' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' and new.placement <> (case when v.needs_decision then 'waiting' else 'none' end) then
    raise exception 'a placement waits for the personnel group' using errcode = 'restrict_violation';
  end if;
  if not measures.is_followed(new.person_id, new.from_on) then
    raise exception 'a measure begins in a period or while watched' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_measure_begins_where_it_may before insert on measures.measure for each row execute function measures.a_measure_begins_where_it_may();
create trigger a_measure_is_moved_where_it_may before update of from_on on measures.measure
  for each row when (old.from_on <> new.from_on) execute function measures.a_measure_begins_where_it_may();

create function measures.a_struck_measure_stays() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null or old.placement = 'refused' then
    raise exception 'a struck or refused measure is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_struck_measure_stays before update on measures.measure for each row execute function measures.a_struck_measure_stays();

create table measures.stage (
  id bigint generated always as identity primary key,
  stage_id uuid not null unique default gen_random_uuid(),
  measure_id bigint not null references measures.measure,
  stage_key text not null,
  step integer not null,
  from_on date not null,
  planned_until_on date,
  ended_on date,
  outcome text constraint stage_outcome_is_known check (outcome in ('completed', 'interrupted')),
  reason text references measures.reason,
  by_name text not null constraint a_stage_is_somebodys check (by_name <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by text,
  struck_why text,
  constraint a_stage_is_not_planned_to_end_before_it_begins check (planned_until_on >= from_on),
  constraint a_stage_does_not_end_before_it_begins check (ended_on >= from_on),
  constraint an_ended_stage_says_how check ((ended_on is null) = (outcome is null)),
  constraint an_interrupted_stage_says_why check ((outcome is not distinct from 'interrupted') = (reason is not null)),
  constraint struck_stages_say_who_and_why check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null)),
  constraint a_struck_stage_says_why_in_few_words check (length(struck_why) between 3 and 200),
  constraint stages_of_a_measure_never_overlap exclude using gist (measure_id with =, daterange(from_on, ended_on) with &&) where (struck_at is null)
);
comment on table measures.stage is 'Stegen i en sammansatt åtgärd, ett i taget: när det började, skulle sluta, slutade, och varför det avbröts.';
create index stage_by_measure on measures.stage (measure_id);
grant select, insert, update (ended_on, outcome, reason, struck_at, struck_by, struck_why) on measures.stage to lots_app;

-- Stegen tas i ordning: nästa börjar när det förra är klart, ett avbrutet kan börja om.
create function measures.a_stage_follows_the_one_before() returns trigger language plpgsql as $$
declare
  m measures.measure;
  before measures.stage;
begin
  select * into m from measures.measure where id = new.measure_id;
  if m.struck_at is not null or m.placement not in ('none', 'approved') or m.ended_on is not null or new.from_on < m.from_on then
    raise exception 'a stage begins in a measure that stands' using errcode = 'restrict_violation';
  end if;
  if not exists (select from measures.item_version v cross join jsonb_array_elements(v.stages) s where v.item_key = m.item_key and v.version = m.item_version
      and s ->> 'key' = new.stage_key and (s ->> 'step')::int = new.step) then
    raise exception 'a stage is one of the measure''s own' using errcode = 'restrict_violation';
  end if;
  select * into before from measures.stage where measure_id = new.measure_id and struck_at is null order by from_on desc, id desc limit 1;
  if new.step <> coalesce(before.step, 0) + (case when before.outcome = 'interrupted' then 0 else 1 end) or before.ended_on > new.from_on then
    raise exception 'a stage follows the one before' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_stage_follows_the_one_before before insert on measures.stage for each row execute function measures.a_stage_follows_the_one_before();

create function measures.a_stage_is_ended_once() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null then
    raise exception 'a struck stage is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_stage_is_ended_once before update on measures.stage for each row execute function measures.a_stage_is_ended_once();
create trigger lists_hear_of_it after insert or update on measures.stage for each statement execute function worklist.note_change();

create function measures.stages_keep_inside_their_measure() returns trigger language plpgsql as $$
begin
  if exists (select from measures.stage s where s.measure_id = new.id and s.struck_at is null
      and (s.from_on < new.from_on or (new.ended_on is not null and (s.ended_on is null or s.ended_on > new.ended_on)))) then
    raise exception 'stages keep inside their measure' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger stages_keep_inside_their_measure before update of from_on, ended_on on measures.measure
  for each row when (new.struck_at is null) execute function measures.stages_keep_inside_their_measure();

create table measures.round (
  id bigint generated always as identity primary key,
  round_id uuid not null unique default gen_random_uuid(),
  unit_id integer references organisation.unit,
  held_on date not null,
  opened_on date not null,
  opened_by uuid not null references access.staff,
  closed_at timestamptz,
  closed_by uuid references access.staff,
  constraint a_round_is_not_held_ahead check (held_on <= opened_on),
  constraint a_closed_round_says_by_whom check ((closed_at is null) = (closed_by is null))
);
comment on table measures.round is 'Ärendedragningar i personalgruppen, där placeringar beslutas. Utan enhet: hela kommunens.';
grant select, insert, update (closed_at, closed_by) on measures.round to lots_app;
create function measures.a_closed_round_stays_closed() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'a closed round stays closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_closed_round_stays_closed before update on measures.round for each row execute function measures.a_closed_round_stays_closed();

create table measures.present (
  round_id bigint not null references measures.round,
  staff_id uuid not null references access.staff,
  primary key (round_id, staff_id)
);
comment on table measures.present is 'Vilka medarbetare som var med. Aldrig någon annan.';
grant select, insert on measures.present to lots_app;

create table measures.decision (
  id bigint generated always as identity primary key,
  round_id bigint not null references measures.round,
  measure_id bigint not null references measures.measure,
  outcome text not null constraint decision_outcome_is_known check (outcome in ('approved', 'refused', 'postponed')),
  ground text not null constraint a_decision_says_its_ground check (btrim(ground) = ground and length(ground) between 3 and 500),
  decided_by uuid not null references access.staff,
  decided_at timestamptz not null default clock_timestamp(),
  constraint a_proposal_is_decided_once_a_round unique (round_id, measure_id)
);
comment on table measures.decision is 'Vad personalgruppen beslutade om ett förslag. Ett uppskjutet tas upp igen i en senare dragning.';
create index decision_by_measure on measures.decision (measure_id);
grant select, insert on measures.decision to lots_app;

create function measures.a_decision_is_made_in_a_round() returns trigger language plpgsql as $$
begin
  if exists (select from measures.round r where r.id = new.round_id and r.closed_at is not null) then
    raise exception 'a decision is made in an open round' using errcode = 'restrict_violation';
  end if;
  if not exists (select from measures.present p where p.round_id = new.round_id and p.staff_id = new.decided_by) then
    raise exception 'a decision is made by somebody present' using errcode = 'restrict_violation';
  end if;
  if not exists (select from measures.measure m where m.id = new.measure_id and m.placement = 'waiting' and m.struck_at is null) then
    raise exception 'a decision is about a proposal that waits' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_decision_is_made_in_a_round before insert on measures.decision for each row execute function measures.a_decision_is_made_in_a_round();

create function measures.a_placement_is_what_was_decided() returns trigger language plpgsql as $$
begin
  if old.placement <> 'waiting' or not exists (select from measures.decision d join measures.round r on r.id = d.round_id
      where d.measure_id = new.id and d.outcome = new.placement and r.held_on = new.decided_on) then
    raise exception 'a placement is what the personnel group decided' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_placement_is_what_was_decided before update of placement on measures.measure
  for each row when (old.placement <> new.placement) execute function measures.a_placement_is_what_was_decided();

create table measures.declined_offer (
  id bigint generated always as identity primary key,
  offer_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  item_key text not null references measures.item,
  offered_on date not null,
  reason text not null references measures.reason,
  note text not null default '' constraint an_offer_note_is_short check (length(note) <= 500),
  by_name text not null constraint an_offer_is_somebodys check (by_name <> ''),
  staff_id uuid references access.staff,
  unit_id integer references organisation.unit,
  recorded_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by text,
  struck_why text,
  constraint an_offer_is_not_made_ahead check (offered_on <= recorded_on),
  constraint struck_offers_say_who_and_why check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null)),
  constraint a_struck_offer_says_why_in_few_words check (length(struck_why) between 3 and 200)
);
comment on table measures.declined_offer is 'Insatser som erbjöds och avböjdes. Räknas aldrig som åtgärd.';
create index declined_offer_by_person on measures.declined_offer (person_id);
grant select, insert, update (struck_at, struck_by, struck_why) on measures.declined_offer to lots_app;
create function measures.an_offer_is_of_somebody_followed() returns trigger language plpgsql as $$
begin
  if not measures.is_followed(new.person_id, new.offered_on) then
    raise exception 'an offer is made in a period or while watched' using errcode = 'restrict_violation';
  end if;
  if not exists (select from measures.reason r where r.key = new.reason and 'decline' = any (r.uses)) then
    raise exception 'an offer is declined for a reason of declining' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_offer_is_of_somebody_followed before insert on measures.declined_offer
  for each row execute function measures.an_offer_is_of_somebody_followed();
create function measures.an_offer_is_struck_once() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null then
    raise exception 'an offer is struck once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_offer_is_struck_once before update on measures.declined_offer for each row execute function measures.an_offer_is_struck_once();
grant usage on all sequences in schema measures to lots_app;

-- Det som statusar, listor och siffror bygger på: åtgärder som står. Halvöppet; det som inte avslutats har inget slut, också när den planerade dagen passerat.
create view measures.span as
  select m.person_id, m.from_on, m.ended_on as until_on, v.counts, m.measure_id, m.item_key
  from measures.measure m join measures.item_version v on v.item_key = m.item_key and v.known_until = 'infinity'
  where m.struck_at is null and m.placement in ('none', 'approved') and (m.ended_on is null or m.ended_on > m.from_on);
grant select on measures.span to lots_app;

insert into measures.reason (key, name_sv, name_en, uses, codes, position) values
  ('completed', 'Genomförd som planerat', 'Completed as planned', '{end}', '{"draft": "1"}', 1),
  ('studies', 'Började studera', 'Began to study', '{end,interruption,decline}', '{"draft": "2"}', 2),
  ('work', 'Började arbeta', 'Began to work', '{end,interruption,decline}', '{"draft": "3"}', 3),
  ('moved', 'Flyttade', 'Moved', '{end,interruption}', '{"draft": "4"}', 4),
  ('attendance', 'Kom för sällan', 'Came too seldom', '{end,interruption}', '{"draft": "5"}', 5),
  ('declined', 'Ville inte fortsätta', 'Did not want to go on', '{end,interruption}', '{"draft": "6"}', 6),
  ('unsuited', 'Passade inte', 'Did not suit', '{end,interruption,decline}', '{"draft": "7"}', 7),
  ('noPlace', 'Platsen fanns inte kvar', 'The place was gone', '{end,interruption}', '{"draft": "7"}', 8),
  ('neverBegan', 'Blev inte av', 'Never began', '{end}', '{"draft": "7"}', 9),
  ('notCovered', 'Omfattas inte längre', 'No longer covered', '{end}', '{"draft": "8"}', 10),
  ('notNow', 'Inte just nu', 'Not right now', '{decline}', '{}', 11),
  ('wantsOther', 'Vill något annat', 'Wants something else', '{decline}', '{}', 12),
  ('noAnswer', 'Svarade inte på erbjudandet', 'Did not answer the offer', '{decline}', '{}', 13),
  ('other', 'Annan orsak', 'Another reason', '{end,interruption,decline}', '{"draft": "9"}', 14);

insert into measures.item (key, shipped) select unnest(array['guidance', 'motivationalTalk', 'singleTalk', 'studyVisit', 'groupActivity', 'practice', 'youthEmployment',
  'flexibleStart', 'adultCourse', 'folkHighSchool', 'languageSupport', 'otherActor', 'other']), true;
insert into measures.item_version (item_key, version, name_sv, name_en, from_on, department, counts, exclusive, needs_decision, stages, codes, changed_by) values
  ('guidance', 1, 'Studie- och yrkesvägledning', 'Guidance and counselling', '2015-01-01', 'education', true, false, false, '[]', '{"draft": "02"}', 'produkten'),
  ('motivationalTalk', 1, 'Motiverande samtal', 'Motivational talk', '2015-01-01', 'labourMarket', true, false, false, '[]', '{"draft": "03"}', 'produkten'),
  ('singleTalk', 1, 'Enstaka samtal', 'Single talk', '2015-01-01', null, false, false, false, '[]', '{"draft": "01"}', 'produkten'),
  ('studyVisit', 1, 'Studiebesök', 'Study visit', '2015-01-01', null, true, false, false, '[]', '{"draft": "04"}', 'produkten'),
  ('groupActivity', 1, 'Gruppaktivitet', 'Group activity', '2015-01-01', 'labourMarket', true, false, false, '[]', '{"draft": "05"}', 'produkten'),
  ('practice', 1, 'Praktik', 'Practice', '2015-01-01', 'labourMarket', true, true, false, '[]', '{"draft": "06"}', 'produkten'),
  ('youthEmployment', 1, 'Ungdomsanställning', 'Youth employment', '2015-01-01', 'labourMarket', true, true, true, '[
    {"key": "preparation", "step": 1, "sv": "Förberedande vecka", "en": "Preparatory week", "length": {"days": 7}, "reasons": ["studies", "work", "moved", "attendance", "declined", "unsuited", "other"]},
    {"key": "matching", "step": 1, "sv": "Individuell matchning", "en": "Individual matching", "length": {"days": 7}, "reasons": ["studies", "work", "moved", "declined", "noPlace", "other"]},
    {"key": "practice", "step": 2, "sv": "Sex veckors praktik", "en": "Six weeks’ practice", "length": {"days": 42}, "reasons": ["studies", "work", "moved", "attendance", "declined", "unsuited", "noPlace", "other"]},
    {"key": "employment", "step": 3, "sv": "Halvtidsanställning i sex månader", "en": "Half-time employment for six months", "length": {"months": 6}, "reasons": ["studies", "work", "moved", "attendance", "declined", "noPlace", "other"]}
  ]', '{"draft": "07"}', 'produkten'),
  ('flexibleStart', 1, 'Flexibel start i gymnasieskolan', 'Flexible start in upper secondary', '2015-01-01', 'education', true, false, false, '[]', '{"draft": "08"}', 'produkten'),
  ('adultCourse', 1, 'Kurs i vuxenutbildningen', 'Adult-education course', '2015-01-01', 'education', true, false, false, '[]', '{"draft": "09"}', 'produkten'),
  ('folkHighSchool', 1, 'Kurs på folkhögskola', 'Folk high school course', '2015-01-01', 'education', true, false, false, '[]', '{"draft": "10"}', 'produkten'),
  ('languageSupport', 1, 'Språkstöd', 'Language support', '2015-01-01', 'education', true, false, false, '[]', '{"draft": "11"}', 'produkten'),
  ('otherActor', 1, 'Genom annan aktör', 'Through another actor', '2015-01-01', null, true, false, false, '[]', '{"draft": "12"}', 'produkten'),
  ('other', 1, 'Annan åtgärd', 'Another measure', '2015-01-01', null, true, false, false, '[]', '{"draft": "99"}', 'produkten');
