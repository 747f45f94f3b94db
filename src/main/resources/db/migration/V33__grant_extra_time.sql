-- Some seats have more time: so many percent of a question's limit. The limit that an answer was judged by stands with it where
-- it is not the question's own. "cut_at": when a host closed the question for all, whatever time a seat has.
ALTER TABLE player ADD COLUMN extra smallint NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN limit_ms integer;
ALTER TABLE game ADD COLUMN cut_at bigint;
-- They are few, and looked for whenever a question's time is up.
CREATE INDEX player_extra ON player (game_id, id) WHERE extra > 0;

-- A link that gives one player more time. Only the hash of what it carries is kept.
CREATE TABLE game_invite (
    game_id   uuid     NOT NULL REFERENCES game ON DELETE CASCADE,
    hash      bytea    NOT NULL,
    extra     smallint NOT NULL,
    player_id uuid,
    PRIMARY KEY (game_id, hash)
);
