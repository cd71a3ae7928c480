-- Up Migration
-- Planer: mål, steg i tre kolumner, uppföljningar, versioner och ungdomens kvittens.
create schema plans;
grant usage on schema plans to lots_app;

create table plans.plan (
  id bigint generated always as identity primary key,
  plan_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  opened_on date not null,
  ended_on date,
  constraint a_plan_ends_after_it_is_opened check (ended_on >= opened_on)
);
comment on table plans.plan is 'En ungdoms plan. Vad som står i den finns i versionerna; den senaste gäller.';
create unique index one_open_plan_per_youth on plans.plan (person_id) where ended_on is null;
create index plan_by_person on plans.plan (person_id);
grant select, insert, update (ended_on) on plans.plan to lots_app;

-- Poster som slagits samman är en ungdom: en öppen plan på någon av dem räcker. Planer som fanns före sammanslagningen står kvar.
create function plans.a_youth_has_one_open_plan() returns trigger language plpgsql as $$
begin
  if exists (select from plans.plan p where p.ended_on is null and p.id <> new.id
      and (p.person_id = register.root_now(new.person_id)
        or p.person_id in (select m.absorbed_id from register.merged_now m where m.root_id = register.root_now(new.person_id)))) then
    raise exception 'a youth has one open plan' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger a_youth_has_one_open_plan before insert on plans.plan for each row execute function plans.a_youth_has_one_open_plan();

create function plans.a_plan_is_ended_once() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null then
    raise exception 'a plan is ended once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_plan_is_ended_once before update on plans.plan for each row execute function plans.a_plan_is_ended_once();

create table plans.version (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plans.plan,
  number integer not null,
  -- Vad som gjorde versionen: planen skrevs, ungdomen prickade av, en uppföljning flyttades ...
  change text not null constraint plan_change_is_known check (change in
    ('opened', 'revised', 'agreed', 'ticked', 'added', 'followedUp', 'postponed', 'ended')),
  status text not null constraint plan_status_is_known check (status in ('draft', 'agreed', 'ended')),
  goal text not null constraint a_plan_has_a_goal check (btrim(goal) = goal and length(goal) between 1 and 500),
  begins_on date not null,
  -- Sista dagen; tom när slutet inte är bestämt.
  ends_on date,
  -- Uttryckligen sagt: ingen annan aktör ansvarar för något.
  no_other_actor boolean not null,
  step_count integer not null,
  follow_up_days date[] not null,
  end_reason text constraint plan_end_reason_is_known check (end_reason in
    ('goalReached', 'inEducation', 'inWork', 'declined', 'lostContact', 'moved', 'turned20', 'newPlan', 'other')),
  end_note text not null default '' constraint an_end_note_is_short check (length(end_note) <= 500),
  saved_at timestamptz not null default clock_timestamp(),
  -- Vem som sparade. Tomt: ungdomen själv, på sin egen sida.
  staff_id uuid references access.staff,
  by_name text not null,
  constraint versions_are_numbered_from_one check (number >= 1),
  constraint each_version_once unique (plan_id, number),
  constraint a_plan_ends_after_it_begins check (ends_on >= begins_on),
  constraint an_ended_plan_says_why check ((status = 'ended') = (end_reason is not null)),
  constraint a_plan_is_ended_by_its_ending check ((status = 'ended') = (change = 'ended')),
  constraint what_the_staff_saved_says_who check ((staff_id is null) = (by_name = '')),
  constraint a_youth_ticks_and_adds_and_no_more check (staff_id is not null or change in ('ticked', 'added'))
);
comment on table plans.version is 'Varje ändring av en plan är en ny version. Rader skrivs aldrig om; alla kan läsas och jämföras.';
grant select, insert on plans.version to lots_app;

create table plans.step (
  version_id bigint not null references plans.version,
  -- Samma steg har samma id i alla versioner.
  step_id uuid not null,
  whose text not null constraint a_step_is_somebodys check (whose in ('youth', 'municipality', 'other')),
  position integer not null constraint a_column_has_ten_steps_at_most check (position between 1 and 10),
  what text not null constraint a_step_says_what check (btrim(what) = what and length(what) between 1 and 200),
  -- Kort benämning i fri text. Vad för slags aktör det är lagras aldrig: det kan vara känsligt.
  actor text not null default '' constraint an_actor_is_named_in_short check (btrim(actor) = actor and length(actor) <= 40),
  begins_on date,
  due_on date,
  done_on date,
  by_youth boolean not null default false,
  primary key (version_id, step_id),
  constraint each_position_once unique (version_id, whose, position),
  constraint an_actor_stands_in_the_third_column check (actor = '' or whose = 'other'),
  constraint a_step_ends_after_it_begins check (due_on >= begins_on),
  constraint a_youth_adds_steps_of_their_own check (whose = 'youth' or not by_youth)
);
comment on table plans.step is 'Stegen i varje version, i tre kolumner: ungdomen, kommunen, någon annan.';
grant select, insert on plans.step to lots_app;

