-- Up Migration
-- En enda fråga till en skola, en arbetsgivare eller en annan aktör, utan konto.
create schema questions;
grant usage on schema questions to lots_app;

create table questions.question (
  id bigint generated always as identity primary key,
  question_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  token_hash bytea not null unique constraint question_token_is_hashed check (octet_length(token_hash) = 32),
  receiver_kind text not null constraint receiver_kind_is_known check (receiver_kind in ('school', 'employer', 'otherActor')),
  -- Vem som fick frågan. En annan aktörs namn tas bort när frågan är besvarad eller har gått ut (förordning 2006:39 5 §).
  receiver_name text not null constraint receiver_name_is_short check (length(receiver_name) <= 120),
  -- Vad den som frågar valde att visa: ett eller flera av givenName, familyName, birthYear, birthDate.
  shown text[] not null constraint something_is_shown check (cardinality(shown) > 0 and shown <@ array['givenName', 'familyName', 'birthYear', 'birthDate']),
  asked_by uuid not null references access.staff,
  asked_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  opened_at timestamptz,
  answered_at timestamptz,
  answer text constraint question_answer_is_known check (answer in ('yes', 'no', 'unknown')),
  since_on date,
  revoked_at timestamptz,
  occupation_id bigint references outreach.occupation,
  contact_id bigint references outreach.contact,
  constraint a_question_expires check (expires_at > asked_at and expires_at <= asked_at + interval '60 days'),
  constraint an_answer_has_a_time check ((answer is null) = (answered_at is null)),
  constraint since_belongs_to_a_yes check (since_on is null or coalesce(answer = 'yes', false)),
  constraint answered_or_revoked check (answered_at is null or revoked_at is null),
  -- En minut för den som hann öppna sidan och väntade på en annan transaktion.
  constraint an_answer_comes_in_time check (answered_at <= expires_at + interval '1 minute'),
  constraint what_is_shown_tells_who check (shown @> array['givenName', 'familyName'] or (shown @> array['birthDate'] and shown && array['givenName', 'familyName'])),
  constraint the_name_of_another_actor_goes_when_it_is_over check (receiver_kind <> 'otherActor' or receiver_name = '' or (answered_at is null and revoked_at is null))
);
comment on table questions.question is 'Frågor med en enda knapp till någon utanför, och svaret. Besvaras en gång.';
create index question_by_person on questions.question (person_id, id);
grant select, insert, update (receiver_name, opened_at, answered_at, answer, since_on, revoked_at, occupation_id, contact_id) on questions.question to lots_app;
create function questions.a_question_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null and (new.answer, new.answered_at, new.since_on) is distinct from (old.answer, old.answered_at, old.since_on) then
    raise exception 'a question is answered once' using errcode = 'restrict_violation';
  end if;
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'a question that is withdrawn stays withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_question_is_answered_once before update on questions.question
  for each row execute function questions.a_question_is_answered_once();
grant usage on all sequences in schema questions to lots_app;
