-- A host sees the links that were made for one player each, in their order, and takes them back.
ALTER TABLE game_invite ADD COLUMN created_at bigint NOT NULL DEFAULT 0;
