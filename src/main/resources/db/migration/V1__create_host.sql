-- Who may write quizzes and run games, and the sessions they are signed in with.
CREATE TABLE host (
    id            uuid PRIMARY KEY,
    email         text        NOT NULL,
    name          text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('admin', 'host')),
    password_hash text        NOT NULL,
    demo          boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX host_email ON host (lower(email));

-- Only a hash of the cookie's value is kept: a copy of this table signs nobody in.
CREATE TABLE host_session (
    token_hash bytea PRIMARY KEY,
    host_id    uuid        NOT NULL REFERENCES host ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX host_session_host ON host_session (host_id);
