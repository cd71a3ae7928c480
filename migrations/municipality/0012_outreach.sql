-- Up Migration
-- Uppsökande arbete: vägar att nå en ungdom, kontaktförsök och kontakter, sökningar efter nummer, sagd sysselsättning, och var stegen står.
create schema outreach;
grant usage on schema outreach to lots_app;

-- En adress på en rad, som liggaren skriver den.
create function outreach.address_line(street text, postal_code text, locality text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(concat_ws(', ', nullif(btrim(street), ''), nullif(btrim(concat_ws(' ', postal_code, locality)), '')), '\s+', ' ', 'g'))
$$;
grant execute on function outreach.address_line to lots_app;

create table outreach.way (
  id bigint generated always as identity primary key,
  way_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  kind text not null constraint way_kind_is_known check (kind in ('phone', 'email', 'address')),
  value text not null constraint a_way_leads_somewhere check (btrim(value) = value and length(value) between 1 and 300),
  source text not null constraint way_source_is_known check (source in ('populationRegister', 'school', 'lookedUp', 'youth', 'partner')),
  -- Sökstegets nyckel eller skolenhetens kod; aldrig vem som sade det.
  source_detail text not null default '',
  found_on date not null,
  found_by text not null constraint a_way_is_somebodys_finding check (found_by <> ''),
  -- Lades in när ungdomen redan var skyddad. Allt annat avslutas när en skyddsmarkering kommer, och återställs aldrig av sig självt.
  under_protection boolean not null default false,
  last_result text constraint result_is_known check (last_result in ('worked', 'noAnswer', 'wrongPerson', 'dead', 'returned', 'delivered', 'failed')),
  last_result_at timestamptz,
  dead_on date,
  cooldown_until date,
  ended_at timestamptz,
  ended_by text,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint a_phone_is_e164 check (kind <> 'phone' or value ~ '^\+[1-9][0-9]{6,14}$'),
  constraint an_email_has_an_at check (kind <> 'email' or value ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  constraint a_result_has_a_time check ((last_result is null) = (last_result_at is null)),
  constraint an_ended_way_says_by_whom check ((ended_at is null) = (ended_by is null))
);
comment on table outreach.way is 'Nummerliggaren: telefon, e-post och adresser med källa, dag, senaste resultat, dött och vila. Folkbokföringens adress läses ur registret, och får en rad här först när den fått ett resultat.';
create unique index one_open_way_per_value on outreach.way (person_id, kind, lower(value)) where ended_at is null;
create index way_by_value on outreach.way (kind, value) where ended_at is null;
create index way_by_person on outreach.way (person_id);
grant select, insert, update (source, source_detail, found_on, last_result, last_result_at, dead_on, cooldown_until, ended_at, ended_by, version) on outreach.way to lots_app;

-- Ingen källa lägger in ett nummer till en skyddad ungdom: det gör bara den som vet att hen är skyddad. En gång per sats, som a_fact_has_a_person.
create function outreach.a_way_says_whether_it_was_found_under_protection() returns trigger language plpgsql as $$
begin
  if exists (select from added a where a.under_protection <> (a.person_id in (select p.person_id from register.protected_now p))) then
    raise exception 'a way says whether it was found under protection' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger a_way_says_whether_it_was_found_under_protection after insert on outreach.way referencing new table as added
  for each statement execute function outreach.a_way_says_whether_it_was_found_under_protection();

create table outreach.way_act (
  id bigint generated always as identity primary key,
  way_id bigint not null references outreach.way,
  kind text not null constraint way_act_is_known check (kind in ('dead', 'revived', 'removed')),
  why text not null constraint a_way_act_says_why check (btrim(why) = why and length(why) between 1 and 200),
  staff_id uuid not null references access.staff,
  at timestamptz not null default clock_timestamp()
);
comment on table outreach.way_act is 'Vem som sade att en väg är död, levande igen eller inte ska finnas kvar, och varför.';
create index way_act_by_way on outreach.way_act (way_id);
grant select, insert on outreach.way_act to lots_app;

create table outreach.contact (
  id bigint generated always as identity primary key,
  contact_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  channel text not null constraint channel_is_known check (channel in
    ('letter', 'sms', 'phone', 'email', 'visitCard', 'homeVisit', 'socialMedia', 'partner', 'inPerson', 'school')),
  -- Ett försök och att nå ungdomen är två saker: ett brev är ett försök, ett svar är att ungdomen nåtts, ett samtal kan vara båda.
  attempted boolean not null,
  reached boolean not null,
  outcome text not null constraint outcome_is_known check (outcome in ('reached', 'declined', 'noAnswer', 'voicemail', 'someoneElse', 'wrongNumber',
    'deadNumber', 'sent', 'delivered', 'returned', 'failed', 'notHome', 'wrongAddress', 'informed', 'replied')),
  happened_at timestamptz not null,
  logged_at timestamptz not null default clock_timestamp(),
  way_id bigint references outreach.way,
  staff_id uuid references access.staff,
  second_staff_id uuid references access.staff,
  by_name text not null constraint a_contact_is_somebodys check (by_name <> ''),
  -- Var ungdomen fanns då: siffror per enhet och område ändras inte av en senare flytt.
  unit_id integer references organisation.unit,
  district_id integer references organisation.district,
  occupation text constraint occupation_is_known check (occupation in ('work', 'studies', 'abroad', 'other', 'none')),
  next_step text constraint next_step_is_known check (next_step in ('call', 'write', 'meet', 'visit', 'waitForYouth', 'waitForSchool', 'nothing')),
  next_on date,
  -- Vilken förvaltnings stöd ungdomen valde; nyckel i kommunens inställning.
  department text,
  note text not null default '' constraint contact_note_is_short check (length(note) <= 500),
  origin text not null constraint origin_is_known check (origin in ('hand', 'message', 'reply', 'visit', 'meeting', 'question')),
  origin_id uuid,
  struck_at timestamptz,
  struck_by uuid references access.staff,
  struck_why text,
  constraint a_contact_is_an_attempt_or_a_reach check (attempted or reached),
  constraint a_reach_says_so check (reached = (outcome in ('reached', 'declined', 'replied'))),
  constraint the_outcome_belongs_to_the_channel check (case channel
    when 'phone' then outcome in ('reached', 'declined', 'noAnswer', 'voicemail', 'someoneElse', 'wrongNumber', 'deadNumber')
    when 'homeVisit' then outcome in ('reached', 'declined', 'notHome', 'wrongAddress', 'someoneElse')
    when 'inPerson' then outcome in ('reached', 'declined', 'noAnswer', 'notHome')
    when 'partner' then outcome = 'informed'
    when 'school' then outcome = 'informed'
    when 'visitCard' then outcome in ('sent', 'delivered', 'returned', 'failed', 'wrongAddress', 'replied', 'declined')
    else outcome in ('sent', 'delivered', 'returned', 'failed', 'replied', 'declined') end),
  constraint nothing_is_logged_before_it_happens check (happened_at <= logged_at + interval '5 minutes'),
  constraint a_home_visit_is_made_by_two check (channel <> 'homeVisit' or not attempted or (staff_id is not null and second_staff_id is not null and second_staff_id <> staff_id)),
  -- Numret som var fel eller dött pekas ut, annars vet ingen vilket som inte ska ringas.
  constraint a_number_that_failed_is_named check (outcome not in ('wrongNumber', 'deadNumber') or way_id is not null),
  constraint an_occupation_is_said_by_a_youth_who_was_reached check (occupation is null or reached),
  constraint support_is_chosen_by_a_youth_who_was_reached check (department is null or reached),
  constraint a_next_day_belongs_to_a_next_step check (next_on is null or next_step is not null),
  constraint a_next_day_is_not_before_the_contact check (next_on is null or next_on >= (happened_at at time zone 'Europe/Stockholm')::date),
  constraint struck_says_who_and_why check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null)),
  constraint a_strike_says_why_in_few_words check (length(struck_why) between 3 and 200),
  -- Ångra är för den som nyss tryckte fel: tio sekunder, och två till på vägen. Sedan stryks raden med en anledning.
  constraint an_undo_comes_at_once check (struck_why <> 'undo' or struck_at <= logged_at + interval '12 seconds'),
  constraint an_undo_is_by_the_one_who_logged check (struck_why <> 'undo' or struck_by = staff_id),
  constraint an_origin_is_logged_once unique (origin, origin_id, channel)
);
comment on table outreach.contact is 'Kontaktförsök och kontakter. Rader skrivs aldrig om; den som blev fel stryks, med vem och varför.';
create index contact_by_person on outreach.contact (person_id, happened_at) where struck_at is null;
create index contact_by_time on outreach.contact (happened_at) where struck_at is null;
create index contact_by_way on outreach.contact (way_id) where way_id is not null;
grant select, insert, update (struck_at, struck_by, struck_why) on outreach.contact to lots_app;

