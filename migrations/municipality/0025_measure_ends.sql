-- Up Migration
-- Slut som rättas eller tas tillbaka: steget som slutade med åtgärden följer dess slut, och det som inte har börjat kan bara ha blivit inte av.
alter table measures.stage add column ended_with_measure boolean not null default false
  constraint only_an_ended_stage_ended_with_its_measure check (not ended_with_measure or ended_on is not null);
comment on column measures.stage.ended_with_measure is 'Steget slutade för att åtgärden gjorde det: rättas åtgärdens slut flyttas stegets med, och tas det tillbaka pågår steget igen.';
grant update (ended_with_measure) on measures.stage to lots_app;

-- Det som redan står: det sista steget i en avslutad åtgärd, när det slutade samma dag och på samma sätt.
update measures.stage s set ended_with_measure = true
from measures.measure m
where m.id = s.measure_id and m.struck_at is null and s.struck_at is null and s.ended_on = m.ended_on
  and s.reason is not distinct from nullif(m.end_reason, 'completed')
  and s.id = (select z.id from measures.stage z where z.measure_id = m.id and z.struck_at is null order by z.from_on desc, z.id desc limit 1);

create or replace function measures.stages_keep_inside_their_measure() returns trigger language plpgsql as $$
begin
  if exists (select from measures.stage s where s.measure_id = new.id and s.struck_at is null
      and (s.from_on < new.from_on or (new.ended_on is not null and (s.ended_on is null or s.ended_on > new.ended_on)))) then
    raise exception 'stages keep inside their measure' using errcode = 'restrict_violation';
  end if;
  if exists (select from measures.stage s where s.measure_id = new.id and s.struck_at is null and s.ended_with_measure
      and s.ended_on is distinct from new.ended_on) then
    raise exception 'a stage that ended with its measure follows its end' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- Det som redan står med en annan orsak får stå, men inget nytt skrivs så.
create function measures.what_has_not_begun_never_began() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or (old.from_on, old.end_reason, old.end_said_on) is distinct from (new.from_on, new.end_reason, new.end_said_on) then
    raise exception 'what has not begun can only never have begun' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_has_not_begun_never_began before insert or update of from_on, end_reason, end_said_on on measures.measure
  for each row when (new.end_said_on < new.from_on and new.end_reason <> 'neverBegan') execute function measures.what_has_not_begun_never_began();
