-- A host's library. The questions are one document: they are written, read and versioned together.
CREATE TABLE quiz (
    id          uuid PRIMARY KEY,
    owner_id    uuid        NOT NULL REFERENCES host ON DELETE CASCADE,
    title       text        NOT NULL,
    description text,
    language    text,
    questions   jsonb       NOT NULL,
    version     integer     NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
CREATE INDEX quiz_owner ON quiz (owner_id, updated_at DESC);
