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

-- A quiz goes on using what it named in a version that is kept: what is restored has its pictures. This follows "use_media", which
-- lets go of what the quiz names no longer: triggers of an event run in the order of their names.
CREATE FUNCTION use_version_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH kept AS (
        INSERT INTO media_quiz (quiz_id, hash)
        SELECT DISTINCT v.quiz_id, hash FROM quiz_version v, unnest(v.media) AS hash WHERE v.quiz_id = NEW.id
        ON CONFLICT DO NOTHING RETURNING hash)
    UPDATE media SET unused_since = NULL WHERE hash IN (SELECT hash FROM kept) AND unused_since IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER use_version_media AFTER UPDATE OF questions ON quiz FOR EACH ROW EXECUTE FUNCTION use_version_media();

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
