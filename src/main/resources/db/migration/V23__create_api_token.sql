-- What programs of a host carry instead of a cookie. Only a hash is kept.
CREATE TABLE api_token (
    id         uuid PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    host_id    uuid        NOT NULL REFERENCES host ON DELETE CASCADE,
    name       text        NOT NULL,
    scopes     text[]      NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at    timestamptz
);
CREATE INDEX api_token_host ON api_token (host_id, created_at DESC);
