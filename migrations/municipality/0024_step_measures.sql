-- Up Migration
-- Steg i planer som blivit åtgärder: ett steg är högst en åtgärd som står eller väntar. En struken eller avslagen lämnar plats för en ny.
alter table measures.measure add constraint a_measure_of_a_plan_names_its_step check (origin <> 'plan' or origin_id is not null);
create unique index a_step_is_one_measure on measures.measure (origin_id) where origin = 'plan' and struck_at is null and placement <> 'refused';
