-- Up Migration
-- Utskick: mallar med versioner och språk, rundor som en andra person släpper, och utlådan som skickas.
create schema messaging;
grant usage on schema messaging to lots_app;

create table messaging.template (
  id bigint generated always as identity primary key,
  key text not null,
  lang text not null constraint template_lang_is_known check (lang in ('sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk')),
  -- Version 0 är den som följer med produkten och finns i koden.
  version integer not null constraint own_versions_count_from_one check (version >= 1),
  subject text not null constraint subject_is_short check (length(subject) <= 200),
  body text not null constraint body_is_there check (btrim(body) <> '' and length(body) <= 6000),
  saved_by uuid not null references access.staff,
  saved_at timestamptz not null default clock_timestamp(),
  constraint one_text_per_version unique (key, lang, version)
);
comment on table messaging.template is 'Kommunens egna versioner av mallarna. Den senaste gäller; äldre finns kvar så att det som skickats kan läsas igen.';
grant select, insert on messaging.template to lots_app;

create table messaging.proofreading (
  id bigint generated always as identity primary key,
  key text not null,
  lang text not null constraint proofread_lang_is_known check (lang in ('sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk')),
  -- 0 är den text som följer med produkten.
  version integer not null constraint proofread_version_is_there check (version >= 0),
  proofread_by text not null constraint a_proofreader_is_named check (btrim(proofread_by) = proofread_by and length(proofread_by) between 1 and 80),
  noted_by uuid not null references access.staff,
  noted_at timestamptz not null default clock_timestamp(),
  constraint a_version_is_proofread_once unique (key, lang, version)
);
comment on table messaging.proofreading is 'Vilka versioner som en översättare har korrekturläst, och vem. En ny version ska läsas på nytt.';
grant select, insert on messaging.proofreading to lots_app;

create table messaging.language (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  lang text not null constraint contact_lang_is_known check (lang in ('sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk')),
  set_by text not null constraint a_language_is_set_by_somebody check (set_by <> ''),
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity'
);
comment on table messaging.language is 'Vilket språk ungdomen vill bli kontaktad på. Utan rad: lätt svenska.';
create unique index one_language_at_a_time on messaging.language (person_id) where known_until = 'infinity';
create trigger known_until_is_set_once before update on messaging.language
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on messaging.language to lots_app;

create table messaging.opt_out (
  id bigint generated always as identity primary key,
  person_id bigint not null references register.person,
  channel text not null constraint opt_out_channel_is_known check (channel in ('letter', 'sms', 'email', 'phone', 'homeVisit')),
  said_by text not null constraint an_opt_out_is_recorded_by_somebody check (said_by <> ''),
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity'
);
comment on table messaging.opt_out is 'Kanaler som ungdomen har sagt nej till.';
create unique index one_opt_out_per_channel on messaging.opt_out (person_id, channel) where known_until = 'infinity';
create trigger known_until_is_set_once before update on messaging.opt_out
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on messaging.opt_out to lots_app;

create table messaging.round (
  id bigint generated always as identity primary key,
  round_id uuid not null unique default gen_random_uuid(),
  kind text not null constraint round_kind_is_known check (kind in ('large', 'continuous')),
  name text not null constraint a_round_is_named check (btrim(name) = name and length(name) between 1 and 80),
  -- Urvalet som listans adress skriver det; innehåller aldrig något om en ungdom.
  query text not null constraint a_round_has_a_short_query check (length(query) <= 2000),
  on_day date not null,
  letter_key text,
  sms_key text,
  email_key text,
  -- Vilken version av varje mall och språk som granskades, och därför skickas: {"firstLetter.sv": 0}.
  versions jsonb not null default '{}',
  state text not null default 'preparing' constraint round_state_is_known check (state in ('preparing', 'prepared', 'released', 'done', 'cancelled')),
  -- Varför förberedelsen inte gick, så länge den inte har gått.
  problem text,
  -- Utan namn: förberedd av sig själv en morgon.
  prepared_by uuid references access.staff,
  prepared_at timestamptz not null default clock_timestamp(),
  reviewed_by uuid references access.staff,
  reviewed_at timestamptz,
  released_by uuid references access.staff,
  released_at timestamptz,
  cancelled_by uuid references access.staff,
  cancelled_at timestamptz,
  version integer not null default 1,
  constraint a_round_sends_something check (letter_key is not null or sms_key is not null or email_key is not null),
  constraint reviewed_says_by_whom check ((reviewed_by is null) = (reviewed_at is null)),
  constraint released_says_by_whom check ((released_by is null) = (released_at is null)),
  constraint cancelled_says_by_whom check ((state = 'cancelled') = (cancelled_by is not null) and (cancelled_by is null) = (cancelled_at is null)),
  constraint nothing_is_reviewed_before_it_is_prepared check (reviewed_by is null or state <> 'preparing'),
  constraint a_second_person_releases check (released_by is null or (reviewed_by is not null and released_by <> reviewed_by and released_by is distinct from prepared_by)),
  constraint only_released_rounds_are_sent check (state not in ('released', 'done') or released_by is not null),
  constraint only_a_preparation_has_a_problem check (problem is null or state in ('preparing', 'cancelled'))
);
comment on table messaging.round is 'Utskicksrundor: urval, granskning och vem som släppte. Den som förberedde eller granskade kan inte släppa.';
-- Den löpande rundan förbereder sig själv en gång om dagen, hur många som än försöker.
create unique index one_continuous_round_a_day on messaging.round (on_day) where prepared_by is null;
create index round_by_state on messaging.round (state) where state in ('preparing', 'prepared', 'released');
grant select, insert, update (state, problem, versions, reviewed_by, reviewed_at, released_by, released_at, cancelled_by, cancelled_at, version)
  on messaging.round to lots_app;

