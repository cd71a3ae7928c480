-- Up Migration
-- Nätverket: partner med vad de erbjuder och när de träffas, överenskommelser med slutdag, och nätverksmöten där varje ungdom är en fråga och inget papper.
create schema network;
grant usage on schema network to lots_app;

create table network.partner (
  id bigint generated always as identity primary key,
  partner_id uuid not null unique default gen_random_uuid(),
  version integer not null default 1 constraint a_partner_version_counts_up check (version >= 1),
  kind text not null constraint partner_kind_is_known
    check (kind in ('unit', 'district', 'fieldWork', 'youthClinic', 'police', 'employmentService', 'school', 'project', 'other')),
  name text not null constraint a_partner_has_a_name check (btrim(name) = name and length(name) between 1 and 120),
  area text not null default '' constraint a_partner_area_is_short check (length(area) <= 120),
  offers text not null default '' constraint what_a_partner_offers_is_short check (length(offers) <= 1000),
  meets text not null default '' constraint when_a_partner_meets_is_short check (length(meets) <= 300),
  -- Den som svarar hos partnern i sitt arbete. Aldrig någon ungdom.
  contact text not null default '' constraint a_partner_contact_is_short check (length(contact) <= 120),
  phone text constraint a_partner_phone_is_international check (phone ~ '^\+[0-9]{7,15}$'),
  email text constraint a_partner_address_is_one_address check (email ~ '^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$' and length(email) <= 200),
  -- Samarbetet har upphört från den dagen. En partner tas aldrig bort.
  ended_on date,
  changed_by uuid references access.staff,
  changed_at timestamptz not null default clock_timestamp()
);
comment on table network.partner is 'Partnerkatalogen: vilka som finns, vad de erbjuder och när de träffas. Inget om någon ungdom.';
create unique index one_partner_by_each_name on network.partner (lower(name), lower(area)) where ended_on is null;
grant select, insert, update (version, kind, name, area, offers, meets, contact, phone, email, ended_on, changed_by, changed_at) on network.partner to lots_app;

create table network.agreement (
  id bigint generated always as identity primary key,
  agreement_id uuid not null unique default gen_random_uuid(),
  partner_pk bigint not null references network.partner,
  name text not null constraint an_agreement_has_a_name check (btrim(name) = name and length(name) between 1 and 160),
  -- Diarienummer eller annan beteckning, om det finns.
  reference text not null default '' constraint an_agreement_reference_is_short check (length(reference) <= 60),
  from_on date not null,
  -- Sista dagen den gäller; tomt: tills vidare.
  last_on date,
  remind_days integer not null constraint a_reminder_comes_in_time check (remind_days between 0 and 365),
  ended_on date,
  -- Överenskommelsen som den här förlänger: den slutar då att påminna.
  renews_pk bigint references network.agreement,
  made_by uuid references access.staff,
  made_at timestamptz not null default clock_timestamp(),
  constraint an_agreement_ends_after_it_begins check (last_on is null or last_on >= from_on),
  constraint an_agreement_is_ended_after_it_begins check (ended_on is null or ended_on >= from_on)
);
comment on table network.agreement is 'Överenskommelser med partner. Skrivs inte om: en förlängning är en ny, och en som sägs upp får en slutdag.';
create index agreement_by_partner on network.agreement (partner_pk, from_on);
grant select, insert, update (ended_on) on network.agreement to lots_app;
create function network.an_agreement_is_ended_once() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null and new.ended_on is distinct from old.ended_on then
    raise exception 'an agreement is ended once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create function network.an_agreement_renews_one_with_the_same_partner() returns trigger language plpgsql as $$
begin
  if not exists (select from network.agreement a where a.id = new.renews_pk and a.partner_pk = new.partner_pk) then
    raise exception 'an agreement renews one with the same partner' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_agreement_renews_one_with_the_same_partner before insert on network.agreement
  for each row when (new.renews_pk is not null) execute function network.an_agreement_renews_one_with_the_same_partner();
create trigger an_agreement_is_ended_once before update on network.agreement for each row execute function network.an_agreement_is_ended_once();

create table network.meeting (
  id bigint generated always as identity primary key,
  meeting_id uuid not null unique default gen_random_uuid(),
  partner_pk bigint not null references network.partner,
  held_on date not null,
  begins_at time not null,
  place text not null default '' constraint a_meeting_place_is_short check (length(place) <= 120),
  made_by uuid references access.staff,
  made_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  -- Vad som blir kvar av mötet: antal. Vilka ungdomar det gällde står på deras sidor, utan partnern.
  asked integer,
  yes integer,
  no integer,
  unknown integer,
  constraint a_closed_meeting_has_its_counts
    check ((closed_at is null) = (asked is null) and (asked is null) = (yes is null) and (asked is null) = (no is null) and (asked is null) = (unknown is null)),
  constraint answers_are_among_the_asked check (yes >= 0 and no >= 0 and unknown >= 0 and yes + no + unknown <= asked)
);
comment on table network.meeting is 'Nätverksmöten. När mötet är avslutat finns bara antal kvar.';
create index meeting_by_day on network.meeting (held_on);
create index meeting_by_partner on network.meeting (partner_pk);
grant select, insert, update (closed_at, asked, yes, no, unknown) on network.meeting to lots_app;
create function network.a_closed_meeting_stays_closed() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'a closed meeting stays closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_closed_meeting_stays_closed before update on network.meeting for each row execute function network.a_closed_meeting_stays_closed();

