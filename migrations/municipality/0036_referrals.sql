-- Up Migration
-- Hänvisningar till en egen verksamhet, en samverkanspartner eller en åtgärd: bara med samtycke, med svar, klocka och utfall.
create schema referrals;
grant usage on schema referrals to lots_app;

create table referrals.referral (
  id bigint generated always as identity primary key,
  referral_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  consent_id bigint not null references consents.consent,
  -- Det som mottagaren får se, tecken för tecken som det visades innan det skickades. Tas bort när hänvisningen är över; kvar blir kontrollsumman.
  content text,
  content_hash text not null constraint a_content_hash_is_a_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  -- Dit det skickas att något väntar, eller att uppgifterna inte längre får användas. Aldrig något om ungdomen. Tas bort när mottagaren vet.
  receiver_email text constraint a_receiver_has_one_address check (receiver_email ~ '^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$' and length(receiver_email) <= 200),
  sent_by uuid not null references access.staff,
  sent_on date not null,
  sent_at timestamptz not null default clock_timestamp(),
  opened_at timestamptz,
  answered_on date,
  answer text constraint referral_answer_is_known check (answer in ('accepted', 'rejected')),
  reject_reason text constraint reject_reason_is_known check (reject_reason in ('full', 'notForThem', 'otherOffer', 'notReached', 'declined')),
  -- Svaret kom genom länken, eller skrevs av en kollega som hörde det.
  answered_by uuid references access.staff,
  revoked_on date,
  revoked_by uuid references access.staff,
  withdrawn_on date,
  ended_on date,
  -- Mottagaren har läst att samtycket eller hänvisningen är återkallad och säger sig ha tagit bort det hen fick; eller någon har sagt det till mottagaren.
  acknowledged_at timestamptz,
  told_on date,
  told_how text constraint how_a_receiver_is_told_is_known check (told_how in ('phone', 'email', 'meeting', 'letter')),
  told_by uuid references access.staff,
  constraint what_was_sent_is_what_was_shown check (content is null or content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint an_answer_has_a_day check ((answer is null) = (answered_on is null)),
  constraint a_rejection_says_why check ((reject_reason is not null) = coalesce(answer = 'rejected', false)),
  constraint an_answer_is_written_by_somebody check (answered_by is null or answer is not null),
  -- Utan namn: av sig själv, när ungdomen fått skyddade personuppgifter.
  constraint revoked_says_by_whom check (revoked_by is null or revoked_on is not null),
  constraint told_says_how_and_by_whom check ((told_on is null) = (told_how is null) and (told_on is null) = (told_by is null)),
  constraint a_referral_goes_forward check (answered_on >= sent_on and revoked_on >= sent_on and withdrawn_on >= sent_on and ended_on >= answered_on),
  constraint a_referral_is_over_in_one_way check (num_nonnulls(revoked_on, withdrawn_on, ended_on) <= 1 and (answer is distinct from 'rejected' or ended_on is null)),
  constraint only_what_was_accepted_ends check (ended_on is null or coalesce(answer = 'accepted', false)),
  constraint what_was_sent_goes_when_it_is_over check (content is null
    or (revoked_on is null and withdrawn_on is null and ended_on is null and answer is distinct from 'rejected')),
  constraint receivers_are_told_of_what_is_called_back check ((acknowledged_at is null and told_on is null) or revoked_on is not null or withdrawn_on is not null)
);
comment on table referrals.referral is 'Hänvisningar: skickade med samtycke, besvarade, återkallade, avslutade.';
create index referral_by_person on referrals.referral (person_id, id);
create index referral_by_consent on referrals.referral (consent_id);
-- Två hänvisningar med samma samtycke pågår aldrig på en gång.
create unique index one_referral_goes_on_with_a_consent on referrals.referral (consent_id)
  where revoked_on is null and withdrawn_on is null and ended_on is null and answer is distinct from 'rejected';
grant select, insert, update (content, receiver_email, opened_at, answered_on, answer, reject_reason, answered_by, revoked_on, revoked_by, withdrawn_on, ended_on,
  acknowledged_at, told_on, told_how, told_by) on referrals.referral to lots_app;

create table referrals.link (
  token_hash bytea primary key constraint referral_token_is_hashed check (octet_length(token_hash) = 32),
  referral_id bigint not null references referrals.referral,
  made_at timestamptz not null default clock_timestamp(),
  -- Någon gjorde en ny i stället: den gamla leder ingenstans.
  replaced_at timestamptz
);
comment on table referrals.link is 'Länkar till hänvisningar. Hemligheten finns bara i länken: den som kopieras, eller den som skrivs i e-posten när den går iväg.';
create index link_by_referral on referrals.link (referral_id);
grant select, insert, update (replaced_at) on referrals.link to lots_app;

create table referrals.outcome (
  id bigint generated always as identity primary key,
  referral_id bigint not null references referrals.referral,
  kind text not null constraint outcome_of_a_referral_is_known check (kind in ('began', 'neverCame', 'endedToWork', 'endedToStudies', 'ended')),
  on_day date not null,
  said_on date not null,
  said_at timestamptz not null default clock_timestamp(),
  -- Tom: sagt av mottagaren genom länken.
  said_by uuid references access.staff,
  occupation_id bigint references outreach.occupation,
  constraint an_outcome_has_been check (on_day <= said_on),
  constraint each_outcome_once unique (referral_id, kind)
);
comment on table referrals.outcome is 'Vad det blev av hänvisningar. Det som säger vad ungdomen gör är också en uppgift om sysselsättning.';
grant select, insert on referrals.outcome to lots_app;
grant usage on all sequences in schema referrals to lots_app;

create function referrals.a_referral_is_sent_with_consent() returns trigger language plpgsql as $$
declare
  c consents.consent;
begin
  -- Låses: den som återkallar väntar, eller så syns det här.
  select * into c from consents.consent where id = new.consent_id for share;
  if c.withdrawn_on is not null or c.until_on < new.sent_on or c.given_on > new.sent_on then
    raise exception 'a referral is sent with consent in force' using errcode = 'restrict_violation';
  end if;
  if register.root_now(c.person_id) <> register.root_now(new.person_id) then
    raise exception 'a referral is sent with the consent of the same youth' using errcode = 'restrict_violation';
  end if;
  if new.content is null or exists (select from jsonb_object_keys(new.content::jsonb) k where k <> 'format' and k <> all (c.fields)) then
    raise exception 'no more is sent than there is consent to' using errcode = 'restrict_violation';
  end if;
  if register.is_protected(new.person_id) then
    raise exception 'somebody protected is not referred by link' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_referral_is_sent_with_consent before insert on referrals.referral
  for each row execute function referrals.a_referral_is_sent_with_consent();

create function referrals.what_was_said_of_a_referral_stands() returns trigger language plpgsql as $$
begin
  if new.content is not null and new.content is distinct from old.content then
    raise exception 'what was sent is not changed' using errcode = 'restrict_violation';
  end if;
  if old.answer is not null and (new.answer, new.answered_on, new.reject_reason) is distinct from (old.answer, old.answered_on, old.reject_reason) then
    raise exception 'a referral is answered once' using errcode = 'restrict_violation';
  end if;
  if num_nonnulls(old.revoked_on, old.withdrawn_on, old.ended_on) > 0
    and (new.revoked_on, new.withdrawn_on, new.ended_on) is distinct from (old.revoked_on, old.withdrawn_on, old.ended_on) then
    raise exception 'a referral that is over stays over' using errcode = 'restrict_violation';
  end if;
  if old.answer is null and new.answer is not null and (new.revoked_on is not null or new.withdrawn_on is not null) then
    raise exception 'what was called back is not answered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_was_said_of_a_referral_stands before update on referrals.referral
  for each row execute function referrals.what_was_said_of_a_referral_stands();

create function referrals.an_outcome_is_of_what_was_accepted() returns trigger language plpgsql as $$
declare
  r referrals.referral;
begin
  select * into r from referrals.referral where id = new.referral_id for update;
  if r.answer is distinct from 'accepted' or num_nonnulls(r.revoked_on, r.withdrawn_on, r.ended_on) > 0 then
    raise exception 'an outcome is of what was accepted and goes on' using errcode = 'restrict_violation';
  end if;
  if new.kind = 'neverCame' and exists (select from referrals.outcome o where o.referral_id = new.referral_id and o.kind = 'began') then
    raise exception 'who has begun has come' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_outcome_is_of_what_was_accepted before insert on referrals.outcome
  for each row execute function referrals.an_outcome_is_of_what_was_accepted();

-- Den som återkallar ett samtycke återkallar det som delas med det, i samma ögonblick: länkarna visar inget mer, och det som skickades tas bort.
create function referrals.withdrawal_ends_what_is_shared() returns trigger language plpgsql as $$
begin
  update referrals.referral r set withdrawn_on = new.withdrawn_on, content = null
    where r.consent_id = new.id and num_nonnulls(r.revoked_on, r.withdrawn_on, r.ended_on) = 0;
  return null;
end $$;
create trigger withdrawal_ends_what_is_shared after update of withdrawn_on on consents.consent
  for each row when (old.withdrawn_on is null and new.withdrawn_on is not null) execute function referrals.withdrawal_ends_what_is_shared();

-- E-post till mottagaren går genom utlådan, och säger bara att något väntar eller inte längre gäller.
alter table messaging.message add column referral_id uuid references referrals.referral (referral_id);
alter table messaging.message drop constraint a_message_goes_to_somebody;
alter table messaging.message add constraint a_message_goes_to_somebody check (num_nonnulls(person_id, staff_id, referral_id) = 1);
alter table messaging.message add constraint receivers_of_referrals_are_written_to_by_mail
  check ((referral_id is not null) = (template_key in ('referralEmail', 'referralBackEmail')) and (referral_id is null or channel = 'email'));
create index message_by_referral on messaging.message (referral_id) where referral_id is not null;

-- Det mottagaren tackat ja till kan bli en åtgärd: högst en som står eller väntar.
alter table measures.measure drop constraint measure_origin_is_known;
alter table measures.measure add constraint measure_origin_is_known check (origin in ('hand', 'coding', 'plan', 'referral'));
alter table measures.measure add constraint a_measure_of_a_referral_names_it check (origin <> 'referral' or origin_id is not null);
create unique index a_referral_is_one_measure on measures.measure (origin_id) where origin = 'referral' and struck_at is null and placement <> 'refused';

-- Vad ungdomen gör kan sägas av den som tagit emot en hänvisning.
alter table outreach.occupation drop constraint occupation_origin_is_known;
alter table outreach.occupation add constraint occupation_origin_is_known
  check (origin in ('hand', 'contact', 'reply', 'question', 'confirm', 'measure', 'coding', 'referral'));