-- Vägen som användes är ungdomens egen och av kanalens slag. Ett dött nummer rings inte och får inga sms: regeln säger det före, databasen säger
-- det också. Det som hände innan numret dog får skrivas in i efterhand.
create function outreach.a_way_can_be_used() returns trigger language plpgsql as $$
declare
  w outreach.way;
begin
  select * into w from outreach.way where id = new.way_id;
  if register.root_now(w.person_id) <> register.root_now(new.person_id) then
    raise exception 'a contact uses a way of the youth' using errcode = 'restrict_violation';
  end if;
  if w.kind <> (case new.channel when 'phone' then 'phone' when 'sms' then 'phone' when 'email' then 'email' when 'letter' then 'address'
      when 'visitCard' then 'address' when 'homeVisit' then 'address' else w.kind end) then
    raise exception 'a way fits its channel' using errcode = 'restrict_violation';
  end if;
  if new.attempted and new.channel in ('phone', 'sms') and w.dead_on is not null and w.last_result_at <= new.happened_at then
    raise exception 'a dead number is not called or texted' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_way_can_be_used before insert on outreach.contact
  for each row when (new.way_id is not null) execute function outreach.a_way_can_be_used();

create function outreach.nobody_is_met_before_birth() returns trigger language plpgsql as $$
begin
  if exists (select from worklist.youth y where y.person_id = new.person_id and (new.happened_at at time zone 'Europe/Stockholm')::date < y.born_on) then
    raise exception 'nobody is met before birth' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger nobody_is_met_before_birth before insert on outreach.contact
  for each row execute function outreach.nobody_is_met_before_birth();

