-- Which other hosts may do what with a quiz; its owner may everything.
CREATE TABLE quiz_share (
    quiz_id uuid NOT NULL REFERENCES quiz ON DELETE CASCADE,
    host_id uuid NOT NULL REFERENCES host ON DELETE CASCADE,
    may     text NOT NULL CHECK (may IN ('see', 'launch', 'edit')),
    PRIMARY KEY (quiz_id, host_id)
);
CREATE INDEX quiz_share_host ON quiz_share (host_id);

-- The one link of a quiz. It is kept as it is, so that its owner can show it again; who could read it here could read the quiz.
CREATE TABLE quiz_link (
    quiz_id    uuid PRIMARY KEY REFERENCES quiz ON DELETE CASCADE,
    token      text        NOT NULL UNIQUE,
    may        text        NOT NULL CHECK (may IN ('see', 'copy')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
