-- Up Migration
-- Ungdomens egen sida: länken till planen, engångskoderna, och den korta vistelsen på sidan.
create schema ownplan;
grant usage on schema ownplan to lots_app;

create table ownplan.link (
  id bigint generated always as identity primary key,
  link_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  -- Dit länken skickades; koderna skickas dit och ingen annanstans.
  way_id bigint not null references outreach.way,
  channel text not null constraint link_channel_is_known check (channel in ('sms', 'email')),
  -- Länkens hemlighet finns bara i meddelandet; här finns dess kondensat, från att länken skickas till att den är över.
  token_hash bytea unique constraint link_token_is_hashed check (octet_length(token_hash) = 32),
  message_id bigint not null references messaging.message,
  sent_by uuid not null references access.staff,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  -- Första gången någon kom in med en kod, och senaste gången sidan användes. Aldrig varifrån.
  opened_at timestamptz,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_how text constraint link_ending_is_known check (ended_how in ('revoked', 'replaced', 'expired')),
  ended_by uuid references access.staff,
  constraint a_link_lasts_thirty_days_at_most check (expires_at > made_at and expires_at <= made_at + interval '720 hours'),
  constraint a_link_that_is_over_says_how check ((ended_at is null) = (ended_how is null)),
  constraint a_link_that_somebody_ended_says_who check (ended_how is null or (ended_how = 'expired') = (ended_by is null)),
  constraint only_a_link_that_is_over_was_ended_by_somebody check (ended_by is null or ended_at is not null),
  constraint a_link_that_is_over_has_no_secret check (ended_at is null or token_hash is null),
  constraint what_is_used_was_opened check (last_used_at is null or opened_at is not null)
);
comment on table ownplan.link is 'Länkar till ungdomens egen sida. En åt gången, i högst trettio dagar.';
create unique index one_open_link_per_youth on ownplan.link (person_id) where ended_at is null;
create index link_by_person on ownplan.link (person_id, id);
create index link_that_runs_out on ownplan.link (expires_at) where ended_at is null;
create index link_by_message on ownplan.link (message_id);
grant select, insert, update (token_hash, opened_at, last_used_at, ended_at, ended_how, ended_by) on ownplan.link to lots_app;

-- Länken går till ett nummer eller en adress som är ungdomens, lever och inte är sagt nej till; aldrig till en skyddad ungdom.
create function ownplan.a_link_goes_to_a_live_way_of_its_youth() returns trigger language plpgsql as $$
begin
  if register.is_protected(new.person_id) then
    raise exception 'a protected youth has no link' using errcode = 'restrict_violation';
  end if;
  if not exists (select from outreach.way w where w.id = new.way_id and w.ended_at is null and w.dead_on is null
      and w.kind = case new.channel when 'sms' then 'phone' else 'email' end
      and register.root_now(w.person_id) = register.root_now(new.person_id))
    or exists (select from messaging.opt_out o where o.known_until = 'infinity' and o.channel = new.channel
      and (o.person_id = register.root_now(new.person_id)
        or o.person_id in (select m.absorbed_id from register.merged_now m where m.root_id = register.root_now(new.person_id)))) then
    raise exception 'a link goes to a live way of its youth' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_link_goes_to_a_live_way_of_its_youth before insert on ownplan.link
  for each row execute function ownplan.a_link_goes_to_a_live_way_of_its_youth();

create function ownplan.a_link_is_over_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'a link is over once' using errcode = 'restrict_violation';
  end if;
  if old.opened_at is not null and new.opened_at is distinct from old.opened_at then
    raise exception 'a link is opened for the first time once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_link_is_over_once before update on ownplan.link for each row execute function ownplan.a_link_is_over_once();

