-- A game may have several rounds, and another may follow while it runs or when it is over. "round_count" tells an instance that the
-- frozen part it remembers has grown; "rounds" is empty where the game has the one it was opened with.
ALTER TABLE game DROP CONSTRAINT game_phase_check,
    ADD CONSTRAINT game_phase_check
        CHECK (phase IN ('lobby', 'ready', 'question', 'reveal', 'standings', 'break', 'finished')) NOT VALID,
    ADD COLUMN rounds jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN round_count integer NOT NULL DEFAULT 1,
    ADD COLUMN until_at bigint,
    ADD COLUMN unasked integer[] NOT NULL DEFAULT '{}';

-- What each round that is over gave: its points where they are carried on, else what its place was worth.
ALTER TABLE player ADD COLUMN rounds integer[] NOT NULL DEFAULT '{}';

-- A round that follows uses what its questions name; the rounds before use theirs already.
CREATE OR REPLACE FUNCTION use_media() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    used text[];
BEGIN
    IF TG_TABLE_NAME = 'quiz' THEN
        used := ARRAY(SELECT media_in(NEW.questions));
        DELETE FROM media_quiz WHERE quiz_id = NEW.id AND hash <> ALL (used);
        INSERT INTO media_quiz (quiz_id, hash) SELECT NEW.id, unnest(used) ON CONFLICT DO NOTHING;
    ELSE
        used := ARRAY(SELECT media_in(jsonb_build_array(NEW.questions, NEW.settings)));
        INSERT INTO media_game (game_id, hash) SELECT NEW.id, unnest(used) ON CONFLICT DO NOTHING;
    END IF;
    UPDATE media SET unused_since = NULL WHERE hash = ANY (used) AND unused_since IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER use_media_again AFTER UPDATE OF questions ON game FOR EACH ROW EXECUTE FUNCTION use_media();
