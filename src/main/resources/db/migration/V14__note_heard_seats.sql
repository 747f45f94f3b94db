-- When a frame of a seat came by requests of its own, on whichever instance; noted about once a heartbeat. No index has it.
ALTER TABLE player ADD COLUMN heard_at bigint;
