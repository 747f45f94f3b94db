-- Who looks after an installation: an admin invites hosts, and lets them sign in no longer.
ALTER TABLE host
    ADD COLUMN language    text,
    ADD COLUMN disabled_at timestamptz;

-- Where there is no admin yet, it is whoever was there first; the demo account only where there is nobody else.
UPDATE host SET role = 'admin'
WHERE id = (SELECT id FROM host ORDER BY demo, created_at, id LIMIT 1)
  AND NOT EXISTS (SELECT FROM host WHERE role = 'admin');

-- A session that can be told from others: by an id that proves nothing, and by words for its device.
ALTER TABLE host_session
    ADD COLUMN id     uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN device text;

-- A link that makes one host. Only a hash of what it carries is kept.
CREATE TABLE invite (
    id         uuid PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    email      text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('admin', 'host')),
    invited_by uuid        NOT NULL REFERENCES host ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX invite_by ON invite (invited_by);
