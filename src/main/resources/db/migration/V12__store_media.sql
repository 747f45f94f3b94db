-- What hosts upload: the same bytes are kept once, in pieces, so that no piece larger than one is in memory.
-- What no quiz and no game uses tells since when; a collector looks at nothing else.
CREATE TABLE media (
    hash         text PRIMARY KEY,
    type         text        NOT NULL,
    size         bigint      NOT NULL,
    unused_since timestamptz DEFAULT clock_timestamp()
);
CREATE INDEX media_unused ON media (unused_since) WHERE unused_since IS NOT NULL;
CREATE TABLE media_chunk (
    hash  text    NOT NULL REFERENCES media ON DELETE CASCADE,
    n     integer NOT NULL,
    bytes bytea   NOT NULL,
    PRIMARY KEY (hash, n)
);
-- Packed already: the database need not try again.
ALTER TABLE media_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- Whose shelf it is on; a quota counts these.
CREATE TABLE media_host (
    host_id    uuid        NOT NULL REFERENCES host ON DELETE CASCADE,
    hash       text        NOT NULL REFERENCES media ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (host_id, hash)
);
CREATE INDEX media_host_hash ON media_host (hash);
CREATE INDEX media_host_shelf ON media_host (host_id, created_at, hash);

-- Who uses it. What is used cannot be deleted: the references refuse.
CREATE TABLE media_quiz (
    quiz_id uuid NOT NULL REFERENCES quiz ON DELETE CASCADE,
    hash    text NOT NULL REFERENCES media,
    PRIMARY KEY (quiz_id, hash)
);
CREATE INDEX media_quiz_hash ON media_quiz (hash);
CREATE TABLE media_game (
    game_id uuid NOT NULL REFERENCES game ON DELETE CASCADE,
    hash    text NOT NULL REFERENCES media,
    PRIMARY KEY (game_id, hash)
);
CREATE INDEX media_game_hash ON media_game (hash);

-- What a document names and is kept; none of it goes before the transaction ends.
CREATE FUNCTION media_in(document jsonb) RETURNS SETOF text LANGUAGE sql VOLATILE AS $$
    SELECT hash FROM media
    WHERE hash = ANY (ARRAY(SELECT found[1] FROM regexp_matches(document::text, '/media/([0-9a-f]{64})', 'g') AS found))
    ORDER BY hash
    FOR KEY SHARE
$$;

-- Whoever writes a quiz or opens a game, in whatever way, uses what it names.
CREATE FUNCTION use_media() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    used text[] := ARRAY(SELECT media_in(NEW.questions));
BEGIN
    IF TG_TABLE_NAME = 'quiz' THEN
        DELETE FROM media_quiz WHERE quiz_id = NEW.id AND hash <> ALL (used);
        INSERT INTO media_quiz (quiz_id, hash) SELECT NEW.id, unnest(used) ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO media_game (game_id, hash) SELECT NEW.id, unnest(used);
    END IF;
    UPDATE media SET unused_since = NULL WHERE hash = ANY (used) AND unused_since IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER use_media AFTER INSERT OR UPDATE OF questions ON quiz FOR EACH ROW EXECUTE FUNCTION use_media();
CREATE TRIGGER use_media AFTER INSERT ON game FOR EACH ROW EXECUTE FUNCTION use_media();

-- Locked first: of two that let go at once, the second sees that it was the last.
CREATE FUNCTION leave_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM media WHERE hash IN (SELECT hash FROM gone) ORDER BY hash FOR NO KEY UPDATE;
    UPDATE media m SET unused_since = clock_timestamp()
    WHERE m.hash IN (SELECT hash FROM gone)
      AND NOT EXISTS (SELECT FROM media_quiz q WHERE q.hash = m.hash)
      AND NOT EXISTS (SELECT FROM media_game g WHERE g.hash = m.hash);
    RETURN NULL;
END
$$;
CREATE TRIGGER leave_media AFTER DELETE ON media_quiz REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION leave_media();
CREATE TRIGGER leave_media AFTER DELETE ON media_game REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION leave_media();
