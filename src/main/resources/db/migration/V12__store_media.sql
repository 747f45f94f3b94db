-- Pictures that hosts upload: the same bytes are kept once, in pieces, so that no piece larger than one is in memory.
CREATE TABLE media (
    hash       text PRIMARY KEY,
    type       text        NOT NULL,
    size       bigint      NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
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
    host_id uuid NOT NULL REFERENCES host ON DELETE CASCADE,
    hash    text NOT NULL REFERENCES media,
    PRIMARY KEY (host_id, hash)
);
CREATE INDEX media_host_hash ON media_host (hash);
