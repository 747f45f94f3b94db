-- A seat moves to another phone by a code that is good once and for a minute; only its hash is kept. "handed_at": when it was
-- used, so that the instance that has the old phone's socket tells it.
ALTER TABLE player ADD COLUMN handover bytea, ADD COLUMN handover_until bigint, ADD COLUMN handed_at bigint;
-- Who a player is, as hosts and reports alone are told.
ALTER TABLE player ADD COLUMN identity text;
