-- A rehearsal is gone when it is over, and other games after as long as is configured: both are found by when they ended. Games
-- of one quiz are compared.
ALTER TABLE game ADD COLUMN rehearsal boolean NOT NULL DEFAULT false;
CREATE INDEX game_finished ON game (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX game_rehearsal ON game (finished_at) WHERE rehearsal;
CREATE INDEX game_quiz ON game (quiz_id, created_at DESC, id DESC);