create function messaging.a_round_moves_forward() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and not (old.state || '>' || new.state) = any (array[
    'preparing>prepared', 'preparing>cancelled', 'prepared>released', 'prepared>cancelled', 'released>done', 'released>cancelled']) then
    raise exception 'a round moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_round_moves_forward before update of state on messaging.round for each row execute function messaging.a_round_moves_forward();

create table messaging.recipient (
  round_id bigint not null references messaging.round,
  person_id bigint not null references register.person,
  lang text not null constraint recipient_lang_is_known check (lang in ('sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk')),
  channels text[] not null default '{}' constraint recipient_channels_are_known check (channels <@ array['letter', 'sms', 'email']),
  excluded text constraint exclusion_is_known check (excluded in ('protected', 'notCovered', 'inOtherRound', 'minor', 'quiet', 'waiting', 'notProofread',
    'optedOut', 'noAddress', 'noNumber', 'deadNumber', 'noWay', 'fieldMissing', 'namesTheMatter', 'notSelected')),
  letter_key text,
  sms_key text,
  email_key text,
  pages smallint,
  segments smallint,
  -- Ett av de tre prov som både den som granskar och den som släpper ser.
  preview smallint constraint a_round_has_three_previews check (preview between 1 and 3),
  -- Kanaler som föll bort när rundan släpptes.
  dropped text[] not null default '{}',
  primary key (round_id, person_id),
  constraint excluded_or_sent_to check ((excluded is null) = (cardinality(channels) > 0)),
  constraint a_channel_has_its_template check ((not 'letter' = any (channels) or letter_key is not null)
    and (not 'sms' = any (channels) or sms_key is not null) and (not 'email' = any (channels) or email_key is not null)),
  constraint one_recipient_per_preview unique (round_id, preview)
);
comment on table messaging.recipient is 'Vilka en runda gäller, på vilka kanaler och språk, eller varför någon är undantagen.';
create index recipient_by_person on messaging.recipient (person_id) where excluded is null;
grant select, insert, update (channels, excluded, dropped) on messaging.recipient to lots_app;

-- En gång per sats, som de andra reglerna om skydd.
create function messaging.no_round_is_for_a_protected_youth() returns trigger language plpgsql as $$
begin
  if exists (select from added a where a.excluded is null and a.person_id in (select p.person_id from register.protected_now p)) then
    raise exception 'no round is for a protected youth' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger no_round_is_for_a_protected_youth after insert on messaging.recipient referencing new table as added
  for each statement execute function messaging.no_round_is_for_a_protected_youth();

create table messaging.print_folder (
  id bigint generated always as identity primary key,
  -- Mappens namn: dag och slump.
  folder text not null unique constraint a_folder_is_a_plain_name check (folder ~ '^[a-z0-9-]+$'),
  round_id bigint references messaging.round,
  opened_at timestamptz not null default clock_timestamp(),
  -- När alla brev ligger där, med förteckning och samlad utskrift. Sedan ändras mappen inte: det som kommer senare får en ny.
  closed_at timestamptz,
  letters integer not null default 0,
  -- Varför mappen inte kan skrivas, så länge det är så.
  problem text,
  constraint letters_are_counted check (letters >= 0),
  constraint a_closed_folder_has_no_problem check (closed_at is null or problem is null)
);
comment on table messaging.print_folder is 'Mappar med brev till tryckeriet: en i taget för varje runda.';
create unique index one_open_folder_per_round on messaging.print_folder (round_id) nulls not distinct where closed_at is null;
grant select, insert, update (closed_at, letters, problem) on messaging.print_folder to lots_app;

