-- Up Migration
-- Arbetet i riktad uppföljning: instrument, kvartalens bedömningar, signaler, dagliga skattningar, samtal och rapporter, månadens bedömning
-- och ställningstaganden. Poäng är hela hundradelar: 12,5 är 1250. Inget skrivs över: varje ändring är en ny rad (docs/followup.md).

-- Instrumentet: områden med poster, skala, sammanvägning, gräns. En bedömning följer den version som den påbörjades med.
create function followup.areas_have_their_shape(areas jsonb, lowest integer, highest integer, aggregation text, at_least integer) returns boolean
language sql immutable parallel safe as $$
  select jsonb_typeof(areas) = 'array' and jsonb_array_length(areas) between 1 and 12
    and not exists (select from jsonb_array_elements(areas) a where coalesce(a ->> 'key' !~ '^[a-zA-Z][a-zA-Z0-9]{0,39}$', true)
      or coalesce(length(a ->> 'sv') not between 1 and 80, true) or coalesce(length(a ->> 'en') not between 1 and 80, true)
      or coalesce(a ->> 'recipient' not in ('labourMarket', 'housing'), true) or coalesce(a ->> 'direction' not in ('below', 'above'), true)
      or coalesce(jsonb_array_length(a -> 'items') not between greatest(1, coalesce(at_least, 1)) and 20, true)
      or coalesce((a ->> 'threshold')::int not between case when aggregation = 'sum' then lowest * jsonb_array_length(a -> 'items') else lowest end
        and case when aggregation = 'sum' then highest * jsonb_array_length(a -> 'items') else highest end, true)
      or exists (select from jsonb_array_elements(a -> 'items') i where coalesce(i ->> 'key' !~ '^[a-zA-Z][a-zA-Z0-9]{0,39}$', true)
        or coalesce(length(i ->> 'sv') not between 1 and 80, true) or coalesce(length(i ->> 'en') not between 1 and 80, true)))
    and (select count(distinct lower(a ->> 'key')) = count(*) from jsonb_array_elements(areas) a)
    and (select count(distinct lower(i ->> 'key')) = count(*) from jsonb_array_elements(areas) a, jsonb_array_elements(a -> 'items') i)
$$;
create table followup.instrument (
  version integer primary key constraint instruments_count_from_one check (version >= 1),
  from_on date not null,
  lowest integer not null,
  highest integer not null,
  step integer not null,
  rating_step integer not null,
  aggregation text not null constraint aggregation_is_known check (aggregation in ('mean', 'sum')),
  -- Så många poster i ett område måste vara besvarade. Inget: alla.
  at_least integer constraint some_item_is_answered check (at_least >= 1),
  areas jsonb not null,
  by_name text not null constraint an_instrument_is_somebodys check (by_name <> ''),
  saved_at timestamptz not null default clock_timestamp(),
  constraint a_scale_goes_upwards check (0 <= lowest and lowest < highest and highest <= 99999),
  constraint a_scale_is_met_by_its_steps check (step > 0 and rating_step > 0 and (highest - lowest) % step = 0 and (highest - lowest) % rating_step = 0),
  constraint areas_have_their_shape check (followup.areas_have_their_shape(areas, lowest, highest, aggregation, at_least))
);
comment on table followup.instrument is 'Etableringsbedömningens instrument, version för version. Rader ändras aldrig.';
grant select, insert (version, from_on, lowest, highest, step, rating_step, aggregation, at_least, areas, by_name) on followup.instrument to lots_followup;

