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
grant select, insert, update (source, source_detail, found_on, last_result, last_result_at, dead_on, cooldown_until, ended_at, ended_by, version) on outreach.way to lots_app;

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
  constraint nothing_is_logged_before_it_happens check (happened_at <= logged_at + interval '5 minutes'),
  constraint a_home_visit_is_made_by_two check (channel <> 'homeVisit' or not attempted or (staff_id is not null and second_staff_id is not null and second_staff_id <> staff_id)),
  constraint a_next_day_belongs_to_a_next_step check (next_on is null or next_step is not null),
  constraint struck_says_who_and_why check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_why is null)),
  constraint an_origin_is_logged_once unique (origin, origin_id, channel)
);
comment on table outreach.contact is 'Kontaktförsök och kontakter. Rader skrivs aldrig om; den som blev fel stryks, med vem och varför.';
create index contact_by_person on outreach.contact (person_id, happened_at) where struck_at is null;
create index contact_by_time on outreach.contact (happened_at) where struck_at is null;
create index contact_by_way on outreach.contact (way_id) where way_id is not null;
grant select, insert, update (struck_at, struck_by, struck_why) on outreach.contact to lots_app;

-- Ett dött nummer rings inte och får inga sms. Regeln säger det före; databasen säger det också.
create function outreach.a_dead_number_is_not_used() returns trigger language plpgsql as $$
begin
  if new.attempted and new.channel in ('phone', 'sms') and exists (select from outreach.way w where w.id = new.way_id
    and w.dead_on is not null and w.last_result_at < new.happened_at - interval '1 second') then
    raise exception 'a dead number is not called or texted' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_dead_number_is_not_used before insert on outreach.contact
  for each row when (new.way_id is not null) execute function outreach.a_dead_number_is_not_used();

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
  constraint what_was_found_is_in_the_ledger check ((result = 'found') = (way_id is not null))
);
comment on table outreach.search is 'Var någon sökte efter ett nummer till en ungdom, och om det gav något. Underlag för utbytet per källa och område.';
create index search_by_person on outreach.search (person_id);
grant select, insert on outreach.search to lots_app;

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
grant usage on all sequences in schema outreach to lots_app;
