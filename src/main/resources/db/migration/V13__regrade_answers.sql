-- A key may be put right after the reveal. An answer keeps what it was worth first, until that is undone; a game keeps the keys
-- that count instead of its plan's, by the index of their question, and what it was when it ended, so that the end can be taken back.
ALTER TABLE answer ADD COLUMN first_fraction double precision, ADD COLUMN first_points integer;
ALTER TABLE game ADD COLUMN judged jsonb NOT NULL DEFAULT '{}', ADD COLUMN ended jsonb;