create function outreach.a_contact_is_struck_once() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null then
    raise exception 'a contact is struck once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_contact_is_struck_once before update on outreach.contact
  for each row execute function outreach.a_contact_is_struck_once();

create table outreach.search (
  id bigint generated always as identity primary key,
  search_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  step text not null constraint a_search_has_a_step check (step <> ''),
  searched_on date not null,
  result text not null constraint search_result_is_known check (result in ('found', 'nothing')),
  way_id bigint references outreach.way,
  staff_id uuid not null references access.staff,
  unit_id integer references organisation.unit,
  district_id integer references organisation.district,
  logged_at timestamptz not null default clock_timestamp(),
  struck_at timestamptz,
  constraint what_was_found_is_in_the_ledger check ((result = 'found') = (way_id is not null)),
  constraint only_a_search_without_result_is_struck check (struck_at is null or result = 'nothing')
);
comment on table outreach.search is 'Var någon sökte efter ett nummer till en ungdom, och om det gav något. Underlag för utbytet per källa och område.';
create index search_by_person on outreach.search (person_id) where struck_at is null;
create index search_by_day on outreach.search (searched_on) where struck_at is null;
-- Samma steg söks en gång om dagen: två som kryssar samtidigt har sökt en gång.
create unique index one_empty_search_per_step_and_day on outreach.search (person_id, step, searched_on) where struck_at is null and result = 'nothing';
grant select, insert, update (struck_at) on outreach.search to lots_app;