create table followup.template (
  version integer primary key constraint templates_count_from_one check (version >= 1),
  from_on date not null,
  sections jsonb not null,
  by_name text not null constraint a_template_is_somebodys check (by_name <> ''),
  saved_at timestamptz not null default clock_timestamp()
);
comment on table followup.template is 'Mallen för månadens uppföljningssamtal, version för version. En rapport följer den version som den skrevs med.';
grant select, insert (version, from_on, sections, by_name) on followup.template to lots_followup;
create function followup.sections_have_their_shape(sections jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(sections) = 'array' and jsonb_array_length(sections) between 1 and 20
    and not exists (select from jsonb_array_elements(sections) s where coalesce(s ->> 'key' !~ '^[a-zA-Z][a-zA-Z0-9]{0,39}$', true)
      or coalesce(length(s ->> 'sv') not between 1 and 80, true) or coalesce(length(s ->> 'en') not between 1 and 80, true)
      or coalesce(jsonb_typeof(s -> 'perArea') <> 'boolean', true) or coalesce(jsonb_typeof(s -> 'required') <> 'boolean', true))
    and (select count(distinct s ->> 'key') = count(*) from jsonb_array_elements(sections) s)
$$;
alter table followup.template add constraint sections_have_their_shape check (followup.sections_have_their_shape(sections));

create function followup.versions_follow_each_other() returns trigger language plpgsql as $$
declare
  last_version integer;
  last_on date;
begin
  perform pg_advisory_xact_lock(8240614);
  execute format('select version, from_on from %s order by version desc limit 1', tg_relid::regclass) into last_version, last_on;
  if new.version <> coalesce(last_version, 0) + 1 or new.from_on < last_on then
    raise exception 'versions follow each other' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger versions_follow_each_other before insert on followup.instrument for each row execute function followup.versions_follow_each_other();
create trigger versions_follow_each_other before insert on followup.template for each row execute function followup.versions_follow_each_other();
insert into followup.instrument (version, from_on, lowest, highest, step, rating_step, aggregation, at_least, areas, by_name)
  values (1, '2020-01-01', 0, 2500, 1, 50, 'mean', null, '[
    {"key": "school", "sv": "Skola", "en": "School", "recipient": "labourMarket", "threshold": 1250, "direction": "below", "items": [{"key": "school1", "sv": "Närvaro", "en": "Attendance"}, {"key": "school2", "sv": "Studieresultat", "en": "Results"}, {"key": "school3", "sv": "Mål med studierna", "en": "Goals of the studies"}]},
    {"key": "housing", "sv": "Boende", "en": "Housing", "recipient": "housing", "threshold": 1250, "direction": "below", "items": [{"key": "housing1", "sv": "Sköter sitt hem", "en": "Looks after the home"}, {"key": "housing2", "sv": "Följer det som gäller i boendet", "en": "Keeps to what applies in the housing"}, {"key": "housing3", "sv": "Klarar vardagen på egen hand", "en": "Manages everyday life alone"}]},
    {"key": "communication", "sv": "Kommunikation och konflikthantering", "en": "Communication and conflict handling", "recipient": "housing", "threshold": 1250, "direction": "below", "items": [{"key": "communication1", "sv": "Gör sig förstådd", "en": "Makes herself or himself understood"}, {"key": "communication2", "sv": "Löser meningsskiljaktigheter", "en": "Settles disagreements"}, {"key": "communication3", "sv": "Tar hjälp av andra", "en": "Accepts help from others"}]},
    {"key": "health", "sv": "Hälsa", "en": "Health", "recipient": "housing", "threshold": 1250, "direction": "below", "items": [{"key": "health1", "sv": "Sömn och mat", "en": "Sleep and food"}, {"key": "health2", "sv": "Rörelse och fritid", "en": "Exercise and free time"}, {"key": "health3", "sv": "Mår bra", "en": "Feels well"}]},
    {"key": "economy", "sv": "Ekonomi", "en": "Economy", "recipient": "housing", "threshold": 1250, "direction": "below", "items": [{"key": "economy1", "sv": "Planerar sin ekonomi", "en": "Plans the money"}, {"key": "economy2", "sv": "Betalar i tid", "en": "Pays in time"}, {"key": "economy3", "sv": "Sköter kontakter med myndigheter", "en": "Handles authorities"}]}]', 'Ungdomslots');
insert into followup.template (version, from_on, sections, by_name)
  values (1, '2020-01-01', '[
    {"key": "since", "sv": "Sedan förra samtalet", "en": "Since the last talk", "hintSv": "Vad som har hänt, kort.", "hintEn": "What has happened, in short.", "perArea": false, "required": true},
    {"key": "status", "sv": "Läget", "en": "How it stands", "hintSv": "Hur det går inom området just nu.", "hintEn": "How it goes in the area right now.", "perArea": true, "required": true},
    {"key": "done", "sv": "Det vi har gjort", "en": "What we have done", "hintSv": "Insatser sedan förra månaden.", "hintEn": "What has been done since last month.", "perArea": true, "required": false},
    {"key": "youth", "sv": "Ungdomens egna ord", "en": "The youth’s own words", "hintSv": "Vad ungdomen själv säger.", "hintEn": "What the youth says.", "perArea": false, "required": true},
    {"key": "agreed", "sv": "Det vi kom överens om", "en": "What we agreed", "hintSv": "Vem gör vad, och till när.", "hintEn": "Who does what, and by when.", "perArea": false, "required": true}]', 'Ungdomslots');

-- Rutinens tal ligger bland delens inställningar.
create function followup.routine_has_its_shape(routine jsonb) returns boolean language sql immutable parallel safe as $$
  select coalesce(routine ->> 'onHoliday' in ('same', 'before', 'after'), false) and not exists (
    select from (values ('firstReportDays', 1, 31), ('reportReminderDays', 0, 28), ('callDays', 0, 28), ('judgementDay', 2, 28), ('decisionMonths', 1, 12),
      ('decisionReminderDays', 0, 60), ('assessmentReminderDays', 0, 90), ('newcomerDays', 0, 90), ('answerDays', 0, 30), ('acknowledgeDays', 0, 30),
      ('rateBackDays', 0, 31), ('declineMonths', 1, 12)) b (key, low, high)
    where coalesce(jsonb_typeof(routine -> b.key) <> 'number', true) or coalesce((routine ->> b.key)::numeric not between b.low and b.high, true)
      or (routine ->> b.key)::numeric % 1 <> 0)
$$;
alter table followup.setting add constraint a_routine_keeps_its_bounds check (key <> 'routine' or followup.routine_has_its_shape(value));

-- Kvartalens bedömning: påbörjad, gjord, rättad.
create table followup.assessment (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  quarter date not null constraint a_quarter_begins_on_its_first_day check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  instrument_version integer not null references followup.instrument,
  begun_on date not null,
  begun_by uuid not null references followup.member,
  -- Svaren hittills, medan den bara är påbörjad.
  draft jsonb not null default '{}' constraint a_draft_is_answers check (jsonb_typeof(draft) = 'object'),
  noted_on date not null,
  version integer not null default 1,
  constraint a_quarter_is_not_assessed_before_it_begins check (begun_on >= quarter),
  constraint one_assessment_a_quarter unique (youth_id, quarter),
  constraint an_assessment_is_of_one_youth unique (id, youth_id)
);
comment on table followup.assessment is 'Kvartalens etableringsbedömning av en ungdom, med den version av instrumentet som gällde när den påbörjades.';
grant select, insert (youth_id, quarter, instrument_version, begun_on, begun_by, noted_on), update (draft, noted_on, version) on followup.assessment to lots_followup;

create table followup.assessment_revision (
  assessment_id uuid not null,
  youth_id uuid not null references followup.youth on delete cascade,
  revision integer not null constraint revisions_count_from_one check (revision >= 1),
  assessed_on date not null,
  answers jsonb not null,
  note text not null default '' constraint an_assessment_note_is_short check (length(note) <= 2000),
  why text not null default '' constraint a_reason_is_short check (length(why) <= 500),
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (assessment_id, revision),
  constraint a_revision_is_of_its_own_assessment foreign key (assessment_id, youth_id) references followup.assessment (id, youth_id) on delete cascade,
  constraint nobody_is_assessed_ahead check (assessed_on <= noted_on),
  constraint a_correction_says_why check ((revision = 1) or btrim(why) <> '')
);
comment on table followup.assessment_revision is 'Svaren i en gjord bedömning; den första, och en ny rad för varje rättelse. Rader ändras aldrig.';
create index assessment_revision_by_youth on followup.assessment_revision (youth_id);
grant select, insert (assessment_id, youth_id, revision, assessed_on, answers, note, why, by_staff, noted_on) on followup.assessment_revision to lots_followup;

create table followup.score (
  assessment_id uuid not null,
  revision integer not null,
  area text not null,
  points integer not null,
  answered integer not null constraint some_item_has_an_answer check (answered >= 1),
  asked integer not null,
  primary key (assessment_id, revision, area),
  foreign key (assessment_id, revision) references followup.assessment_revision on delete cascade,
  constraint no_more_answers_than_items check (answered <= asked)
);
comment on table followup.score is 'Poängen per område, uträknad ur svaren. Avrundas åt den låga sidan, så att den visade poängen ligger på rätt sida om gränsen.';
grant select, insert on followup.score to lots_followup;

-- Poängen som svaren ger, område för område: besvarade poster vägs samman, obesvarade räknas aldrig som noll.
create function followup.scores_of(of_version integer, answers jsonb) returns table (area text, points integer, answered integer, asked integer)
language sql stable as $$
  select a ->> 'key', case when a ->> 'direction' = 'below' then floor(g.mean) else ceil(g.mean) end::int, g.answered::int, jsonb_array_length(a -> 'items')
  from followup.instrument i cross join jsonb_array_elements(i.areas) a cross join lateral (
    select count(*) as answered,
      sum((answers ->> (t ->> 'key'))::numeric) * case when i.aggregation = 'sum' then jsonb_array_length(a -> 'items') else 1 end / nullif(count(*), 0) as mean
    from jsonb_array_elements(a -> 'items') t where answers ? (t ->> 'key')) g
  where i.version = of_version
$$;
create function followup.answers_are_of_the_instrument() returns trigger language plpgsql as $$
declare
  a followup.assessment;
  i followup.instrument;
begin
  select * into a from followup.assessment where id = new.assessment_id;
  select * into i from followup.instrument where version = a.instrument_version;
  if new.revision <> coalesce((select max(r.revision) from followup.assessment_revision r where r.assessment_id = new.assessment_id), 0) + 1 then
    raise exception 'revisions follow each other' using errcode = 'restrict_violation';
  end if;
  if new.assessed_on < a.quarter then
    raise exception 'a youth is assessed after the quarter began' using errcode = 'restrict_violation';
  end if;
  if exists (select from jsonb_each(new.answers) n where jsonb_typeof(n.value) <> 'number' or (n.value #>> '{}')::numeric not between i.lowest and i.highest
      or ((n.value #>> '{}')::numeric - i.lowest) % i.step <> 0
      or not exists (select from jsonb_array_elements(i.areas) r, jsonb_array_elements(r -> 'items') t where t ->> 'key' = n.key)) then
    raise exception 'answers keep to the scale of their items' using errcode = 'restrict_violation';
  end if;
  if exists (select from followup.scores_of(a.instrument_version, new.answers) s where s.answered < coalesce(i.at_least, s.asked)) then
    raise exception 'every area has as many answers as the instrument asks for' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger answers_are_of_the_instrument before insert on followup.assessment_revision
  for each row execute function followup.answers_are_of_the_instrument();
create function followup.a_score_is_what_the_answers_give() returns trigger language plpgsql as $$
begin
  if not exists (select from followup.assessment_revision r join followup.assessment a on a.id = r.assessment_id
      cross join lateral followup.scores_of(a.instrument_version, r.answers) s
      where r.assessment_id = new.assessment_id and r.revision = new.revision
        and (s.area, s.points, s.answered, s.asked) = (new.area, new.points, new.answered, new.asked)) then
    raise exception 'a score is what the answers give' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_score_is_what_the_answers_give before insert on followup.score for each row execute function followup.a_score_is_what_the_answers_give();
create function followup.a_done_assessment_has_no_draft() returns trigger language plpgsql as $$
begin
  if exists (select from followup.assessment_revision where assessment_id = new.id) and new.draft <> old.draft then
    raise exception 'a done assessment is corrected, not drafted' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_done_assessment_has_no_draft before update on followup.assessment for each row execute function followup.a_done_assessment_has_no_draft();

-- Signalerna: en låg poäng eller myndighetens egen bedömning. Läget står i den senaste handlingen.
create table followup.signal (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  area text not null,
  instrument_version integer not null references followup.instrument,
  assessment_id uuid,
  revision integer,
  points integer,
  threshold integer,
  added_ground text constraint an_added_signal_has_a_ground check (btrim(added_ground) <> '' and length(added_ground) <= 2000),
  recipient text not null constraint recipient_is_known check (recipient in ('labourMarket', 'housing')),
  proposed_on date not null,
  proposed_by uuid not null references followup.member,
  noted_on date not null,
  foreign key (assessment_id, revision) references followup.assessment_revision on delete cascade,
  constraint a_signal_comes_from_a_score_or_a_ground check ((assessment_id is null) = (added_ground is not null)
    and (assessment_id is null) = (points is null) and (points is null) = (threshold is null) and (assessment_id is null) = (revision is null)),
  constraint a_signal_is_of_one_youth unique (id, youth_id),
  constraint an_assessment_gives_one_signal_an_area unique (assessment_id, area)
);
comment on table followup.signal is 'Signaler om låg progression per ungdom och område. Läget och mottagaren nu står i followup.signal_now.';
create index signal_by_youth on followup.signal (youth_id);
grant select, insert on followup.signal to lots_followup;

create table followup.signal_act (
  signal_id uuid not null,
  youth_id uuid not null references followup.youth on delete cascade,
  seq integer not null,
  kind text not null constraint act_is_known check (kind in ('confirm', 'adjust', 'dismiss', 'acknowledge', 'stop', 'leave')),
  on_day date not null,
  ground text not null default '' constraint a_ground_is_short check (length(ground) <= 2000),
  to_recipient text constraint to_recipient_is_known check (to_recipient in ('labourMarket', 'housing')),
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  -- Hur signalen står efter handlingen. Sätts av databasen.
  state text,
  recipient text,
  from_on date,
  held_from date,
  acknowledged_on date,
  ended_on date,
  primary key (signal_id, seq),
  constraint an_act_is_of_its_own_signal foreign key (signal_id, youth_id) references followup.signal (id, youth_id) on delete cascade,
  constraint an_act_with_consequences_has_a_ground check (kind not in ('adjust', 'dismiss', 'stop') or btrim(ground) <> ''),
  constraint only_an_adjustment_says_to_whom check ((kind = 'adjust') = (to_recipient is not null)),
  constraint nothing_is_done_ahead check (kind = 'leave' or on_day <= noted_on)
);
comment on table followup.signal_act is 'Vad som gjorts med en signal: bekräftad, ändrad, avskriven, kvitterad, stoppad, eller slut för att ungdomen lämnat. Rader ändras aldrig.';
create index signal_act_by_youth on followup.signal_act (youth_id);
grant select, insert (signal_id, youth_id, seq, kind, on_day, ground, to_recipient, by_staff, noted_on) on followup.signal_act to lots_followup;

create view followup.signal_now as
  select s.id, s.youth_id, s.area, s.instrument_version, s.assessment_id, s.points, s.threshold, s.added_ground, s.proposed_on, s.proposed_by,
    coalesce(a.state, 'proposed') as state, coalesce(a.recipient, s.recipient) as recipient, a.from_on, a.held_from, a.acknowledged_on, a.ended_on,
    coalesce(a.on_day, s.proposed_on) as last_act_on, coalesce(a.seq, 0) as acts
  from followup.signal s left join lateral (select * from followup.signal_act n where n.signal_id = s.id order by n.seq desc limit 1) a on true;
comment on view followup.signal_now is 'Signalerna som de står nu.';
grant select on followup.signal_now to lots_followup;

create function followup.a_signal_is_low_and_alone() returns trigger language plpgsql as $$
declare
  of_area jsonb;
begin
  perform from followup.youth where id = new.youth_id for update;
  if exists (select from followup.signal_now n where n.youth_id = new.youth_id and n.area = new.area and n.state in ('proposed', 'confirmed', 'acknowledged')) then
    raise exception 'one open signal an area' using errcode = 'unique_violation', constraint = 'one_open_signal_an_area';
  end if;
  select a into of_area from followup.instrument i cross join jsonb_array_elements(i.areas) a where i.version = new.instrument_version and a ->> 'key' = new.area;
  if of_area is null then
    raise exception 'a signal is in an area of its instrument' using errcode = 'restrict_violation';
  end if;
  if new.assessment_id is not null and not exists (
    select from followup.score s join followup.assessment a on a.id = s.assessment_id
    where s.assessment_id = new.assessment_id and s.revision = new.revision and s.area = new.area and s.points = new.points
      and a.youth_id = new.youth_id and a.instrument_version = new.instrument_version and new.threshold = (of_area ->> 'threshold')::int
      and case when of_area ->> 'direction' = 'below' then s.points < new.threshold else s.points > new.threshold end) then
    raise exception 'a signal is of a score on the low side of the threshold' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_signal_is_low_and_alone before insert on followup.signal for each row execute function followup.a_signal_is_low_and_alone();

create function followup.a_signal_goes_its_way() returns trigger language plpgsql as $$
declare
  s followup.signal_now;
  is_open boolean;
begin
  perform from followup.youth where id = new.youth_id for update;
  select * into s from followup.signal_now where id = new.signal_id;
  is_open := s.state in ('confirmed', 'acknowledged');
  if new.seq <> s.acts + 1 or (new.on_day < s.last_act_on and new.kind <> 'leave') then
    raise exception 'acts follow each other' using errcode = 'restrict_violation';
  end if;
  if not (case new.kind when 'confirm' then s.state = 'proposed' when 'dismiss' then s.state = 'proposed' when 'acknowledge' then s.state = 'confirmed'
      when 'stop' then is_open else is_open or s.state = 'proposed' end) then
    raise exception 'a signal goes its way: proposed, confirmed or dismissed, acknowledged, ended' using errcode = 'restrict_violation';
  end if;
  if new.kind = 'adjust' and new.to_recipient = s.recipient then
    raise exception 'an adjustment changes the recipient' using errcode = 'restrict_violation';
  end if;
  if new.kind = 'stop' and not exists (
    select from followup.assessment a join followup.assessment_revision r on r.assessment_id = a.id
    where a.youth_id = new.youth_id and r.assessed_on > s.from_on and r.assessed_on <= new.on_day
      and (s.assessment_id is null or a.quarter > (select o.quarter from followup.assessment o where o.id = s.assessment_id))) then
    raise exception 'a signal is stopped after the next quarterly assessment' using errcode = 'restrict_violation';
  end if;
  new.recipient := coalesce(new.to_recipient, s.recipient);
  new.from_on := case when new.kind in ('confirm', 'adjust') then coalesce(s.from_on, new.on_day) else s.from_on end;
  new.held_from := case when new.kind in ('confirm', 'adjust') then new.on_day else s.held_from end;
  new.acknowledged_on := case new.kind when 'acknowledge' then new.on_day when 'adjust' then null else s.acknowledged_on end;
  new.ended_on := case when new.kind = 'stop' or (new.kind = 'leave' and is_open) then greatest(new.on_day, s.from_on) end;
  new.state := case new.kind when 'confirm' then 'confirmed' when 'adjust' then 'confirmed' when 'acknowledge' then 'acknowledged'
    when 'dismiss' then 'dismissed' when 'stop' then 'ended' else case when is_open then 'ended' else 'dismissed' end end;
  return new;
end $$;
create trigger a_signal_goes_its_way before insert on followup.signal_act for each row execute function followup.a_signal_goes_its_way();

-- Vilken process som har vilken ungdom i uppdrag: från bekräftelsen till och med dagen för stoppet.
create or replace view followup.assigned as
  select n.youth_id, n.recipient as process, n.held_from as from_on, n.ended_on + 1 as until_on from followup.signal_now n where n.from_on is not null;

-- Dagliga skattningar.
create table followup.rating (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  on_day date not null,
  version integer not null constraint rating_versions_count_from_one check (version >= 1),
  note text not null default '' constraint a_rating_note_is_short check (length(note) <= 500),
  why text not null default '' constraint a_rating_reason_is_short check (length(why) <= 500),
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  constraint one_rating_a_day_and_version unique (youth_id, on_day, version),
  constraint no_day_to_come_is_rated check (on_day <= noted_on),
  constraint no_day_long_ago_is_rated check (on_day >= noted_on - 31)
);
comment on table followup.rating is 'Boendets dagliga skattning: en per ungdom och dag. Den andra samma dag är en rättelse, som en ny version. En dag utan rad saknas, den är inte noll.';
grant select, insert (youth_id, on_day, version, note, why, by_staff, noted_on) on followup.rating to lots_followup;
create table followup.rated (
  rating_id uuid not null references followup.rating on delete cascade,
  signal_id uuid not null references followup.signal on delete cascade,
  area text not null,
  points integer not null,
  primary key (rating_id, area)
);
comment on table followup.rated is 'Skattade poäng per område. Ett område utan rad är inte skattat den dagen.';
create index rated_by_signal on followup.rated (signal_id);
grant select, insert on followup.rated to lots_followup;

create function followup.ratings_follow_each_other() returns trigger language plpgsql as $$
begin
  if new.version <> coalesce((select max(r.version) from followup.rating r where r.youth_id = new.youth_id and r.on_day = new.on_day), 0) + 1 then
    raise exception 'a second rating of a day is its next version' using errcode = 'unique_violation', constraint = 'one_rating_a_day_and_version';
  end if;
  return new;
end $$;
create trigger ratings_follow_each_other before insert on followup.rating for each row execute function followup.ratings_follow_each_other();
create function followup.a_rating_keeps_to_its_signal() returns trigger language plpgsql as $$
declare
  r followup.rating;
  s followup.signal_now;
  i followup.instrument;
  times integer;
begin
  select * into r from followup.rating where id = new.rating_id;
  select * into s from followup.signal_now where id = new.signal_id;
  select * into i from followup.instrument where version = s.instrument_version;
  if s.youth_id <> r.youth_id or s.area <> new.area or s.recipient <> 'housing' or s.held_from is null
      or r.on_day < s.held_from or r.on_day > s.ended_on then
    raise exception 'a day is rated while housing follows the area up' using errcode = 'restrict_violation';
  end if;
  select case when i.aggregation = 'sum' then jsonb_array_length(a -> 'items') else 1 end into times
    from jsonb_array_elements(i.areas) a where a ->> 'key' = new.area;
  if new.points not between i.lowest * times and i.highest * times or (new.points - i.lowest * times) % i.rating_step <> 0 then
    raise exception 'a rating keeps to the scale' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_rating_keeps_to_its_signal before insert on followup.rated for each row execute function followup.a_rating_keeps_to_its_signal();
create function followup.a_rating_rates_something() returns trigger language plpgsql as $$
begin
  if not exists (select from followup.rated where rating_id = new.id) and exists (select from followup.rating where id = new.id) then
    raise exception 'a rating rates something' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger a_rating_rates_something after insert on followup.rating deferrable initially deferred
  for each row execute function followup.a_rating_rates_something();

-- Samtal som aktörerna kallas till.
create table followup.talk (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  process text not null constraint talk_process_is_known check (process in ('labourMarket', 'housing')),
  on_day date not null,
  at_time time not null,
  place text not null constraint a_talk_has_a_place check (btrim(place) <> '' and length(place) <= 120),
  state text not null default 'called' constraint talk_state_is_known check (state in ('called', 'held', 'cancelled')),
  cancelled_why text not null default '' constraint a_cancelled_talk_says_why check ((state = 'cancelled') = (btrim(cancelled_why) <> '')),
  called_on date not null,
  called_by uuid not null references followup.member,
  noted_on date not null,
  version integer not null default 1,
  constraint a_talk_is_called_ahead check (on_day between called_on and called_on + 92),
  constraint a_talk_is_held_on_its_day_or_told_later check (state <> 'held' or noted_on >= on_day)
);
comment on table followup.talk is 'Samtal som en process kallar aktörerna till. Flyttas inte: det ställs in och ett nytt kallas.';
create index talk_by_youth on followup.talk (youth_id, on_day);
grant select, insert (youth_id, process, on_day, at_time, place, called_on, called_by, noted_on), update (state, cancelled_why, noted_on, version) on followup.talk to lots_followup;
create table followup.invitation (
  id uuid primary key default gen_random_uuid(),
  talk_id uuid not null references followup.talk on delete cascade,
  actor text not null constraint invited_kind_is_known check (actor in ('youth', 'trustee', 'housing', 'school', 'other')),
  actor_id uuid references followup.actor on delete cascade,
  left_out_why text constraint left_out_for_a_reason check (btrim(left_out_why) <> '' and length(left_out_why) <= 200),
  answer text not null default 'waiting' constraint answer_is_known check (answer in ('waiting', 'coming', 'notComing')),
  came boolean not null default false,
  constraint the_youth_is_no_actor check ((actor = 'youth' or left_out_why is not null) = (actor_id is null)),
  constraint who_is_left_out_does_not_come check (left_out_why is null or (answer = 'waiting' and not came))
);
comment on table followup.invitation is 'Vem som kallas till ett samtal, eller varför någon inte kallas; vad de svarade och om de kom.';
create unique index an_actor_is_invited_once on followup.invitation (talk_id, actor, coalesce(actor_id, talk_id));
grant select, insert (talk_id, actor, actor_id, left_out_why), update (answer, came) on followup.invitation to lots_followup;

create function followup.a_talk_is_called_in_a_follow_up() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (select from followup.assigned a where a.youth_id = new.youth_id and a.process = new.process
      and a.from_on <= new.called_on and (a.until_on is null or a.until_on > new.called_on)) then
    raise exception 'a talk is called while the follow-up lasts' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (new.version <> old.version + 1 or (old.state <> 'called' and new.state <> old.state)) then
    raise exception 'a talk is held or cancelled once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_talk_is_called_in_a_follow_up before insert or update on followup.talk for each row execute function followup.a_talk_is_called_in_a_follow_up();
create function followup.the_actors_are_called_or_left_out_for_a_reason() returns trigger language plpgsql as $$
begin
  if exists (select from followup.talk where id = new.id) and exists (select from unnest(array['youth', 'trustee', 'housing']) k
      where not exists (select from followup.invitation i where i.talk_id = new.id and i.actor = k)) then
    raise exception 'the youth, the trustee and the housing staff are called or left out for a reason' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger the_actors_are_called_or_left_out_for_a_reason after insert on followup.talk deferrable initially deferred
  for each row execute function followup.the_actors_are_called_or_left_out_for_a_reason();

-- Månadens rapport: det dokumenterade uppföljningssamtalet, senast den 1:a.
create table followup.report (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  process text not null constraint report_process_is_known check (process in ('labourMarket', 'housing')),
  month date not null constraint a_report_is_due_a_first check (extract(day from month) = 1),
  due_on date not null,
  template_version integer not null references followup.template,
  areas text[] not null constraint a_report_is_about_something check (cardinality(areas) > 0),
  noted_on date not null,
  constraint one_report_a_month unique (youth_id, process, month),
  constraint a_report_is_of_one_youth unique (id, youth_id)
);
comment on table followup.report is 'Månadens rapport per ungdom och process, med den version av mallen som den skrevs med. month är den 1:a då den är klar senast.';
grant select, insert (youth_id, process, month, due_on, template_version, areas, noted_on) on followup.report to lots_followup;
create table followup.report_version (
  report_id uuid not null,
  youth_id uuid not null references followup.youth on delete cascade,
  version integer not null constraint report_versions_count_from_one check (version >= 1),
  made_on date not null,
  talk_id uuid references followup.talk on delete cascade,
  no_talk_why text not null default '' constraint no_talk_reason_is_short check (length(no_talk_why) <= 500),
  texts jsonb not null constraint texts_are_by_section check (jsonb_typeof(texts) = 'object'),
  why text not null default '' constraint a_report_reason_is_short check (length(why) <= 500),
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (report_id, version),
  constraint a_version_is_of_its_own_report foreign key (report_id, youth_id) references followup.report (id, youth_id) on delete cascade,
  constraint a_report_documents_a_talk_or_says_why_not check ((talk_id is null) = (btrim(no_talk_why) <> '')),
  constraint a_corrected_report_says_why check (version = 1 or btrim(why) <> '')
);
comment on table followup.report_version is 'Rapportens text, version för version. Rader ändras aldrig.';
create index report_version_by_youth on followup.report_version (youth_id);
grant select, insert (report_id, youth_id, version, made_on, talk_id, no_talk_why, texts, why, by_staff, noted_on) on followup.report_version to lots_followup;

create function followup.a_report_is_written_while_the_follow_up_lasts() returns trigger language plpgsql as $$
declare
  p followup.report;
begin
  select * into p from followup.report where id = new.report_id;
  if new.version <> coalesce((select max(v.version) from followup.report_version v where v.report_id = new.report_id), 0) + 1 then
    raise exception 'versions of a report follow each other' using errcode = 'unique_violation', constraint = 'one_report_a_month';
  end if;
  if not exists (select from followup.signal_now n where n.youth_id = new.youth_id and n.recipient = p.process and n.held_from < p.month
      and (n.ended_on is null or n.ended_on >= new.made_on)) then
    raise exception 'a report is written while the follow-up lasts' using errcode = 'restrict_violation';
  end if;
  if new.made_on < p.month - interval '1 month' then
    raise exception 'a report is written at the earliest a month before it is due' using errcode = 'restrict_violation';
  end if;
  if new.talk_id is not null and not exists (select from followup.talk t
      where t.id = new.talk_id and t.youth_id = new.youth_id and t.process = p.process and t.state = 'held') then
    raise exception 'a report documents a talk that was held' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_report_is_written_while_the_follow_up_lasts before insert on followup.report_version
  for each row execute function followup.a_report_is_written_while_the_follow_up_lasts();

-- Det som hunnits skrivas av månadens rapport, tills den lämnas.
create table followup.report_draft (
  youth_id uuid not null references followup.youth on delete cascade,
  process text not null constraint draft_process_is_known check (process in ('labourMarket', 'housing')),
  month date not null constraint a_draft_is_for_a_first check (extract(day from month) = 1),
  template_version integer not null references followup.template,
  talk_id uuid references followup.talk on delete cascade,
  no_talk_why text not null default '' constraint draft_reason_is_short check (length(no_talk_why) <= 500),
  texts jsonb not null constraint draft_texts_are_by_section check (jsonb_typeof(texts) = 'object'),
  version integer not null default 1 constraint draft_versions_count_from_one check (version >= 1),
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (youth_id, process, month)
);
comment on table followup.report_draft is 'Påbörjad rapport som inte är lämnad. Skrivs över tills den lämnas och tas då bort; ingen annan process läser den.';
grant select, insert (youth_id, process, month, template_version, talk_id, no_talk_why, texts, version, by_staff, noted_on),
  update (talk_id, no_talk_why, texts, version, by_staff, noted_on, saved_at), delete on followup.report_draft to lots_followup;
create function followup.a_draft_is_of_a_report_not_handed_in() returns trigger language plpgsql as $$
begin
  if exists (select from followup.report r where r.youth_id = new.youth_id and r.process = new.process and r.month = new.month) then
    raise exception 'a draft is of a report that is not handed in' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and new.version <> old.version + 1 then
    raise exception 'versions of a draft follow each other' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_draft_is_of_a_report_not_handed_in before insert or update on followup.report_draft
  for each row execute function followup.a_draft_is_of_a_report_not_handed_in();

-- Myndighetens månadsbedömning av progressionen, och ställningstagandena var sjätte månad.
create table followup.judgement (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  signal_id uuid not null,
  month date not null constraint a_judgement_is_of_a_month check (extract(day from month) = 1),
  version integer not null constraint judgement_versions_count_from_one check (version >= 1),
  progression text not null constraint progression_is_known check (progression in ('up', 'same', 'down')),
  ground text not null constraint a_judgement_has_a_ground check (btrim(ground) <> '' and length(ground) <= 2000),
  judged_on date not null,
  -- Rapporten som lästes, i sin version. Inget: ingen rapport hade kommit.
  report_id uuid,
  report_version integer,
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  foreign key (report_id, report_version) references followup.report_version on delete cascade,
  constraint a_judgement_is_of_its_own_signal foreign key (signal_id, youth_id) references followup.signal (id, youth_id) on delete cascade,
  constraint one_judgement_a_month_and_version unique (signal_id, month, version),
  constraint a_report_is_read_in_a_version check ((report_id is null) = (report_version is null))
);
comment on table followup.judgement is 'Bedömd progression per signal och månad, med grund. Rader ändras aldrig: en ändrad bedömning är en ny version.';
create index judgement_by_youth on followup.judgement (youth_id);
grant select, insert (youth_id, signal_id, month, version, progression, ground, judged_on, report_id, report_version, by_staff, noted_on) on followup.judgement to lots_followup;
create function followup.a_judgement_is_of_a_signal_in_force() returns trigger language plpgsql as $$
begin
  if new.version <> coalesce((select max(j.version) from followup.judgement j where j.signal_id = new.signal_id and j.month = new.month), 0) + 1 then
    raise exception 'versions of a judgement follow each other' using errcode = 'unique_violation', constraint = 'one_judgement_a_month_and_version';
  end if;
  if not exists (select from followup.signal_now n where n.id = new.signal_id and n.from_on < new.month and (n.ended_on is null or n.ended_on >= new.judged_on)) then
    raise exception 'a judgement is of a signal in force' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_judgement_is_of_a_signal_in_force before insert on followup.judgement
  for each row execute function followup.a_judgement_is_of_a_signal_in_force();

create table followup.investigation_decision (
  id uuid primary key default gen_random_uuid(),
  youth_id uuid not null references followup.youth on delete cascade,
  -- Den sjättemånadersdag det gäller. Inget: det behövdes tidigare.
  mark_on date,
  opens boolean not null,
  ground text not null constraint a_decision_has_a_ground check (btrim(ground) <> '' and length(ground) <= 2000),
  decided_on date not null,
  by_staff uuid not null references followup.member,
  noted_on date not null,
  saved_at timestamptz not null default clock_timestamp(),
  constraint a_mark_is_not_far_ahead check (mark_on <= decided_on + 60)
);
comment on table followup.investigation_decision is 'Ställningstaganden till att öppna utredning: öppnas eller inte, med grund. Rader ändras aldrig.';
create unique index one_position_a_mark on followup.investigation_decision (youth_id, mark_on) where mark_on is not null;
create index investigation_decision_by_youth on followup.investigation_decision (youth_id);
grant select, insert (youth_id, mark_on, opens, ground, decided_on, by_staff, noted_on) on followup.investigation_decision to lots_followup;
-- Den första dagen i ungdomens sammanhängande uppföljning, hur många signaler den än tar.
create function followup.spell_start(of_youth uuid, on_day date) returns date language plpgsql stable as $$
declare
  found_on date := on_day + 1;
  earliest date;
begin
  loop
    select min(n.from_on) into earliest from followup.signal_now n
      where n.youth_id = of_youth and n.from_on <= found_on and (n.ended_on is null or n.ended_on >= found_on - 1);
    if earliest is null or earliest >= found_on then
      return case when found_on > on_day then earliest else found_on end;
    end if;
    found_on := earliest;
  end loop;
end $$;
create function followup.a_position_is_taken_while_followed() returns trigger language plpgsql as $$
declare
  since date;
begin
  perform from followup.youth where id = new.youth_id for update;
  if not exists (select from followup.signal_now n where n.youth_id = new.youth_id and n.from_on <= new.decided_on
      and (n.ended_on is null or n.ended_on >= new.decided_on)) then
    raise exception 'a position is taken while the youth is followed up' using errcode = 'restrict_violation';
  end if;
  since := followup.spell_start(new.youth_id, new.decided_on);
  if exists (select from followup.investigation_decision d where d.youth_id = new.youth_id and d.opens and d.decided_on >= since) then
    raise exception 'an investigation is opened once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_position_is_taken_while_followed before insert on followup.investigation_decision
  for each row execute function followup.a_position_is_taken_while_followed();

grant usage on all sequences in schema followup to lots_followup;
