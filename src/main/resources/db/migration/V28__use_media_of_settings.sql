-- A game's logo and the sound of its lobby stand in its settings: it uses them as it uses what its questions name.
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
        INSERT INTO media_game (game_id, hash) SELECT NEW.id, unnest(used);
    END IF;
    UPDATE media SET unused_since = NULL WHERE hash = ANY (used) AND unused_since IS NOT NULL;
    RETURN NULL;
END
$$;
