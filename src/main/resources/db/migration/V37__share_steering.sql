-- Who steers a game beside its owner: other hosts of this installation, and phones that carry a link. Only a hash of what such a
-- link carries is kept. "created_at" is the game's own, so that a host's games come in order from one index.
CREATE TABLE game_host (
    game_id    uuid   NOT NULL REFERENCES game ON DELETE CASCADE,
    host_id    uuid   NOT NULL REFERENCES host ON DELETE CASCADE,
    created_at bigint NOT NULL,
    PRIMARY KEY (game_id, host_id)
);
CREATE INDEX game_host_host ON game_host (host_id, created_at DESC, game_id DESC);

CREATE TABLE game_remote (
    game_id    uuid   NOT NULL REFERENCES game ON DELETE CASCADE,
    id         text   NOT NULL,
    token_hash bytea  NOT NULL,
    created_at bigint NOT NULL,
    used_at    bigint,
    PRIMARY KEY (game_id, id)
);

-- By whose hand a step was taken: a host's or a remote's, neither where a clock took it.
ALTER TABLE game_event ADD COLUMN host_id uuid, ADD COLUMN remote text;
