-- Up Migration
-- Enkäter till ungdomar: frågorna som data med versioner, koder som inte säger vems de är, och svaren som bara antal. Här finns ingen rad per svar,
-- ingen klocka finare än kvartalet och inget som leder till en ungdom, en kontakt eller ett möte.
create schema survey;
grant usage on schema survey to lots_app;

-- En text på svenska, och översatt till dem av språken som någon har översatt den till.
create function survey.is_text(value jsonb, longest integer) returns boolean language sql immutable parallel safe as $$
  select coalesce(jsonb_typeof(value) = 'object' and value ? 'sv'
    and not exists (select from jsonb_each(value) e where e.key not in ('sv', 'en', 'ar', 'so', 'prs', 'ti', 'uk')
      or jsonb_typeof(e.value) <> 'string' or length(btrim(e.value #>> '{}')) not between 1 and longest), false)
$$;
-- Hur många val frågan har; null för en fråga som inte går att ställa. Det finns ingen fri text: den kan säga vem som skrev.
create function survey.options_of(question jsonb) returns integer language sql immutable parallel safe as $$
  select case question ->> 'kind'
    when 'scale' then 5
    when 'yesNo' then 2
    when 'choice' then case when jsonb_typeof(question -> 'options') = 'array' and jsonb_array_length(question -> 'options') between 2 and 7
      and not exists (select from jsonb_array_elements(question -> 'options') o where not survey.is_text(o, 80)) then jsonb_array_length(question -> 'options') end
  end
$$;
create function survey.is_questionnaire(content jsonb) returns boolean language sql immutable parallel safe as $$
  select coalesce(content ->> 'occasion' in ('start', 'group', 'meeting') and jsonb_typeof(content -> 'inUse') = 'boolean' and survey.is_text(content -> 'title', 80)
    and jsonb_typeof(content -> 'questions') = 'array' and jsonb_array_length(content -> 'questions') between 1 and 8
    and not exists (select from jsonb_array_elements(content -> 'questions') q where survey.options_of(q) is null
      or not survey.is_text(q -> 'text', 200) or coalesce(q ->> 'key', '') !~ '^[a-zA-Z0-9]{1,30}$')
    and (select count(distinct q ->> 'key') = count(*) from jsonb_array_elements(content -> 'questions') q), false)
$$;
grant execute on function survey.is_text, survey.options_of, survey.is_questionnaire to lots_app;

create table survey.version (
  id integer generated always as identity primary key,
  -- De som följer med har namn; kommunens egna har slumpade.
  key text not null constraint a_questionnaire_has_a_key check (key ~ '^[a-zA-Z0-9-]{1,40}$'),
  version integer not null constraint questionnaire_versions_count_from_one check (version >= 1),
  content jsonb not null constraint a_questionnaire_has_its_shape check (survey.is_questionnaire(content)),
  -- Null: den följer med produkten.
  saved_by uuid references access.staff,
  saved_on date not null default (clock_timestamp() at time zone 'Europe/Stockholm')::date,
  constraint each_version_once unique (key, version)
);
comment on table survey.version is 'Enkäter, version för version. En version ändras aldrig: den som svarade svarade på just de frågorna.';
grant select, insert on survey.version to lots_app;
create function survey.what_was_asked_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was asked stays as it was' using errcode = 'restrict_violation';
end $$;
create trigger what_was_asked_stays before update or delete or truncate on survey.version
  for each statement execute function survey.what_was_asked_stays();
create function survey.a_version_follows_the_one_before() returns trigger language plpgsql as $$
begin
  if new.version <> (select coalesce(max(v.version), 0) + 1 from survey.version v where v.key = new.key) then
    raise exception 'a version follows the one before' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
-- De som följer med kan ha hoppat över en version som aldrig delades ut här.
create trigger a_version_follows_the_one_before before insert on survey.version
  for each row when (new.saved_by is not null) execute function survey.a_version_follows_the_one_before();

create table survey.code (
  -- Koden själv finns bara på lappen; här finns dess kondensat. Ingen rad säger vem som delade ut den, till vem eller när.
  code_hash bytea primary key constraint code_is_hashed check (octet_length(code_hash) = 32),
  version_id integer not null references survey.version,
  unit_id integer not null references organisation.unit,
  -- Alltid en söndag: den som läser ser vilken vecka koden går ut, inte vilken dag den gavs.
  expires_on date not null constraint a_code_expires_with_a_week check (extract(isodow from expires_on) = 7)
);
comment on table survey.code is 'Koder som inte använts. Den som svarar tar bort sin kod, så att inget svar går att följa till en kod.';
create index code_by_expiry on survey.code (expires_on);
-- Programmet lägger in koder men ser dem inte: det frågar efter en i taget, med funktionerna nedan.
grant insert on survey.code to lots_app;

create table survey.tally (
  version_id integer not null references survey.version,
  unit_id integer not null references organisation.unit,
  quarter date not null constraint a_quarter_begins_with_its_first_day check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  question text not null,
  -- Vilket av frågans val, från noll.
  option smallint not null,
  n integer not null constraint answers_are_counted check (n >= 1),
  primary key (version_id, unit_id, quarter, question, option)
);
comment on table survey.tally is 'Hur många som valt vad, per enhet och kvartal. Det är allt som finns av svaren.';
grant select on survey.tally to lots_app;
create function survey.a_tally_is_of_an_option() returns trigger language plpgsql as $$
begin
  if not exists (select from survey.version v, jsonb_array_elements(v.content -> 'questions') q
      where v.id = new.version_id and q ->> 'key' = new.question and new.option between 0 and survey.options_of(q) - 1) then
    raise exception 'an answer is one of the options of its question' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger a_tally_is_of_an_option before insert or update on survey.tally
  for each row execute function survey.a_tally_is_of_an_option();
create function survey.answers_are_only_added() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or (new.version_id, new.unit_id, new.quarter, new.question, new.option) is distinct from (old.version_id, old.unit_id, old.quarter, old.question, old.option)
    or new.n <> old.n + 1 then
    raise exception 'answers are only added, one at a time' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger answers_are_only_added before update or delete on survey.tally
  for each row execute function survey.answers_are_only_added();

create function survey.today() returns date language sql volatile parallel safe set search_path = pg_catalog as $$
  select (clock_timestamp() at time zone 'Europe/Stockholm')::date
$$;

-- Vilken version en kod som gäller är till; null för alla andra, vad som än är fel med dem.
create function survey.asked_by(hash bytea) returns integer language sql volatile security definer set search_path = pg_catalog as $$
  select c.version_id from survey.code c where c.code_hash = hash and c.expires_on >= survey.today()
$$;

-- Ett svar: koden tas bort och antalen räknas upp, i samma ögonblick. Av två som svarar med samma kod samtidigt är det bara den första som räknas.
-- `said` är {fråga: val}. Falskt när koden inte gäller.
create function survey.answer(hash bytea, said jsonb) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  used survey.code;
begin
  delete from survey.code c where c.code_hash = hash and c.expires_on >= survey.today() returning c.* into used;
  if not found then
    return false;
  end if;
  if jsonb_typeof(said) <> 'object' or said = '{}' or exists (select from jsonb_each(said) s where jsonb_typeof(s.value) <> 'number' or s.value #>> '{}' !~ '^\d{1,2}$') then
    raise exception 'an answer says which option of which question' using errcode = 'check_violation';
  end if;
  insert into survey.tally as t (version_id, unit_id, quarter, question, option, n)
    select used.version_id, used.unit_id, date_trunc('quarter', survey.today()::timestamp)::date, s.key, (s.value #>> '{}')::smallint, 1
    from jsonb_each(said) s order by s.key
    on conflict (version_id, unit_id, quarter, question, option) do update set n = t.n + 1;
  return true;
end $$;

-- Koder som gått ut tas bort. Svarar hur många.
create function survey.forget_codes() returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  gone integer;
begin
  delete from survey.code c where c.expires_on < survey.today();
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function survey.today, survey.asked_by, survey.answer, survey.forget_codes from public;
grant execute on function survey.asked_by, survey.answer, survey.forget_codes to lots_app;

-- Inställningarna: från hur många svar något visas (aldrig under fem), och hur många dagar en kod lever.
create function survey.setting_has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key = 'survey.minimum' then coalesce(jsonb_typeof(value) = 'number' and (value #>> '{}') ~ '^\d{1,3}$' and (value #>> '{}')::int between 5 and 100, false)
    when key = 'survey.codeDays' then coalesce(jsonb_typeof(value) = 'number' and (value #>> '{}') ~ '^\d{1,3}$' and (value #>> '{}')::int between 1 and 120, false)
    when starts_with(key, 'survey.') then false
    else true
  end
$$;
grant execute on function survey.setting_has_its_shape to lots_app;
alter table settings.value add constraint a_survey_setting_has_its_shape check (survey.setting_has_its_shape(key, value));
grant usage on all sequences in schema survey to lots_app;
