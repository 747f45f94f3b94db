-- Nobody ever read when an instance had started: what counts is when it was last alive.
ALTER TABLE instance DROP COLUMN started_at;