create table messaging.message (
  id bigint generated always as identity primary key,
  message_id uuid not null unique default gen_random_uuid(),
  round_id bigint references messaging.round,
  -- Till en ungdom, eller till en medarbetare (larm, påminnelser).
  person_id bigint references register.person,
  staff_id uuid references access.staff,
  channel text not null constraint message_channel_is_known check (channel in ('letter', 'card', 'sms', 'email')),
  template_key text not null,
  template_lang text not null,
  template_version integer not null,
  way_id bigint references outreach.way,
  -- Fält som inte säger något om en människa (dag, tid, plats). Namn, nummer och adress hämtas när meddelandet skickas och sparas aldrig här.
  fields jsonb not null default '{}',
  -- Samma sak köas en gång, hur ofta jobbet än går.
  once_key text unique,
  -- Ett brev utan adress till en skyddad ungdom, utskrivet för Skatteverkets förmedling av någon med rättigheten.
  is_forwarded boolean not null default false,
  state text not null default 'queued' constraint message_state_is_known check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'unsure', 'cancelled')),
  not_before timestamptz not null default clock_timestamp(),
  tries integer not null default 0,
  -- Leverantörens beteckning, eller filens namn i utskriftsmappen.
  provider_id text,
  print_folder_id bigint references messaging.print_folder,
  -- Slumpad nyckel i adressen som leverantören svarar till.
  callback_token text unique,
  segments integer,
  cost_ore integer,
  problem text,
  contact_id bigint references outreach.contact,
  queued_by text not null constraint a_message_is_queued_by_somebody check (queued_by <> ''),
  created_at timestamptz not null default clock_timestamp(),
  claimed_at timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  constraint only_letters_are_forwarded check (not is_forwarded or channel = 'letter'),
  constraint what_was_handed_over_was_claimed check (state not in ('sending', 'sent', 'delivered', 'unsure') or claimed_at is not null),
  constraint a_message_goes_to_somebody check (num_nonnulls(person_id, staff_id) = 1),
  constraint one_message_per_round_and_channel unique (round_id, person_id, channel),
  constraint a_failed_message_says_why check (state not in ('failed', 'unsure', 'cancelled') or problem is not null)
);
comment on table messaging.message is 'Utlådan. Ett meddelande tas (sending) innan det lämnas över; går servern ner däremellan vet ingen, och då skickas det aldrig om av sig självt.';
-- Medarbetare först: ett larm väntar inte på en runda.
create index message_to_send on messaging.message ((staff_id is null), not_before, id) where state = 'queued';
create index message_under_way on messaging.message (claimed_at) where state = 'sending';
create index message_by_person on messaging.message (person_id, id) where person_id is not null;
create index message_by_round on messaging.message (round_id, state) where round_id is not null;
create index message_to_settle on messaging.message (state) where state in ('queued', 'sending', 'unsure', 'failed');
grant select, insert, update (state, not_before, tries, provider_id, callback_token, segments, cost_ore, problem, contact_id, claimed_at, sent_at, settled_at, way_id, print_folder_id) on messaging.message to lots_app;

-- Skyddade ungdomar får aldrig sms eller e-post, och brev bara genom förmedlingen.
create function messaging.a_protected_youth_is_written_to_only_by_forwarding() returns trigger language plpgsql as $$
begin
  if new.person_id is not null and not new.is_forwarded and new.state in ('queued', 'sending') and register.is_protected(new.person_id) then
    raise exception 'a protected youth is written to only by the forwarding route' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_protected_youth_is_written_to_only_by_forwarding before insert or update of state on messaging.message
  for each row execute function messaging.a_protected_youth_is_written_to_only_by_forwarding();

-- Ett meddelande går framåt. Bara det som säkert inte gick iväg, eller som en människa har beslutat om, ställs i kö igen.
create function messaging.a_message_moves_forward() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and not (old.state || '>' || new.state) = any (array[
    'queued>sending', 'queued>failed', 'queued>cancelled', 'queued>sent', 'queued>delivered',
    'sending>sent', 'sending>delivered', 'sending>failed', 'sending>unsure', 'sending>queued', 'sending>cancelled',
    'unsure>sent', 'unsure>delivered', 'unsure>failed', 'unsure>queued',
    'sent>delivered', 'sent>failed', 'failed>delivered', 'failed>queued']) then
    raise exception 'a message moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_message_moves_forward before update of state on messaging.message
  for each row execute function messaging.a_message_moves_forward();
grant usage on all sequences in schema messaging to lots_app;

-- Inställningarnas form, som reglerna prövar den.
create function messaging.setting_has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key = 'messages.smsOre' then jsonb_typeof(value) = 'number' and (value #>> '{}')::numeric between 0 and 1000
    when key = 'messages.replyDays' then jsonb_typeof(value) = 'number' and (value #>> '{}')::numeric between 1 and 366
    when key = 'messages.contactPhone' then value = 'null' or (value #>> '{}') ~ '^\+[1-9][0-9]{6,14}$'
    when key = 'messages.senderName' then value = 'null' or (value #>> '{}') ~ '^[A-Za-z][A-Za-z0-9]{2,10}$'
    when key in ('messages.contactName', 'messages.returnAddress') then value = 'null' or length(value #>> '{}') between 1 and 120
    when key = 'messages.unitName' then length(value #>> '{}') between 1 and 80
    when key = 'messages.mayUnproofread' then jsonb_typeof(value) = 'boolean'
    else true
  end
$$;
alter table settings.value add constraint a_messages_setting_has_its_shape check (messaging.setting_has_its_shape(key, value));
grant execute on function messaging.setting_has_its_shape to lots_app;