-- Vilka frågor som hör till ett möte, så länge det är öppet, och på vilken grund namnet lämnades. Att en viss partner har frågats om en viss ungdom är en
-- känslig uppgift (förordning 2006:39 5 §): raderna tas bort när mötet avslutas.
create table network.asked (
  question_id uuid primary key references questions.question (question_id) on delete cascade,
  meeting_pk bigint not null references network.meeting,
  -- Sagd av den som frågar, aldrig antagen (OSL 8, 10, 12 och 23 kap.).
  ground text not null constraint ask_ground_is_known check (ground in ('consent', 'sameBoard', 'noHarm', 'ownWork', 'generalClause')),
  consent_pk bigint references consents.consent,
  constraint only_the_ground_of_consent_has_one check ((ground = 'consent') = (consent_pk is not null))
);
comment on table network.asked is 'Frågorna på ett öppet möte. Töms när mötet avslutas.';
create index asked_by_meeting on network.asked (meeting_pk);
create index asked_by_consent on network.asked (consent_pk) where consent_pk is not null;
grant select, insert, delete on network.asked to lots_app;
create function network.only_an_open_meeting_asks() returns trigger language plpgsql as $$
declare
  m network.meeting;
  kind text;
begin
  -- Låses: två som frågar på en gång blir inte fler än ett möte hinner.
  select * into m from network.meeting where id = new.meeting_pk for update;
  if m.closed_at is not null then
    raise exception 'only an open meeting asks' using errcode = 'restrict_violation';
  end if;
  if (select count(*) from network.asked a where a.meeting_pk = new.meeting_pk) >= 40 then
    raise exception 'a meeting is not a list' using errcode = 'restrict_violation';
  end if;
  if exists (select from questions.question q where q.question_id = new.question_id and register.is_protected(q.person_id)) then
    raise exception 'nobody protected is asked about at a meeting' using errcode = 'restrict_violation';
  end if;
  select p.kind into kind from network.partner p where p.id = m.partner_pk;
  if (new.ground = 'sameBoard' and kind <> 'unit') or (new.ground = 'generalClause' and kind in ('project', 'other')) then
    raise exception 'the ground is not one for the partner' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_an_open_meeting_asks before insert on network.asked for each row execute function network.only_an_open_meeting_asks();

-- Samtycket gäller samma ungdom, hela tiden länken är öppen, och inte mer visas än det säger.
create function network.a_consent_covers_what_is_asked() returns trigger language plpgsql as $$
declare
  c consents.consent;
  q questions.question;
begin
  -- Låses: den som återkallar väntar, eller så syns det här.
  select * into c from consents.consent where id = new.consent_pk for share;
  select * into q from questions.question where question_id = new.question_id;
  if c.withdrawn_on is not null or c.until_on < (q.expires_at at time zone 'Europe/Stockholm')::date
    or c.given_on > (q.asked_at at time zone 'Europe/Stockholm')::date
    or register.root_now(c.person_id) <> register.root_now(q.person_id)
    or not 'name' = any (c.fields) or (q.shown && array['birthYear', 'birthDate'] and not 'birthDate' = any (c.fields)) then
    raise exception 'a consent covers what is asked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_consent_covers_what_is_asked before insert on network.asked
  for each row when (new.consent_pk is not null) execute function network.a_consent_covers_what_is_asked();
-- Den som återkallar samtycket stänger länken i samma ögonblick.
create function network.withdrawal_takes_back_what_is_asked() returns trigger language plpgsql as $$
begin
  update questions.question q set revoked_at = clock_timestamp(), receiver_name = ''
    from network.asked a where a.consent_pk = new.id and q.question_id = a.question_id and q.answered_at is null and q.revoked_at is null;
  return null;
end $$;
create trigger withdrawal_takes_back_what_is_asked after update of withdrawn_on on consents.consent
  for each row when (old.withdrawn_on is null and new.withdrawn_on is not null) execute function network.withdrawal_takes_back_what_is_asked();

create function network.a_closed_meeting_forgets_whom() returns trigger language plpgsql as $$
begin
  if new.closed_at is not null and exists (select from network.asked a where a.meeting_pk = new.id) then
    raise exception 'a closed meeting forgets whom it asked about' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger a_closed_meeting_forgets_whom after update on network.meeting deferrable initially deferred
  for each row execute function network.a_closed_meeting_forgets_whom();
grant usage on all sequences in schema network to lots_app;

-- På ett nätverksmöte frågas om partnern har kontakt med ungdomen. Svaret säger inget om vad hen gör.
alter table questions.question drop constraint what_is_asked_is_known;
alter table questions.question add constraint what_is_asked_is_known check (asks in ('begun', 'deregistered', 'complaint', 'known'));
alter table questions.question drop constraint only_a_school_deregisters;
alter table questions.question add constraint only_a_school_deregisters check (asks not in ('deregistered', 'complaint') or receiver_kind = 'school');
alter table questions.question add constraint only_another_actor_is_asked_if_known check (asks <> 'known' or receiver_kind = 'otherActor');
