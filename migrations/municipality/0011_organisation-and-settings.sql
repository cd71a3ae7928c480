-- Up Migration
-- En enhet tas inte ur bruk medan den har områden eller ungdomar som omfattas, och ett område går inte till en enhet som är tagen ur bruk.
create function organisation.a_retired_unit_is_empty() returns trigger language plpgsql as $$
begin
  if exists (select from organisation.district where unit_id = new.id)
    or exists (select from worklist.seen(array[new.id], true) y
      where y.from_on is not null and (y.until_on is null or y.until_on > (now() at time zone 'Europe/Stockholm')::date)) then
    raise exception 'a unit with districts or youths is not retired' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_retired_unit_is_empty before update on organisation.unit
  for each row when (old.active and not new.active) execute function organisation.a_retired_unit_is_empty();

create function organisation.a_district_has_a_unit_in_use() returns trigger language plpgsql as $$
begin
  if new.unit_id is not null and not exists (select from organisation.unit where id = new.unit_id and active) then
    raise exception 'a district is not given to a retired unit' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_district_has_a_unit_in_use before insert or update of unit_id on organisation.district
  for each row execute function organisation.a_district_has_a_unit_in_use();

-- Inställningarnas form, som reglerna prövar den. Vårterminen slutar det år den hör till; tomt (null) är det som gäller när inget är sagt.
create function settings.has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key ~ '^termEnd\.' then key ~ '^termEnd\.\d{4}$'
      and (jsonb_typeof(value) = 'null' or (jsonb_typeof(value) = 'string' and value #>> '{}' ~ ('^' || right(key, 4) || '-\d{2}-\d{2}$')))
    when key = 'gap.shortDays' then jsonb_typeof(value) = 'number'
      and (value #>> '{}')::numeric between 0 and 366 and (value #>> '{}')::numeric = trunc((value #>> '{}')::numeric)
    when key = 'sources.freshDays' or starts_with(key, 'sources.freshDays.') then
      (jsonb_typeof(value) = 'null' and key <> 'sources.freshDays') or (jsonb_typeof(value) = 'number' and (value #>> '{}')::numeric between 1 and 366)
    when key = 'gap.summer' then value #>> '{from,0}' ~ '^\d+$' and value #>> '{until,1}' ~ '^\d+$'
      and (value #> '{from}') <= (value #> '{until}')
    when key = 'guard' then (value ->> 'fewer')::numeric between 0 and 1 and (value ->> 'more')::numeric >= 0 and (value ->> 'people')::numeric >= 0
    when key = 'educations' then jsonb_typeof(value) = 'array' and jsonb_array_length(value) > 0
    else true
  end
$$;
alter table settings.value add constraint a_setting_has_its_shape check (settings.has_its_shape(key, value));
create index value_by_time on settings.value (known_from desc);
