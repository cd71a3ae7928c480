-- Up Migration
-- Sysselsättning: gymnasiestudier utomlands är ett eget slag, och frågad men okänd är något annat än inte frågad. Var uppgiften kom ifrån, och en
-- uppgift som tagits tillbaka sägs aldrig om av sig själv.
alter table outreach.contact drop constraint occupation_is_known;
alter table outreach.contact add constraint occupation_is_known
  check (occupation in ('work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none', 'unknown'));
alter table outreach.occupation drop constraint occupation_kind_is_known;
alter table outreach.occupation add constraint occupation_kind_is_known
  check (kind in ('work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none', 'unknown'));

-- De två nya slagen har sin dag också där en kommun har satt de andra: en sparad inställning utan dem gäller som förut, med de levererade dagarna.
create or replace function outreach.setting_has_its_shape(key text, value jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when key = 'outreach.ladder' then jsonb_typeof(value) = 'object'
      and coalesce((value ->> 'calls')::int, 3) between 3 and 5 and coalesce((value ->> 'daysToVisit')::int, 1) >= 1
      and coalesce((value ->> 'beginMonths')::int, 1) between 1 and 12
    when key = 'outreach.freshness' then jsonb_typeof(value) = 'object'
      and (select count(*) filter (where d.key in ('work', 'studies', 'abroad', 'other', 'none')) = 5
          and bool_and(d.key in ('work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none', 'unknown'))
          and bool_and((d.value #>> '{}')::int between 1 and 366) from jsonb_each(value) d)
    when key in ('outreach.searchSteps', 'outreach.departments') then jsonb_typeof(value) = 'array' and jsonb_array_length(value) <= 30
      and not exists (select from jsonb_array_elements(value) e
        where e ->> 'key' !~ '^[a-zA-Z0-9]{1,30}$' or length(e ->> 'name') not between 1 and 60 or jsonb_typeof(e -> 'active') <> 'boolean')
      and (select count(distinct e ->> 'key') = count(*) from jsonb_array_elements(value) e)
    when key = 'outreach.forwardLetters' then jsonb_typeof(value) = 'boolean'
    else true
  end
$$;

-- Vad som är känt en dag. Tvilling till ladder/occupation.rules.ts: på granskningsdagen har uppgiften gått ut. 'unknown' är frågad men okänd.
create function outreach.occupation_state(kind text, review_on date, on_day date) returns text language sql immutable parallel safe as $$
  select case when kind is null then 'notAsked' when review_on <= on_day then 'lapsed' else kind end
$$;
create function outreach.occupation_is_known(kind text, review_on date, on_day date) returns boolean language sql immutable parallel safe as $$
  select coalesce(kind <> 'unknown' and review_on > on_day, false)
$$;
grant execute on function outreach.occupation_state, outreach.occupation_is_known to lots_app;

-- Hur uppgiften kom hit. De som redan finns: ur kontakten de sades i, annars bekräftade med ett tryck.
alter table outreach.occupation add column origin text not null default 'hand'
  constraint occupation_origin_is_known check (origin in ('hand', 'contact', 'reply', 'question', 'confirm', 'measure', 'coding'));
-- Samma uppgift sagd på nytt, sedan den som tog dess plats togs tillbaka.
alter table outreach.occupation add column restates_id bigint references outreach.occupation;
comment on column outreach.occupation.origin is 'Hur uppgiften kom hit: skriven på sidan, i en kontakt, ett godtaget svar, en besvarad fråga, ett bekräftande tryck, slutet av en åtgärd eller kodningen.';
comment on column outreach.occupation.restates_id is 'Den första raden av samma uppgift, när den sagts på nytt sedan en senare togs tillbaka.';
alter table outreach.occupation disable trigger known_until_is_set_once;
update outreach.occupation o set origin = coalesce(
  (select case when c.origin in ('reply', 'question') then c.origin else 'contact' end from outreach.contact c where c.id = o.contact_id), 'confirm');
-- En uppgift som redan har sagts om: den första raden efter en som slutade gälla när dess kontakt ströks, lik en tidigare i allt. Två tryck samma dag är
-- två uppgifter, liksom det som någon sade innan kontakten ströks.
with again as (
  select distinct n.id, n.base_id from outreach.occupation gone
  join outreach.contact c on c.id = gone.contact_id and gone.known_until >= c.struck_at
  cross join lateral (
    select x.* from outreach.occupation x where x.person_id = gone.person_id and x.known_from >= gone.known_until order by x.id limit 1) x
  cross join lateral (
    select x.id, b.id as base_id from outreach.occupation b where b.person_id = x.person_id and b.id < x.id
      and (b.kind, b.source, b.stated_on, b.review_on, b.said_by) = (x.kind, x.source, x.stated_on, x.review_on, x.said_by)
      and b.since_on is not distinct from x.since_on and b.contact_id is not distinct from x.contact_id) n)
update outreach.occupation o set restates_id = (
  select max(a.base_id) from again a where a.id = o.id and a.base_id not in (select e.id from again e))
where o.id in (select a.id from again a);
alter table outreach.occupation enable trigger known_until_is_set_once;
alter table outreach.occupation alter column origin drop default;
create index occupation_by_contact on outreach.occupation (contact_id) where contact_id is not null;

create table outreach.occupation_retraction (
  -- Den första raden av uppgiften.
  occupation_id bigint primary key references outreach.occupation,
  retracted_at timestamptz not null default clock_timestamp()
);
comment on table outreach.occupation_retraction is 'Uppgifter om sysselsättning som tagits tillbaka: kontakten ströks, eller kodningen gjordes om. De sägs aldrig om.';
grant select, insert on outreach.occupation_retraction to lots_app;
-- Det som togs tillbaka förut: uppgifter ur strukna kontakter.
insert into outreach.occupation_retraction (occupation_id, retracted_at)
  select o.id, c.struck_at from outreach.occupation o join outreach.contact c on c.id = o.contact_id
  where c.struck_at is not null and o.restates_id is null;

-- Ingen sade vad hen gör före födelsen, och ingen har gjort det sedan före födelsen eller från en dag som inte kommit när det sades. Det som
-- sägs på nytt är redan prövat.
create function outreach.an_occupation_fits_its_days() returns trigger language plpgsql as $$
begin
  if new.since_on > new.stated_on then
    raise exception 'nothing is done since a day ahead' using errcode = 'restrict_violation';
  end if;
  if exists (select from worklist.youth y where y.person_id = new.person_id and least(new.since_on, new.stated_on) < y.born_on) then
    raise exception 'an occupation is of somebody born' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_occupation_fits_its_days before insert on outreach.occupation
  for each row when (new.restates_id is null) execute function outreach.an_occupation_fits_its_days();
grant usage on all sequences in schema outreach to lots_app;
