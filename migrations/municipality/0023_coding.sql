-- Up Migration
-- Vägledd kodning: vad som hände i vardagsord, efter vilken konvention det kodades, och vad det skrev. Aldrig vilken annan aktör det gäller.
create schema coding;
grant usage on schema coding to lots_app;

create table coding.coded (
  id bigint generated always as identity primary key,
  -- Händelsen, densamma genom alla omkodningar.
  coded_id uuid not null default gen_random_uuid(),
  revision integer not null default 1 constraint revisions_count_from_one check (revision >= 1),
  person_id bigint not null references register.person,
  event text not null constraint event_is_known check (event in ('workFound', 'workMunicipal', 'workAbroad', 'studiesAbroad', 'abroad', 'otherStudies',
    'militaryService', 'parentalLeave', 'other', 'otherActor', 'declines', 'singleTalk', 'nothing', 'unknown')),
  said_on date not null,
  source text not null constraint coding_source_is_known check (source in ('youth', 'school', 'employer', 'otherActor')),
  since_on date,
  until_on date,
  convention text not null constraint a_convention_has_a_key check (convention ~ '^[a-z][a-z-]{0,39}$'),
  convention_version integer not null constraint convention_versions_count_from_one check (convention_version >= 1),
  occupation text,
  occupation_id bigint references outreach.occupation,
  item text,
  responsible text,
  measure_id bigint references measures.measure,
  -- Åtgärdens version när kodningen hade skrivit den: en annan betyder att någon har ändrat den för hand.
  measure_version integer,
  contact_id bigint references outreach.contact,
  -- Faktumet om gymnasiestudier utomlands (register.enrolment).
  fact_id bigint,
  staff_id uuid not null references access.staff,
  by_name text not null constraint a_coding_is_somebodys check (by_name <> ''),
  coded_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  struck_by uuid references access.staff,
  struck_why text,
  constraint each_revision_once unique (coded_id, revision),
  constraint nothing_is_coded_ahead check (said_on <= (coded_at at time zone 'Europe/Stockholm')::date),
  constraint it_has_been_so_since_before_it_was_said check (since_on <= said_on),
  constraint it_is_not_planned_to_end_before_it_was_said check (until_on >= said_on),
  constraint an_occupation_is_written_as_coded check ((occupation is null) = (occupation_id is null)),
  constraint a_measure_is_written_as_coded check ((item is null) = (measure_id is null) and (item is null) = (responsible is null)
    and (item is null) = (measure_version is null)),
  -- Vad lagen avgör, och det som inte får sparas: ingen konvention ändrar det.
  constraint only_upper_secondary_abroad_ends_coverage check ((fact_id is not null) = (event = 'studiesAbroad')),
  constraint studies_abroad_are_coded_so check ((event = 'studiesAbroad') = (occupation is not distinct from 'studiesAbroad')),
  constraint asked_in_vain_is_coded_so check ((event = 'unknown') = (occupation is not distinct from 'unknown')),
  constraint known_none_is_coded_so check (event <> 'nothing' or occupation is not distinct from 'none'),
  constraint another_actor_has_no_kind check (event <> 'otherActor'
    or (occupation is null and item is not distinct from 'otherActor' and responsible is not distinct from 'other')),
  constraint a_coding_writes_something check (revision > 1 or coalesce(occupation_id, measure_id, contact_id, fact_id) is not null),
  constraint a_struck_coding_says_who_and_why check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null)),
  constraint a_coding_is_struck_for_a_known_reason check (struck_why in ('pressedWrong', 'wrongYouth', 'wrongEvent', 'wrongDay', 'notSo'))
);
comment on table coding.coded is 'Händelser i vardagsord, efter vilken konvention de kodades och vad som skrevs. Omkodas de får de en ny revision; den högsta gäller. Ingen fri text, och aldrig vilken annan aktör det gäller.';
comment on column coding.coded.by_name is 'Vem som skrev revisionen: den första är den som skrev in händelsen, de senare den som räknade om. Likaså staff_id och coded_at. Det som revisionen skrev sägs fortfarande av den första.';
create index coded_by_person on coding.coded (person_id, said_on);
create index coded_by_occupation on coding.coded (occupation_id) where occupation_id is not null;
grant select, insert, update (struck_at, struck_by, struck_why) on coding.coded to lots_app;

-- En omkodning ändrar koderna, aldrig vad som hände; och bara det som står kodas om eller stryks, en gång.
create function coding.a_revision_follows_the_one_before() returns trigger language plpgsql as $$
declare
  before coding.coded;
begin
  select * into before from coding.coded where coded_id = new.coded_id and revision = new.revision - 1;
  if before.id is null or before.struck_at is not null then
    raise exception 'a revision follows one that stands' using errcode = 'restrict_violation';
  end if;
  if (new.person_id, new.event, new.said_on, new.source, new.since_on, new.until_on, new.contact_id, new.fact_id)
    is distinct from (before.person_id, before.event, before.said_on, before.source, before.since_on, before.until_on, before.contact_id, before.fact_id) then
    raise exception 'a revision is of the same event' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_revision_follows_the_one_before before insert on coding.coded
  for each row when (new.revision > 1) execute function coding.a_revision_follows_the_one_before();

create function coding.only_what_stands_is_struck() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null or exists (select from coding.coded c where c.coded_id = old.coded_id and c.revision > old.revision) then
    raise exception 'only what stands is struck' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_what_stands_is_struck before update on coding.coded for each row execute function coding.only_what_stands_is_struck();

-- Vad som gäller av varje händelse.
create view coding.standing as
  select c.* from coding.coded c
  where c.struck_at is null and not exists (select from coding.coded n where n.coded_id = c.coded_id and n.revision > c.revision);
grant select on coding.standing to lots_app;
grant usage on all sequences in schema coding to lots_app;

-- Valet av konvention, och kommunens egen: en rad för varje händelse som får avgöras, och ingenting annat. Tvilling till convention.rules.ts.
create function coding.line_has_its_shape(line jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(line) = 'object' and line - 'occupation' - 'measure' = '{}' and line ? 'occupation' and line ? 'measure'
    and (jsonb_typeof(line -> 'occupation') = 'null' or line ->> 'occupation' in ('work', 'studies', 'abroad', 'other', 'none'))
    and (jsonb_typeof(line -> 'measure') = 'null' or ((line -> 'measure') - 'item' - 'responsible' = '{}'
      and line #>> '{measure,item}' ~ '^[a-zA-Z0-9]{1,40}$' and line #>> '{measure,responsible}' in ('youth', 'municipality', 'other')))
$$;
create function coding.setting_has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key = 'coding.convention' then jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[a-z][a-z-]{0,39}$'
    when key = 'coding.own' then coalesce(jsonb_typeof(value) = 'object' and value - 'version' - 'name' - 'lines' = '{}'
      and (value ->> 'version')::int >= 1 and length(value ->> 'name') between 1 and 60
      and (select array_agg(l.key order by l.key) = array['abroad', 'declines', 'militaryService', 'other', 'otherStudies', 'parentalLeave', 'singleTalk',
        'workAbroad', 'workFound', 'workMunicipal'] and bool_and(coding.line_has_its_shape(l.value)) from jsonb_each(value -> 'lines') l), false)
    when starts_with(key, 'coding.') then false
    else true
  end
$$;
grant execute on function coding.line_has_its_shape, coding.setting_has_its_shape to lots_app;
alter table settings.value add constraint a_coding_setting_has_its_shape check (coding.setting_has_its_shape(key, value));
