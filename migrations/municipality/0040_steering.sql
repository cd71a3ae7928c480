-- Up Migration
-- Styrningen: handlingsplanen för ansvaret i versioner med årlig revidering, ansvarig nämnd per del, och utvecklingsfrågor som lyfts till samverkansforum
-- och styrgrupp med beslut och dagar. Inget här gäller någon person.
create schema steering;
grant usage on schema steering to lots_app;

create table steering.plan (
  id bigint generated always as identity primary key,
  version integer not null unique constraint a_plan_version_counts_up check (version >= 1),
  -- Utkastets räknare: den som sparar ett gammalt utkast får veta det.
  draft_no integer not null default 1,
  begun_on date not null,
  begun_by uuid references access.staff,
  adopted_on date,
  adopted_by text constraint who_adopts_is_named check (btrim(adopted_by) = adopted_by and length(adopted_by) between 1 and 120),
  reference text constraint a_plan_reference_is_short check (length(reference) <= 60),
  review_on date,
  adopted_staff uuid references access.staff,
  constraint an_adopted_plan_says_by_whom_and_when_it_is_revised
    check ((adopted_on is null) = (adopted_by is null) and (adopted_on is null) = (review_on is null)),
  -- Handlingsplanen revideras varje år: senast ett år och en månad efter beslutet.
  constraint a_plan_is_revised_every_year check (review_on > adopted_on and review_on <= adopted_on + interval '13 months')
);
comment on table steering.plan is 'Versioner av handlingsplanen. En är utkast; de beslutade skrivs inte om.';
create unique index one_draft_at_a_time on steering.plan ((true)) where adopted_on is null;
grant select, insert, update (draft_no, adopted_on, adopted_by, reference, review_on, adopted_staff) on steering.plan to lots_app;
create function steering.an_adopted_plan_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.adopted_on is not null then
      raise exception 'a plan begins as a draft' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if old.adopted_on is not null then
    raise exception 'an adopted plan stays as it was' using errcode = 'restrict_violation';
  end if;
  if new.adopted_on is not null and not exists (select from steering.part p where p.plan_pk = new.id) then
    raise exception 'a plan without parts is not adopted' using errcode = 'restrict_violation';
  end if;
  if new.adopted_on is not null and exists (select from steering.part p where p.plan_pk = new.id and p.board = '') then
    raise exception 'every part of an adopted plan has a board' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create table steering.part (
  plan_pk bigint not null references steering.plan,
  -- Samma del genom versionerna, så att de kan jämföras.
  part_key uuid not null default gen_random_uuid(),
  position integer not null constraint a_part_has_a_place check (position between 1 and 40),
  heading text not null constraint a_part_has_a_heading check (btrim(heading) = heading and length(heading) between 1 and 120),
  -- Tomt bara i ett utkast: en plan beslutas inte förrän varje del har en nämnd som svarar för den.
  board text not null default '' constraint a_part_board_is_short check (btrim(board) = board and length(board) <= 120),
  body text not null default '' constraint a_part_is_not_too_long check (length(body) <= 8000),
  primary key (plan_pk, part_key)
);
comment on table steering.part is 'Delarna i en version av handlingsplanen, var och en med ansvarig nämnd.';
create trigger an_adopted_plan_stays before insert or update on steering.plan for each row execute function steering.an_adopted_plan_stays();
grant select, insert, delete, update (position, heading, board, body) on steering.part to lots_app;
create function steering.parts_of_an_adopted_plan_stay() returns trigger language plpgsql as $$
begin
  if exists (select from steering.plan p where p.id in (coalesce(new.plan_pk, old.plan_pk), coalesce(old.plan_pk, new.plan_pk)) and p.adopted_on is not null) then
    raise exception 'an adopted plan stays as it was' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger parts_of_an_adopted_plan_stay before insert or update or delete on steering.part
  for each row execute function steering.parts_of_an_adopted_plan_stay();

