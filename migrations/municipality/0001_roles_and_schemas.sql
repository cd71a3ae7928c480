-- Up Migration
-- Programmets roll: läser och lägger till, men kan inte skriva om det som är sagt.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lots_app') then
    create role lots_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
-- Ägaren av databasen behöver inte vara superanvändare, men måste få gå in i rollen.
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant lots_app to %I with inherit false, set true', current_user);
  end if;
end $$;

create extension if not exists btree_gist;

create schema settings;
create schema audit;
create schema register;
create schema feeds;
create schema matching;
grant usage on schema settings, audit, register, feeds, matching to lots_app;

-- Ett faktum stängs en gång; allt annat i raden är för alltid som det skrevs.
create function register.known_until_is_set_once() returns trigger language plpgsql as $$
begin
  if old.known_until <> 'infinity' then
    raise exception 'a closed fact is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
