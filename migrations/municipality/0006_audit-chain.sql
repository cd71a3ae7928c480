-- Up Migration
-- Loggens kedja: varje rad får en länk vars hash bygger på den föregående länkens. Ändras, tas bort eller flyttas en rad i efterhand, även
-- av databasens ägare, stämmer inte kedjan längre. ./lots audit verify räknar om den.

-- Programmet väljer varken radens nummer eller dess tid.
revoke insert on audit.line from lots_app;
grant insert (actor, action, outcome, subject_id, run_id, detail) on audit.line to lots_app;

-- Vem har läst om den här personen?
create index line_by_subject on audit.line (subject_id, id) where subject_id is not null;

-- Radens alla kolumner som en JSON-lista i en bestämd form: två olika rader får aldrig samma text. Tiden är UTC med mikrosekunder, oberoende
-- av sessionens tidszon. Texten får aldrig ändras för rader som finns: en ny kolumn läggs sist och bara när den har ett värde.
create function audit.canonical(line audit.line) returns text language sql stable parallel safe
  return jsonb_build_array(
    line.id, to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z" AD'),
    line.actor, line.action, line.outcome, line.subject_id, line.run_id, line.detail
  )::text;

create function audit.link_hash(previous bytea, line audit.line) returns bytea language sql stable parallel safe
  return sha256(previous || convert_to(audit.canonical(line), 'UTF8'));

create table audit.link (
  seq bigint constraint one_link_per_place primary key constraint the_chain_counts_from_one check (seq > 0),
  line_id bigint not null constraint a_line_is_linked_once unique constraint a_link_has_a_line references audit.line,
  previous bytea not null constraint previous_is_a_hash check (octet_length(previous) = 32),
  hash bytea not null constraint hash_is_a_hash check (octet_length(hash) = 32),
  constraint only_the_first_follows_nothing check ((seq = 1) = (previous = decode(repeat('00', 32), 'hex')))
);
comment on table audit.link is 'Kedjan över loggens rader, i den ordning de sparades. Skrivs bara av databasen själv, när en transaktion sparas.';
grant select on audit.link to lots_app;

-- Länken görs när transaktionen sparas, inte när raden skrivs: en natt som håller på i minuter får inte hindra någon annan att skriva.
-- Låset hålls från det att transaktionen börjar sparas till dess att den är sparad, och gäller bara denna databas. Andra uppskjutna villkor
-- får därför inte vänta på lås som någon annan kan hålla: två som sparar skulle kunna vänta på varandra. En transaktion med
-- repeatable read ser inte huvudet som det är nu och nekas av one_link_per_place om någon annan hann före; programmet använder read committed.
create function audit.link_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  place bigint;
  before bytea;
begin
  perform pg_advisory_xact_lock(8240611);
  select seq, hash into place, before from audit.link order by seq desc limit 1;
  if not found then
    place := 0;
    before := decode(repeat('00', 32), 'hex');
  end if;
  insert into audit.link (seq, line_id, previous, hash) values (place + 1, new.id, before, audit.link_hash(before, new));
  return null;
end $$;
-- Utan detta kunde programmet fästa funktionen vid en egen tabell och få påhittade rader länkade.
revoke all on function audit.link_line() from public;

-- Triggern först: den väntar in dem som skriver och stänger ute nya, så att ingen rad hamnar mellan de gamla och de nya.
create constraint trigger a_line_is_linked_at_commit after insert on audit.line
  deferrable initially deferred for each row execute function audit.link_line();

-- Rader från före kedjan länkas i nummerordning.
do $$
declare
  old audit.line;
  place bigint := 0;
  before bytea := decode(repeat('00', 32), 'hex');
  after bytea;
begin
  for old in select * from audit.line order by id loop
    place := place + 1;
    after := audit.link_hash(before, old);
    insert into audit.link (seq, line_id, previous, hash) values (place, old.id, before, after);
    before := after;
  end loop;
end $$;
