-- What a quiz was before it was saved anew, each with the ETag it had. Who may have the quiz, and how many are kept, is the library's.
ALTER TABLE quiz ADD COLUMN saved_by uuid REFERENCES host ON DELETE SET NULL;
CREATE INDEX quiz_saved_by ON quiz (saved_by) WHERE saved_by IS NOT NULL;
CREATE TABLE quiz_version (
    quiz_id     uuid        NOT NULL REFERENCES quiz ON DELETE CASCADE,
    version     integer     NOT NULL,
    title       text        NOT NULL,
    description text,
    language    text,
    questions   jsonb       NOT NULL,
    media       text[]      NOT NULL,
    bytes       integer     NOT NULL,
    saved_at    timestamptz NOT NULL,
    saved_by    uuid REFERENCES host ON DELETE SET NULL,
    PRIMARY KEY (quiz_id, version)
);
CREATE INDEX quiz_version_saved_by ON quiz_version (saved_by) WHERE saved_by IS NOT NULL;

-- A quiz uses what it names, and what it named in a version that is kept: what is restored has its pictures.
CREATE OR REPLACE FUNCTION use_media() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    used text[];
BEGIN
    IF TG_TABLE_NAME = 'quiz' THEN
        used := ARRAY(SELECT media_in(NEW.questions));
        DELETE FROM media_quiz WHERE quiz_id = NEW.id AND hash <> ALL (used)
          AND NOT EXISTS (SELECT FROM quiz_version v WHERE v.quiz_id = NEW.id AND media_quiz.hash = ANY (v.media));
        INSERT INTO media_quiz (quiz_id, hash) SELECT NEW.id, unnest(used) ON CONFLICT DO NOTHING;
    ELSE
        used := ARRAY(SELECT media_in(jsonb_build_array(NEW.questions, NEW.settings)));
        INSERT INTO media_game (game_id, hash) SELECT NEW.id, unnest(used);
    END IF;
    UPDATE media SET unused_since = NULL WHERE hash = ANY (used) AND unused_since IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE FUNCTION leave_version_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM media_quiz m USING (SELECT DISTINCT quiz_id, unnest(media) AS hash FROM gone) g
    WHERE m.quiz_id = g.quiz_id AND m.hash = g.hash
      AND NOT EXISTS (SELECT FROM quiz_version v WHERE v.quiz_id = m.quiz_id AND m.hash = ANY (v.media))
      AND NOT EXISTS (SELECT FROM quiz q WHERE q.id = m.quiz_id AND strpos(q.questions::text, '/media/' || m.hash) > 0);
    RETURN NULL;
END
$$;
CREATE TRIGGER leave_version_media AFTER DELETE ON quiz_version REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION leave_version_media();
