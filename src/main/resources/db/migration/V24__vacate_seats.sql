-- Whoever leaves without an answer counts nowhere and gives the name back, "folded" included; whoever a host has not let in yet
-- waits. A seat counts unless it is one of these, or removed.
ALTER TABLE player ALTER COLUMN folded DROP NOT NULL,
    ADD COLUMN vacated boolean NOT NULL DEFAULT false,
    ADD COLUMN waiting boolean NOT NULL DEFAULT false;
ALTER TABLE player ADD COLUMN counts boolean GENERATED ALWAYS AS (NOT (removed OR vacated OR waiting)) VIRTUAL;