create table plans.follow_up (
  id bigint generated always as identity primary key,
  follow_up_id uuid not null unique default gen_random_uuid(),
  plan_id bigint not null references plans.plan,
  on_day date not null,
  -- Dagen då den bestämdes.
  said_on date not null,
  -- Den som flyttades hit.
  after_id bigint unique references plans.follow_up,
  state text not null default 'planned' constraint follow_up_state_is_known check (state in ('planned', 'done', 'postponed', 'dropped')),
  closed_on date,
  outcome text constraint follow_up_outcome_is_known check (outcome in ('onTrack', 'slow', 'reached', 'changeNeeded')),
  reason text constraint follow_up_reason_is_known check (reason in ('youthCancelled', 'youthNotReached', 'weCancelled', 'waitingForStart', 'other')),
  note text not null default '' constraint a_follow_up_note_is_short check (length(note) <= 500),
  staff_id uuid references access.staff,
  constraint a_new_follow_up_is_not_in_the_past check (on_day >= said_on),
  constraint a_follow_up_that_is_over_says_when check ((state = 'planned') = (closed_on is null)),
  constraint a_follow_up_that_is_over_says_by_whom check ((state = 'planned') = (staff_id is null)),
  constraint a_done_follow_up_says_how_it_went check ((state = 'done') = (outcome is not null)),
  constraint a_postponed_follow_up_says_why check ((state = 'postponed') = (reason is not null))
);
comment on table plans.follow_up is 'Dagar då planen följs upp och utvärderas. En rad avslutas en gång: gjord, flyttad till en ny rad, eller struken ur planen.';
create unique index one_follow_up_a_day on plans.follow_up (plan_id, on_day) where state = 'planned';
create index follow_up_that_waits on plans.follow_up (on_day) where state = 'planned';
create index follow_up_by_plan on plans.follow_up (plan_id);
grant select, insert, update (state, closed_on, outcome, reason, note, staff_id) on plans.follow_up to lots_app;

create function plans.a_follow_up_is_over_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'planned' then
    raise exception 'a follow-up is over once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_follow_up_is_over_once before update on plans.follow_up for each row execute function plans.a_follow_up_is_over_once();

create function plans.a_follow_up_is_postponed_to_a_later_day() returns trigger language plpgsql as $$
begin
  if not exists (select from plans.follow_up f where f.id = new.after_id and f.plan_id = new.plan_id and f.state = 'postponed' and f.on_day < new.on_day) then
    raise exception 'a follow-up is postponed to a later day' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_follow_up_is_postponed_to_a_later_day before insert on plans.follow_up
  for each row when (new.after_id is not null) execute function plans.a_follow_up_is_postponed_to_a_later_day();

create table plans.acknowledgement (
  version_id bigint primary key references plans.version,
  how text not null constraint acknowledgement_is_known check (how in ('together', 'paper', 'link')),
  at timestamptz not null default clock_timestamp(),
  -- Vem som noterade den. Med länken är det ungdomen själv.
  staff_id uuid references access.staff,
  constraint an_acknowledgement_is_noted_by_somebody check ((how = 'link') = (staff_id is null))
);
comment on table plans.acknowledgement is 'Att ungdomen har läst en version och sagt ja.';
grant select, insert on plans.acknowledgement to lots_app;

create function plans.what_is_agreed_is_acknowledged() returns trigger language plpgsql as $$
begin
  if not exists (select from plans.version v where v.id = new.version_id and v.status = 'agreed') then
    raise exception 'what is agreed is acknowledged' using errcode = 'restrict_violation';
  end if;
  -- En skyddad ungdom har ingen länk.
  if new.how = 'link' and exists (select from plans.version v join plans.plan p on p.id = v.plan_id
      where v.id = new.version_id and register.is_protected(p.person_id)) then
    raise exception 'a protected youth has no link' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_agreed_is_acknowledged before insert on plans.acknowledgement
  for each row execute function plans.what_is_agreed_is_acknowledged();