create table steering.item (
  id bigint generated always as identity primary key,
  item_id uuid not null unique default gen_random_uuid(),
  title text not null constraint an_item_has_a_title check (btrim(title) = title and length(title) between 1 and 160),
  why text not null constraint an_item_says_why check (length(why) between 1 and 2000),
  board text not null default '' constraint an_item_board_is_short check (length(board) <= 120),
  -- Rapporten som frågan lyfts ur, när den gör det.
  report_id uuid references reports.report (report_id),
  -- Talet som frågan lyfts ur, när den gör det, som det stod då: vilket, i ord, hur stort, för vilka dagar, räknat när och av vilka enheter (tomt: hela kommunen).
  -- Små tal är dolda för den som lyfter och kan inte lyftas.
  figure text constraint a_figure_has_a_short_name check (length(figure) between 1 and 60),
  figure_row text constraint a_figure_row_is_short check (length(figure_row) between 1 and 120),
  figure_by text[],
  figure_words text constraint a_figure_is_told_in_words check (length(figure_words) between 1 and 400),
  figure_value numeric(12, 1),
  figure_is_share boolean,
  figure_from date,
  figure_until date,
  figure_on date,
  figure_units text constraint figure_units_are_short check (length(figure_units) <= 400),
  raised_on date not null,
  raised_by uuid references access.staff,
  raised_name text not null default '',
  constraint a_figure_is_kept_whole check (num_nonnulls(figure, figure_row, figure_by, figure_words, figure_value, figure_is_share, figure_from, figure_until,
    figure_on, figure_units) in (0, 10)),
  constraint a_figure_is_of_days_that_have_been check (figure_until > figure_from and figure_on <= raised_on)
);
comment on table steering.item is 'Utvecklingsfrågor. Vad som sedan händer med dem står i steering.step.';
grant select, insert on steering.item to lots_app;

create table steering.step (
  item_pk bigint not null references steering.item,
  nth integer not null constraint steps_count_up check (nth >= 1),
  kind text not null constraint step_kind_is_known check (kind in ('forum', 'steeringGroup', 'approved', 'rejected', 'postponed', 'settled', 'done')),
  on_day date not null,
  said text not null default '' constraint what_a_step_says_is_short check (length(said) <= 2000),
  -- När det som beslutats ska vara gjort.
  due_on date,
  staff_id uuid references access.staff,
  primary key (item_pk, nth),
  constraint only_what_is_approved_is_due check ((due_on is null) or kind = 'approved'),
  constraint a_decision_is_due_after_it_is_made check (due_on >= on_day),
  constraint a_decision_says_why check (kind not in ('approved', 'rejected', 'postponed', 'settled') or said <> '')
);
comment on table steering.step is 'Vad som hände med en utvecklingsfråga: till forumet, till styrgruppen, beslutad, genomförd. Läggs bara till.';
grant select, insert on steering.step to lots_app;

-- Frågan går framåt: till forumet, därifrån till styrgruppen eller avgjord, hos styrgruppen beslutad, och det beslutade genomfört.
create function steering.an_item_goes_forward() returns trigger language plpgsql as $$
declare
  last record;
  raised date;
begin
  select i.raised_on into raised from steering.item i where i.id = new.item_pk;
  select s.kind, s.nth, s.on_day into last from steering.step s where s.item_pk = new.item_pk order by s.nth desc limit 1;
  if new.nth <> coalesce(last.nth, 0) + 1 or new.on_day < coalesce(last.on_day, raised) or not (case coalesce(last.kind, 'raised')
      when 'raised' then new.kind in ('forum', 'steeringGroup')
      when 'forum' then new.kind in ('steeringGroup', 'settled')
      when 'steeringGroup' then new.kind in ('approved', 'rejected', 'postponed')
      when 'postponed' then new.kind in ('forum', 'steeringGroup')
      when 'approved' then new.kind = 'done'
      else false end) then
    raise exception 'an item goes forward step by step' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger an_item_goes_forward before insert on steering.step for each row execute function steering.an_item_goes_forward();
grant usage on all sequences in schema steering to lots_app;
