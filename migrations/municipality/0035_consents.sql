-- Up Migration
-- Samtycken: vad ungdomen har sagt ja till att vi delar, med vem, till vad och hur länge. Aldrig grunden för registret.
create schema consents;
grant usage on schema consents to lots_app;

create table consents.consent (
  id bigint generated always as identity primary key,
  consent_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  purpose text not null constraint purpose_is_known check (purpose in ('joinActivity', 'planTogether', 'followUp', 'handOver')),
  receiver_kind text not null constraint receiver_of_a_consent_is_known check (receiver_kind in ('internal', 'partner', 'measure')),
  -- En samverkanspartners namn tas bort när samtycket är över och mottagaren har fått veta det: vilka någons kontakter är kan vara känsligt (förordning 2006:39 5 §).
  receiver_name text not null constraint a_receiver_has_a_short_name check (length(receiver_name) <= 120),
  -- Bara det som registret får innehålla kan delas (4 §).
  fields text[] not null constraint only_what_may_be_kept_is_shared check (cardinality(fields) > 0
    and fields <@ array['name', 'birthDate', 'number', 'address', 'phones', 'emails', 'occupation', 'measures', 'planGoal']),
  how text not null constraint how_a_consent_is_given_is_known check (how in ('inPerson', 'phone', 'written', 'digital')),
  given_on date not null,
  -- Sista dagen som det gäller.
  until_on date not null,
  -- Dagen då en vårdnadshavare också sade ja, där kommunen kräver det. Aldrig vem.
  guardian_on date,
  -- Vad den som skrev in det fick se att mottagaren skulle få se.
  previewed text not null constraint a_preview_is_a_hash check (previewed ~ '^[0-9a-f]{64}$'),
  recorded_by uuid not null references access.staff,
  recorded_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  withdrawn_on date,
  withdrawn_at timestamptz,
  withdrawn_by uuid references access.staff,
  constraint a_consent_holds_for_a_time check (until_on >= given_on and until_on >= recorded_on and until_on <= given_on + 730),
  constraint a_consent_is_given_before_it_is_recorded check (given_on <= recorded_on),
  constraint a_consent_tells_who_it_is_of check (fields && array['name', 'number']),
  constraint withdrawn_says_when_and_by_whom check ((withdrawn_on is null) = (withdrawn_at is null) and (withdrawn_on is null) = (withdrawn_by is null)),
  constraint a_consent_is_withdrawn_after_it_is_recorded check (withdrawn_on >= recorded_on)
);
comment on table consents.consent is 'Samtycken till att dela uppgifter utanför registret. Återkallas, ändras aldrig.';
create index consent_by_person on consents.consent (person_id, id);
grant select, insert, update (receiver_name, withdrawn_on, withdrawn_at, withdrawn_by) on consents.consent to lots_app;

create function consents.a_consent_is_of_somebody_who_may_be_shared() returns trigger language plpgsql as $$
begin
  if register.is_protected(new.person_id) then
    raise exception 'a consent is not of somebody protected' using errcode = 'restrict_violation';
  end if;
  if not measures.is_followed(new.person_id, new.recorded_on) then
    raise exception 'a consent is of somebody followed' using errcode = 'restrict_violation';
  end if;
  -- Vårdnadshavare har inget med vuxna att göra. Den som är född på skottdagen fyller 18 den 1 mars.
  if new.guardian_on is not null and exists (select from worklist.youth y where y.person_id = register.root_now(new.person_id)
      and (y.born_on + interval '18 years')::date + (to_char(y.born_on, 'MMDD') = '0229')::int <= new.given_on) then
    raise exception 'a guardian says yes for somebody under eighteen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_consent_is_of_somebody_who_may_be_shared before insert on consents.consent
  for each row execute function consents.a_consent_is_of_somebody_who_may_be_shared();

create function consents.a_withdrawn_consent_stays_withdrawn() returns trigger language plpgsql as $$
begin
  if old.withdrawn_on is not null and (new.withdrawn_on, new.withdrawn_at, new.withdrawn_by) is distinct from (old.withdrawn_on, old.withdrawn_at, old.withdrawn_by) then
    raise exception 'a withdrawn consent stays withdrawn' using errcode = 'restrict_violation';
  end if;
  if new.receiver_name <> old.receiver_name and new.receiver_name <> '' then
    raise exception 'a consent is for the receiver that was named' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_withdrawn_consent_stays_withdrawn before update on consents.consent
  for each row execute function consents.a_withdrawn_consent_stays_withdrawn();
grant usage on all sequences in schema consents to lots_app;