-- Versionerna kommer i följd, en överenskommelse blir inte utkast igen, och efter slutet kommer inget.
create function plans.a_version_follows_the_one_before() returns trigger language plpgsql as $$
declare
  before plans.version;
begin
  select * into before from plans.version v where v.plan_id = new.plan_id order by v.number desc limit 1;
  if new.number <> coalesce(before.number, 0) + 1 or (new.number = 1) <> (new.change = 'opened') then
    raise exception 'a version follows the one before' using errcode = 'restrict_violation';
  end if;
  if before.status = 'ended' or (before.status = 'agreed' and new.status = 'draft') then
    raise exception 'a plan goes from draft to agreed to ended' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_version_follows_the_one_before before insert on plans.version
  for each row execute function plans.a_version_follows_the_one_before();

-- Prövas när allt är sparat: stegen är de som versionen hade, och planen är som dess senaste version säger.
create function plans.a_version_has_its_steps(of_version bigint) returns void language plpgsql as $$
declare
  v plans.version;
begin
  select * into v from plans.version where id = of_version;
  if (select count(*) from plans.step s where s.version_id = v.id) <> v.step_count then
    raise exception 'a version has the steps that it was saved with' using errcode = 'restrict_violation';
  end if;
  if v.no_other_actor and exists (select from plans.step s where s.version_id = v.id and s.whose = 'other') then
    raise exception 'a plan without another actor has no step of theirs' using errcode = 'restrict_violation';
  end if;
end $$;

create function plans.a_plan_is_as_its_last_version_says(of_plan bigint) returns void language plpgsql as $$
declare
  v plans.version;
  planned date[];
begin
  select * into v from plans.version where plan_id = of_plan order by number desc limit 1;
  if not found then
    raise exception 'a plan has a version' using errcode = 'restrict_violation';
  end if;
  if (v.status = 'ended') <> (select p.ended_on is not null from plans.plan p where p.id = of_plan) then
    raise exception 'a plan is ended with its last version' using errcode = 'restrict_violation';
  end if;
  select coalesce(array_agg(f.on_day order by f.on_day), '{}') into planned from plans.follow_up f where f.plan_id = of_plan and f.state = 'planned';
  if planned <> v.follow_up_days then
    raise exception 'a version names the follow-ups that are planned' using errcode = 'restrict_violation';
  end if;
  if v.status = 'ended' and cardinality(planned) > 0 then
    raise exception 'an ended plan is not followed up' using errcode = 'restrict_violation';
  end if;
  if planned[1] < v.begins_on or planned[cardinality(planned)] > v.ends_on then
    raise exception 'a follow-up lies within the plan' using errcode = 'restrict_violation';
  end if;
  if cardinality(planned) > 6 then
    raise exception 'a plan has six follow-ups ahead at most' using errcode = 'restrict_violation';
  end if;
end $$;

create function plans.the_whole_holds_together() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'plan' then
    perform plans.a_plan_is_as_its_last_version_says(new.id);
  elsif tg_table_name = 'step' then
    perform plans.a_version_has_its_steps(new.version_id);
  else
    if tg_table_name = 'version' then
      perform plans.a_version_has_its_steps(new.id);
    elsif new.state = 'dropped' and new.on_day < new.closed_on and exists (select from plans.plan p where p.id = new.plan_id and p.ended_on is null) then
      raise exception 'an overdue follow-up is answered for' using errcode = 'restrict_violation';
    end if;
    perform plans.a_plan_is_as_its_last_version_says(new.plan_id);
  end if;
  return null;
end $$;
create constraint trigger a_plan_holds_together after insert or update on plans.plan
  deferrable initially deferred for each row execute function plans.the_whole_holds_together();
create constraint trigger a_version_holds_together after insert on plans.version
  deferrable initially deferred for each row execute function plans.the_whole_holds_together();
create constraint trigger steps_hold_together after insert on plans.step
  deferrable initially deferred for each row execute function plans.the_whole_holds_together();
create constraint trigger follow_ups_hold_together after insert or update on plans.follow_up
  deferrable initially deferred for each row execute function plans.the_whole_holds_together();
grant usage on all sequences in schema plans to lots_app;
