-- Up Migration
-- Spärrens svar: vem som svarade, när och varför. En läsning som någon sagt nej till är avvisad, av en människa i stället för av programmet.
alter table feeds.read
  add column answered_by text,
  add column answered_at timestamptz,
  add column ground text,
  add constraint an_answer_says_who_when_and_why check (
    (answered_by is null) = (answered_at is null) and (answered_by is null) = (ground is null) and ground <> ''),
  add constraint only_approved_and_refused_are_answers check (answered_by is null or state in ('approved', 'refused'));
grant update (answered_by, answered_at, ground) on feeds.read to lots_app;
create index read_that_waits on feeds.read (id) where state = 'stopped';

-- Ett svar ges en gång: en läsning som inte längre är stoppad byter aldrig läge.
create function feeds.an_answer_is_given_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'stopped' then
    raise exception 'a read is answered once, while it is stopped' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_answer_is_given_once before update on feeds.read
  for each row execute function feeds.an_answer_is_given_once();

-- Elevens id hos källan, så att eleven kan kopplas till en person utan att någon skriver av det. Visas inte.
alter table feeds.exception add column pupil_id text;
grant update (pupil_id, person_id) on feeds.exception to lots_app;
create index exception_open on feeds.exception (kind, source) where closed_at is null;
alter table feeds.pupil add column id bigint generated always as identity constraint one_link_per_id unique;
create index pupil_by_hand on feeds.pupil (id) where known_until = 'infinity' and linked_by <> 'civicNo';
grant usage on all sequences in schema feeds to lots_app;

-- Två poster som liknar varandra men är två människor: paret föreslås inte igen. Att ångra är att stänga raden.
create table register.not_same (
  id bigint generated always as identity primary key,
  first_id bigint not null references register.person,
  second_id bigint not null references register.person,
  ground text not null constraint not_the_same_has_a_ground check (ground <> ''),
  said_by text not null constraint somebody_says_not_the_same check (said_by <> ''),
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  constraint a_pair_is_ordered check (first_id < second_id)
);
comment on table register.not_same is 'Par som någon har sagt är två olika människor.';
create unique index a_pair_is_said_once on register.not_same (first_id, second_id) where known_until = 'infinity';
create trigger known_until_is_set_once before update on register.not_same
  for each row execute function register.known_until_is_set_once();
grant select, insert, update (known_until) on register.not_same to lots_app;
grant usage on all sequences in schema register to lots_app;
create trigger lists_hear_of_it after insert or update on register.not_same for each statement execute function worklist.note_change();

-- Dubbletter söks bland dem som låter lika; startsidan räknar vad en körning gjorde, och vad som är på gång.
create index youth_by_same_name on worklist.youth (search_key, born_on) include (person_id, unit_id);
create index youth_by_coordination_number on worklist.youth (search_key) where substr(number, 7, 2) >= '60';
create index youth_without_number on worklist.youth (search_key) where number is null and born_on is null;
create index change_by_person on matching.run_change (person_id);

-- Vilken post en sammanslagen post nu står för.
create view register.merged_now as
  with recursive chain as (
    select absorbed_id, kept_id from register.same_person where known_until = 'infinity'
    union all
    select c.absorbed_id, s.kept_id from chain c join register.same_person s on s.absorbed_id = c.kept_id and s.known_until = 'infinity'
  )
  select c.absorbed_id, c.kept_id as root_id from chain c
  where not exists (select from register.same_person s where s.absorbed_id = c.kept_id and s.known_until = 'infinity');
grant select on register.merged_now to lots_app;
