-- Up Migration
-- Anmälningar från skolor (skollagen 15 kap. 15 §, 18 kap. 15 §): skolhuvudmän och deras skolor, klienter, länkar, anmälningarna och vad som blev av dem.
create schema notices;
grant usage on schema notices to lots_app;

create table notices.authority (
  id bigint generated always as identity primary key,
  authority_id uuid not null unique default gen_random_uuid(),
  name text not null constraint an_authority_has_a_name check (btrim(name) = name and length(name) between 1 and 120),
  added_by uuid references access.staff,
  added_at timestamptz not null default clock_timestamp()
);
comment on table notices.authority is 'Skolhuvudmän som anmäler hit.';
create unique index one_authority_by_each_name on notices.authority (lower(name));
grant select, insert, update (name) on notices.authority to lots_app;

create table notices.school_unit (
  code text primary key constraint a_school_unit_has_eight_digits check (code ~ '^[0-9]{8}$'),
  authority_pk bigint not null references notices.authority,
  name text not null constraint a_school_unit_has_a_name check (btrim(name) = name and length(name) between 1 and 120),
  -- Dit länken till formuläret skickas. Ingen annan adress används, vad den som ber om länken än skriver.
  email text constraint a_school_address_is_one_address check (email ~ '^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$' and length(email) <= 200),
  ended_at timestamptz,
  added_at timestamptz not null default clock_timestamp()
);
comment on table notices.school_unit is 'Skolenheter som får anmäla, med adressen som visar att det är skolan.';
create index school_unit_by_authority on notices.school_unit (authority_pk);
-- En skola som avslutats hos en huvudman kan läggas till hos en annan: den som registrerades fel rättas så.
grant select, insert, update (authority_pk, name, email, ended_at) on notices.school_unit to lots_app;

create table notices.client (
  id bigint generated always as identity primary key,
  client_id text not null unique constraint a_client_id_is_plain check (client_id ~ '^lots-[a-z0-9]{12}$'),
  authority_pk bigint not null references notices.authority,
  name text not null constraint a_client_has_a_name check (btrim(name) = name and length(name) between 1 and 80),
  -- Hemligheten visas en gång. Här finns dess kondensat.
  secret_hash bytea not null constraint a_client_secret_is_hashed check (octet_length(secret_hash) = 32),
  scopes text[] not null constraint client_scopes_are_known check (cardinality(scopes) > 0 and scopes <@ array['notices:send', 'notices:annul', 'notices:read']),
  issued_by uuid references access.staff,
  issued_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references access.staff
);
comment on table notices.client is 'Skolhuvudmäns system som får använda gränssnittet.';
create index client_by_authority on notices.client (authority_pk);
grant select, insert, update (last_used_at, revoked_at, revoked_by) on notices.client to lots_app;
create function notices.a_client_is_revoked_once() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by) then
    raise exception 'a client that is revoked stays revoked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_client_is_revoked_once before update on notices.client for each row execute function notices.a_client_is_revoked_once();

create table notices.token (
  token_hash bytea primary key constraint a_token_is_hashed check (octet_length(token_hash) = 32),
  client_pk bigint not null references notices.client,
  scopes text[] not null,
  issued_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint a_token_is_short_lived check (expires_at > issued_at and expires_at <= issued_at + interval '2 hours')
);
comment on table notices.token is 'Åtkomst för en stund. Tas bort när den har gått ut.';
create index token_by_end on notices.token (expires_at);
grant select, insert, delete on notices.token to lots_app;

-- Att någon bad om en länk: skolenhetskoden som skrevs, känd eller inte. Inget om någon elev.
create table notices.link_request (
  id bigint generated always as identity primary key,
  unit_code text not null constraint a_link_request_names_eight_digits check (unit_code ~ '^[0-9]{8}$'),
  lang text not null constraint a_link_request_is_in_a_language check (lang in ('sv', 'en')),
  asked_at timestamptz not null default clock_timestamp(),
  tries integer not null default 0,
  outcome text constraint link_outcome_is_known check (outcome in ('sent', 'noSuchSchool', 'tooMany', 'failed')),
  handled_at timestamptz,
  constraint handled_says_how check ((outcome is null) = (handled_at is null))
);
comment on table notices.link_request is 'Begäran om länk till formuläret. Besvaras bara till skolans registrerade adress.';
create index link_request_that_waits on notices.link_request (id) where handled_at is null;
create index link_request_by_unit on notices.link_request (unit_code, handled_at);
grant select, insert, delete, update (tries, outcome, handled_at) on notices.link_request to lots_app;

