-- Up Migration
-- Möten med ungdomar, påminnelser och kalendrar utan namn.
create schema meetings;
grant usage on schema meetings to lots_app;

create table meetings.meeting (
  id bigint generated always as identity primary key,
  meeting_id uuid not null unique default gen_random_uuid(),
  person_id bigint not null references register.person,
  staff_id uuid not null references access.staff,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  way text not null constraint meeting_way_is_known check (way in ('office', 'phone', 'video', 'elsewhere')),
  place text not null default '' constraint meeting_place_is_short check (length(place) <= 120),
  remind boolean not null default true,
  state text not null default 'booked' constraint meeting_state_is_known check (state in ('booked', 'held', 'noShow', 'cancelledByYouth', 'cancelledByUs')),
  contact_id bigint references outreach.contact,
  booked_by uuid not null references access.staff,
  booked_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  -- iCalendar SEQUENCE: växer när tiden eller läget ändras.
  sequence integer not null default 0,
  version integer not null default 1,
  constraint a_meeting_lasts check (ends_at > starts_at and ends_at <= starts_at + interval '8 hours'),
  constraint a_meeting_in_the_office_has_a_place check (way in ('phone', 'video') or btrim(place) <> ''),
  constraint a_meeting_that_was_tried_is_a_contact check ((contact_id is not null) = (state in ('held', 'noShow'))),
  -- Ingen kan vara på två möten samtidigt. Ett inställt möte är i vägen för ingen.
  constraint nobody_is_in_two_meetings_at_once exclude using gist (staff_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'booked')
);
comment on table meetings.meeting is 'Bokade möten, hållna, uteblivna och avbokade.';
create index meeting_by_person on meetings.meeting (person_id);
create index meeting_by_staff on meetings.meeting (staff_id, starts_at);
grant select, insert, update (staff_id, starts_at, ends_at, way, place, remind, state, contact_id, changed_at, sequence, version) on meetings.meeting to lots_app;
-- Det som har hänt har hänt: ett möte som är hållet, uteblivet eller inställt flyttas inte.
create function meetings.what_is_over_stays() returns trigger language plpgsql as $$
begin
  if old.state <> 'booked' and (new.state, new.starts_at, new.ends_at, new.staff_id, new.way, new.place, new.contact_id)
    is distinct from (old.state, old.starts_at, old.ends_at, old.staff_id, old.way, old.place, old.contact_id) then
    raise exception 'a meeting that is over is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger what_is_over_stays before update on meetings.meeting for each row execute function meetings.what_is_over_stays();

-- En skyddad ungdom möter den som har rätten. Blir hen skyddad senare står mötet kvar tills någon med rätten tar över det.
create function meetings.a_protected_youth_meets_those_with_the_right() returns trigger language plpgsql as $$
begin
  if register.is_protected(new.person_id) and not exists (select from access.staff s where s.id = new.staff_id and 'protectedHandler' = any (s.roles)) then
    raise exception 'a protected youth meets those with the right' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger a_protected_youth_meets_those_with_the_right before insert on meetings.meeting
  for each row execute function meetings.a_protected_youth_meets_those_with_the_right();
create trigger a_protected_youth_is_handed_to_those_with_the_right before update of staff_id on meetings.meeting
  for each row when (old.staff_id is distinct from new.staff_id) execute function meetings.a_protected_youth_meets_those_with_the_right();
create trigger lists_hear_of_it after insert or update on meetings.meeting for each statement execute function worklist.note_change();

create table meetings.feed (
  staff_id uuid primary key references access.staff,
  token_hash bytea not null unique constraint feed_token_is_hashed check (octet_length(token_hash) = 32),
  made_at timestamptz not null default clock_timestamp()
);
comment on table meetings.feed is 'Hemlig adress till en medarbetares kalender. Bara kondensatet sparas; en ny adress gör den gamla ogiltig.';
grant select, insert, delete, update (token_hash, made_at) on meetings.feed to lots_app;
grant usage on all sequences in schema meetings to lots_app;