create table outreach.occupation (
  id bigint generated always as identity primary key,
  occupation_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  kind text not null constraint occupation_kind_is_known check (kind in ('work', 'studies', 'abroad', 'other', 'none')),
  source text not null constraint occupation_source_is_known check (source in ('youth', 'school', 'employer', 'otherActor')),
  since_on date,
  stated_on date not null,
  -- Från den dagen räknas uppgiften som okänd igen, tills någon bekräftar den.
  review_on date not null,
  said_by text not null constraint an_occupation_is_recorded_by_somebody check (said_by <> ''),
  contact_id bigint references outreach.contact,
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  constraint an_occupation_is_reviewed_later check (review_on > stated_on)
);
comment on table outreach.occupation is 'Vad ungdomen sägs göra: källa, när det sades och när det måste bekräftas igen. Okänt är att ingen färsk rad finns.';
create index occupation_by_person on outreach.occupation (person_id, stated_on desc) where known_until = 'infinity';
create trigger known_until_is_set_once before update on outreach.occupation
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on outreach.occupation to lots_app;

create table outreach.standing (
  person_id bigint primary key references register.person,
  entered_on date,
  first_attempt_on date,
  first_reached_on date,
  last_attempt_at timestamptz,
  last_attempt_channel text,
  last_attempt_outcome text,
  last_reached_at timestamptz,
  last_reached_channel text,
  begin_by date,
  waits_for text not null constraint waits_for_is_known check (waits_for in ('us', 'youth', 'school', 'nobody')),
  step text,
  step_nth integer,
  step_of integer,
  step_from date,
  step_due date,
  quiet_until date,
  detail jsonb not null default '{}',
  live_phones integer not null default 0,
  dead_phones integer not null default 0,
  occupation text,
  occupation_on date,
  occupation_review_on date,
  constraint a_step_has_its_days check ((step is null) = (step_from is null) and (step is null) = (step_due is null) and step_from <= step_due)
);
comment on table outreach.standing is 'Var stegen står för varje ungdom: de två klockorna, nästa steg och vem som väntar på vem. Härledd ur kontakter, liggare och inställningar; kan alltid räknas om. Dagar jämförs när man frågar.';
grant select, insert, update, delete on outreach.standing to lots_app;
create trigger lists_hear_of_it after insert or update or delete or truncate on outreach.standing
  for each statement execute function worklist.note_change();

create table outreach.computed_with (
  one_row boolean primary key default true constraint there_is_one_row check (one_row),
  fingerprint text not null
);
comment on table outreach.computed_with is 'Vilka regler och inställningar stegen är uträknade med; ändras de räknas alla om, också första gången.';
grant select, insert, update on outreach.computed_with to lots_app;
grant usage on all sequences in schema outreach to lots_app;

-- Inställningarnas form, som reglerna prövar den: minst tre samtal, ett knackakort före besöket, namngivna steg och förvaltningar.
create function outreach.setting_has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key = 'outreach.ladder' then jsonb_typeof(value) = 'object'
      and coalesce((value ->> 'calls')::int, 3) between 3 and 5 and coalesce((value ->> 'daysToVisit')::int, 1) >= 1
      and coalesce((value ->> 'beginMonths')::int, 1) between 1 and 12
    when key = 'outreach.freshness' then jsonb_typeof(value) = 'object'
      and (select count(*) = 5 and bool_and((d.value #>> '{}')::int between 1 and 366) from jsonb_each(value) d)
    when key in ('outreach.searchSteps', 'outreach.departments') then jsonb_typeof(value) = 'array' and jsonb_array_length(value) <= 30
      and not exists (select from jsonb_array_elements(value) e
        where e ->> 'key' !~ '^[a-zA-Z0-9]{1,30}$' or length(e ->> 'name') not between 1 and 60 or jsonb_typeof(e -> 'active') <> 'boolean')
      and (select count(distinct e ->> 'key') = count(*) from jsonb_array_elements(value) e)
    when key = 'outreach.forwardLetters' then jsonb_typeof(value) = 'boolean'
    else true
  end
$$;
alter table settings.value add constraint an_outreach_setting_has_its_shape check (outreach.setting_has_its_shape(key, value));
grant execute on function outreach.setting_has_its_shape to lots_app;