create table notices.link (
  link_hash bytea primary key constraint a_link_is_hashed check (octet_length(link_hash) = 32),
  unit_code text not null references notices.school_unit,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  made_by uuid references access.staff,
  constraint a_link_lasts_a_while check (expires_at > made_at and expires_at <= made_at + interval '3 days')
);
comment on table notices.link is 'Länkar till skolans formulär, från skolans registrerade adress.';
create index link_by_end on notices.link (expires_at);
create index link_by_unit on notices.link (unit_code);
grant select, insert, delete on notices.link to lots_app;

create table notices.notice (
  id bigint generated always as identity primary key,
  notice_id uuid not null unique default gen_random_uuid(),
  -- Slumpat: ett löpnummer skulle säga hur många andra skolor anmäler.
  receipt text not null unique constraint a_receipt_has_its_shape check (receipt ~ '^AN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  kind text not null constraint notice_kind_is_known check (kind in ('start', 'end', 'absence')),
  origin text not null constraint notice_origin_is_known check (origin in ('api', 'form', 'forwarded')),
  authority_pk bigint references notices.authority,
  client_pk bigint references notices.client,
  from_municipality text constraint a_forwarding_municipality_is_a_code check (from_municipality ~ '^[0-9]{4}$'),
  unit_code text not null constraint a_notice_names_a_school_unit check (unit_code ~ '^[0-9]{8}$'),
  unit_name text not null,
  authority_name text not null,
  -- Elevens uppgifter och kontaktpersonens: tas bort när de inte längre behövs (förordning 2006:39).
  number text constraint a_notice_is_of_an_identity_number check (number ~ '^[0-9]{12}$'),
  given_name text not null constraint a_given_name_is_short check (length(given_name) <= 80),
  family_name text not null constraint a_family_name_is_short check (length(family_name) <= 80),
  contact_name text not null constraint a_contact_name_is_short check (length(contact_name) <= 80),
  contact_phone text not null constraint a_contact_phone_is_short check (length(contact_phone) <= 20),
  contact_email text not null constraint a_contact_address_is_short check (length(contact_email) <= 200),
  -- Vad som hände: första dagen, sista dagen, eller frånvaroperiodens sista dag.
  event_on date not null,
  from_on date,
  school_type text,
  education_code text not null default '' constraint an_education_code_is_plain check (education_code ~ '^[A-ZÅÄÖ0-9]{0,9}$'),
  how_ended text constraint how_it_ended_is_known check (how_ended in ('interrupted', 'completed', 'changedSchool')),
  hours numeric(6, 1),
  school_did text[] not null default '{}' constraint what_the_school_did_is_known check
    (school_did <@ array['talk', 'informedHome', 'investigation', 'adapted', 'meeting']),
  reported_to_csn boolean,
  received_at timestamptz not null default clock_timestamp(),
  -- Vidarebefordrad: när skolan anmälde till den kommun som skickade vidare. Skolans klocka går efter det, vår efter received_at.
  first_told_at timestamptz,
  -- Vidarebefordrad härifrån, och sedan tillbaka: den väntar här igen, så att ingen anmälan faller mellan två kommuner.
  returned_from text constraint a_returning_municipality_is_a_code check (returned_from ~ '^[0-9]{4}$'),
  -- Samma sak anmäld igen sedan minnet av den första tagit slut: 1, 2 ... Minnet är lika långt vad som än blev av den första.
  again integer not null default 0 constraint again_is_counted check (again >= 0),
  annulled_at timestamptz,
  annul_reason text constraint annul_reason_is_known check (annul_reason in ('mistake', 'wrongPupil', 'changed')),
  annulled_via text constraint annulled_via_is_known check (annulled_via in ('api', 'form', 'forwarded')),
  -- Faktumet som anmälan gav är borttaget igen (eller det fanns inget).
  annul_settled_at timestamptz,
  wiped_at timestamptz,
  constraint a_start_says_which_school_type check ((kind = 'start') = (school_type is not null) and coalesce(school_type in ('GY', 'GYAN'), true)),
  constraint an_end_says_how check ((kind = 'end') = (how_ended is not null)),
  constraint an_absence_says_how_much check ((kind = 'absence') = (hours is not null and from_on is not null and reported_to_csn is not null)),
  constraint only_an_absence_says_how_much check (kind = 'absence' or (hours is null and from_on is null and reported_to_csn is null and school_did = '{}')),
  constraint absence_is_some_hours check (hours > 0 and hours <= 24 * (event_on - from_on + 1)),
  constraint absence_begins_before_it_ends check (from_on <= event_on),
  constraint forwarded_says_by_whom check ((origin = 'forwarded') = (from_municipality is not null)),
  constraint forwarded_says_when_it_was_told check ((origin = 'forwarded') = (first_told_at is not null)),
  constraint it_was_told_before_it_came check (first_told_at <= received_at),
  constraint ours_is_from_a_known_authority check (origin = 'forwarded' or authority_pk is not null),
  constraint a_client_sends_by_the_interface check ((origin = 'api') = (client_pk is not null)),
  constraint annulled_says_why_and_how check ((annulled_at is null) = (annul_reason is null) and (annulled_at is null) = (annulled_via is null)),
  constraint wiped_is_wiped check ((wiped_at is null) = (number is not null)
    and (wiped_at is null or (given_name, family_name, contact_name, contact_phone, contact_email) = ('', '', '', '', '')))
);
comment on table notices.notice is 'Anmälningar. Ett förslag tills någon godtar det eller det stämmer med en källa. Återtagna står kvar.';
-- Samma sak anmäld två gånger är en anmälan. Det som en annan kommun skickat hit är inte skolans egen: svaret till skolan får inte hänga på det.
create unique index one_notice_of_an_event on notices.notice (unit_code, number, kind, event_on, again, coalesce(from_municipality, ''))
  where annulled_at is null and number is not null;
create index notice_by_number on notices.notice (number, id);
create index notice_by_authority on notices.notice (authority_pk, id);
create index notice_by_time on notices.notice (received_at);
grant select, insert, update (number, given_name, family_name, contact_name, contact_phone, contact_email, annulled_at, annul_reason, annulled_via,
  annul_settled_at, returned_from, wiped_at) on notices.notice to lots_app;

create function notices.a_notice_is_annulled_or_wiped_once() returns trigger language plpgsql as $$
begin
  if old.annulled_at is not null and (new.annulled_at, new.annul_reason, new.annulled_via) is distinct from (old.annulled_at, old.annul_reason, old.annulled_via) then
    raise exception 'a notice is annulled once' using errcode = 'restrict_violation';
  end if;
  if new.wiped_at is null and (new.number, new.given_name, new.family_name, new.contact_name, new.contact_phone, new.contact_email)
      is distinct from (old.number, old.given_name, old.family_name, old.contact_name, old.contact_phone, old.contact_email) then
    raise exception 'a notice is wiped or stands as it was sent' using errcode = 'restrict_violation';
  end if;
  if old.wiped_at is not null and new.wiped_at is distinct from old.wiped_at then
    raise exception 'a notice that is wiped stays wiped' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_notice_is_annulled_or_wiped_once before update on notices.notice
  for each row execute function notices.a_notice_is_annulled_or_wiped_once();

create table notices.decision (
  id bigint generated always as identity primary key,
  notice_pk bigint not null references notices.notice,
  outcome text not null constraint outcome_of_a_notice_is_known check (outcome in ('accepted', 'agreed', 'refused', 'forwarded', 'answered')),
  -- Tomt: ingen människa, uppgiften stämde med en källa.
  decided_by uuid references access.staff,
  decided_at timestamptz not null default clock_timestamp(),
  reason text constraint refusal_reason_is_known check (reason in ('notResident', 'wrongPerson', 'contradicted', 'notForUs')),
  answer text constraint answer_to_a_school_is_known check (answer in ('anotherMunicipality', 'checkNumber', 'contactUs')),
  to_municipality text constraint a_forwarding_names_a_municipality check (to_municipality ~ '^[0-9]{4}$'),
  -- Vidarebefordran: inom anläggningen, eller för hand; och när den är framme eller överlämnad (och av vem).
  delivery text constraint delivery_is_known check (delivery in ('inside', 'byHand')),
  delivered_at timestamptz,
  delivered_by uuid references access.staff,
  -- När skolans adress fick veta att det finns ett svar.
  school_told_at timestamptz,
  -- Hur många gånger det har prövats. Det prövas glesare och glesare, och sedan inte mer.
  tell_tries integer not null default 0,
  effect text not null default 'none' constraint effect_is_known check (effect in ('none', 'began', 'ended', 'sourceSaysSo', 'nothingToEnd', 'already')),
  -- Faktumet i registret som godtagandet gav, och det som det tog platsen för.
  fact_id bigint,
  replaced_fact_id bigint,
  undone_at timestamptz,
  undone_by uuid references access.staff,
  constraint a_refusal_has_a_reason check ((outcome = 'refused') = (reason is not null)),
  constraint an_answer_has_its_words check ((outcome = 'answered') = (answer is not null)),
  constraint a_forwarding_has_a_receiver check ((outcome = 'forwarded') = (to_municipality is not null)),
  constraint only_what_agrees_is_decided_by_nobody check ((outcome = 'agreed') = (decided_by is null)),
  constraint only_an_accepted_notice_has_a_fact check (outcome = 'accepted' or (fact_id is null and effect in ('none', 'sourceSaysSo', 'already'))),
  constraint a_fact_has_an_effect check ((fact_id is not null) = (effect in ('began', 'ended'))),
  constraint only_a_forwarding_is_delivered check (outcome = 'forwarded' or (delivery is null and delivered_at is null)),
  constraint inside_it_is_delivered_at_once check (delivery is distinct from 'inside' or delivered_at is not null),
  constraint handed_over_says_by_whom check ((delivered_by is not null) = (delivered_at is not null and delivery is not distinct from 'byHand')),
  constraint only_an_answer_is_told check (outcome = 'answered' or (school_told_at is null and tell_tries = 0)),
  constraint tries_are_counted check (tell_tries >= 0)
);
comment on table notices.decision is 'Vad som blev av en anmälan. Ett beslut i taget; ett som ångras står kvar.';
create unique index one_decision_at_a_time on notices.decision (notice_pk) where undone_at is null;
create index decision_by_fact on notices.decision (replaced_fact_id) where replaced_fact_id is not null;
grant select, insert, update (delivered_at, delivery, delivered_by, school_told_at, tell_tries, undone_at, undone_by) on notices.decision to lots_app;

create function notices.an_annulled_notice_is_not_decided() returns trigger language plpgsql as $$
begin
  if exists (select from notices.notice n where n.id = new.notice_pk and n.annulled_at is not null) then
    raise exception 'a notice that is annulled is not decided' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_annulled_notice_is_not_decided before insert on notices.decision
  for each row execute function notices.an_annulled_notice_is_not_decided();
create function notices.a_decision_is_undone_once() returns trigger language plpgsql as $$
begin
  if old.undone_at is not null then
    raise exception 'a decision is undone once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_decision_is_undone_once before update on notices.decision for each row execute function notices.a_decision_is_undone_once();
grant usage on all sequences in schema notices to lots_app;

-- En anmälan som godtagits är ett faktum om studier från skolan själv: det hittas snabbt när andra källors inskrivningar läses.
create index enrolment_by_notice on register.enrolment (person_id, school_unit) where source = 'anmalan';
