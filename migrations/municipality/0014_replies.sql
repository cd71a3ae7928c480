-- Up Migration
-- Svarssidan: koder i brev, kort och sms, och svaren som väntar på att en människa tar ställning.
create schema replies;
grant usage on schema replies to lots_app;

create table replies.code (
  id bigint generated always as identity primary key,
  -- Koden själv finns bara i brevet; här finns dess kondensat.
  code_hash bytea not null unique constraint code_is_hashed check (octet_length(code_hash) = 32),
  person_id bigint not null references register.person,
  message_id uuid,
  -- Hur koden kom fram: svaret räknas som en kontakt på samma kanal.
  channel text not null default 'letter' constraint code_channel_is_known check (channel in ('letter', 'sms', 'email', 'visitCard')),
  issued_at timestamptz not null default clock_timestamp(),
  valid_until timestamptz not null,
  revoked_at timestamptz,
  constraint a_code_lasts check (valid_until > issued_at)
);
comment on table replies.code is 'Koder till svarssidan. Kan inte räknas ut ur något om ungdomen, och leder inte till något om hen.';
create index code_by_person on replies.code (person_id);
grant select, insert, update (revoked_at) on replies.code to lots_app;
create function replies.a_code_is_revoked_once() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'a code is revoked once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_code_is_revoked_once before update on replies.code
  for each row execute function replies.a_code_is_revoked_once();

create table replies.answer (
  id bigint generated always as identity primary key,
  answer_id uuid not null unique default gen_random_uuid(),
  code_id bigint not null references replies.code,
  person_id bigint not null references register.person,
  kind text not null constraint answer_kind_is_known check (kind in ('callMe', 'studying', 'working', 'somethingElse', 'notNow')),
  detail jsonb not null default '{}',
  lang text not null constraint answer_lang_is_known check (lang in ('sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk')),
  answered_at timestamptz not null default clock_timestamp(),
  state text not null default 'open' constraint answer_state_is_known check (state in ('open', 'accepted', 'rejected', 'replaced')),
  decided_by uuid references access.staff,
  decided_at timestamptz,
  reason text,
  constraint decided_says_by_whom check ((state in ('accepted', 'rejected')) = (decided_by is not null)),
  constraint decided_says_when check ((state = 'open') = (decided_at is null)),
  constraint a_rejection_says_why check (state <> 'rejected' or btrim(reason) <> '')
);
comment on table replies.answer is 'Svar från svarssidan. Ett förslag tills någon godtar det eller säger nej; ett nytt svar med samma kod ersätter det som väntar.';
create unique index one_open_answer_per_code on replies.answer (code_id) where state = 'open';
create index answer_by_person on replies.answer (person_id, id);
create index answer_that_waits on replies.answer (answered_at) where state = 'open';
grant select, insert, update (state, decided_by, decided_at, reason) on replies.answer to lots_app;
create function replies.an_answer_is_decided_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then
    raise exception 'an answer is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_answer_is_decided_once before update on replies.answer
  for each row execute function replies.an_answer_is_decided_once();
-- Den som svarar har en kod som gäller, och svaret är den ungdomens som fick koden.
create function replies.an_answer_comes_with_a_live_code() returns trigger language plpgsql as $$
begin
  if not exists (select from replies.code c where c.id = new.code_id and c.revoked_at is null and c.valid_until > now()
      and register.root_now(c.person_id) = register.root_now(new.person_id)) then
    raise exception 'an answer comes with a live code' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_answer_comes_with_a_live_code before insert on replies.answer
  for each row execute function replies.an_answer_comes_with_a_live_code();
create trigger lists_hear_of_it after insert or update on replies.answer for each statement execute function worklist.note_change();
grant usage on all sequences in schema replies to lots_app;
