-- Whom a provider vouches for: known by what it calls somebody, never by an address, which another may have there.
CREATE TABLE provider_login (
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    host_id    uuid        NOT NULL REFERENCES host ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX provider_login_host ON provider_login (host_id);

-- Who comes that way has no password.
ALTER TABLE host ALTER COLUMN password_hash DROP NOT NULL;
