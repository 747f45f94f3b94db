-- Which of a host's sessions are in use: the one unused for longest ends when there are too many.
ALTER TABLE host_session ADD COLUMN used_at timestamptz NOT NULL DEFAULT clock_timestamp();