create table ownplan.code (
  id bigint generated always as identity primary key,
  link_id bigint not null references ownplan.link,
  message_id bigint not null references messaging.message,
  asked_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  -- Koden görs när meddelandet går iväg. Här finns bara ett långsamt kondensat med salt, så länge koden gäller.
  salt bytea,
  code_hash bytea constraint code_is_hashed check (octet_length(code_hash) = 32),
  tries smallint not null default 0 constraint a_code_is_tried_five_times_at_most check (tries between 0 and 5),
  ended_at timestamptz,
  ended_how text constraint code_ending_is_known check (ended_how in ('used', 'replaced', 'tried', 'expired', 'linkOver')),
  constraint a_code_lasts_ten_minutes_at_most check (expires_at > asked_at and expires_at <= asked_at + interval '10 minutes'),
  constraint a_code_has_its_salt check ((salt is null) = (code_hash is null)),
  constraint a_code_that_is_over_says_how check ((ended_at is null) = (ended_how is null)),
  constraint a_code_that_is_over_is_kept_by_nobody check (ended_at is null or code_hash is null),
  -- En minut för den som väntade på en annan transaktion.
  constraint a_code_is_used_in_time check (ended_how is distinct from 'used' or ended_at <= expires_at + interval '1 minute')
);
comment on table ownplan.code is 'Engångskoder till den egna sidan: sex siffror, tio minuter, fem försök. Raderas efter ett dygn.';
create unique index one_live_code_per_link on ownplan.code (link_id) where ended_at is null;
create index code_by_link on ownplan.code (link_id, asked_at);
create index code_by_message on ownplan.code (message_id);
create index code_that_runs_out on ownplan.code (expires_at) where ended_at is null;
create index code_by_age on ownplan.code (asked_at);
grant select, insert, delete, update (salt, code_hash, tries, ended_at, ended_how) on ownplan.code to lots_app;

create function ownplan.a_code_is_asked_for_with_a_live_link() returns trigger language plpgsql as $$
begin
  if not exists (select from ownplan.link l where l.id = new.link_id and l.token_hash is not null and l.ended_at is null and l.expires_at > now()
      and not register.is_protected(l.person_id)) then
    raise exception 'a code is asked for with a live link' using errcode = 'restrict_violation';
  end if;
  if (select count(*) from ownplan.code c where c.link_id = new.link_id and c.asked_at > new.asked_at - interval '24 hours') >= 10 then
    raise exception 'a link is sent ten codes a day at most' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_code_is_asked_for_with_a_live_link before insert on ownplan.code
  for each row execute function ownplan.a_code_is_asked_for_with_a_live_link();

create function ownplan.a_code_is_over_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'a code is over once' using errcode = 'restrict_violation';
  end if;
  if new.tries < old.tries then
    raise exception 'a try is not taken back' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_code_is_over_once before update on ownplan.code for each row execute function ownplan.a_code_is_over_once();

create table ownplan.stay (
  id bigint generated always as identity primary key,
  link_id bigint not null references ownplan.link,
  -- En kod öppnar sidan en gång.
  code_id bigint not null unique references ownplan.code,
  token_hash bytea not null unique constraint stay_token_is_hashed check (octet_length(token_hash) = 32),
  begun_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint a_stay_lasts_thirty_minutes_at_most check (expires_at > begun_at and expires_at <= begun_at + interval '30 minutes')
);
comment on table ownplan.stay is 'Vistelser på den egna sidan: högst trettio minuter efter en rätt kod. Raderas när de är över.';
create index stay_by_link on ownplan.stay (link_id);
create index stay_that_runs_out on ownplan.stay (expires_at);
grant select, insert, delete on ownplan.stay to lots_app;

create function ownplan.a_stay_begins_with_the_right_code() returns trigger language plpgsql as $$
begin
  if not exists (select from ownplan.code c join ownplan.link l on l.id = c.link_id where c.id = new.code_id and c.link_id = new.link_id and c.ended_how = 'used'
      and l.ended_at is null and l.expires_at > now() and not register.is_protected(l.person_id)) then
    raise exception 'a stay begins with the right code' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_stay_begins_with_the_right_code before insert on ownplan.stay
  for each row execute function ownplan.a_stay_begins_with_the_right_code();
grant usage on all sequences in schema ownplan to lots_app;

-- Den som står och väntar på en kod väntar inte bakom en runda.
create index message_somebody_waits_for on messaging.message (not_before, id)
  where state = 'queued' and template_key in ('planCodeSms', 'planCodeEmail');
