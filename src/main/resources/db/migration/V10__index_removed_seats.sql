-- Whoever was removed is left out of every count and tally. They are few, and found without a look at the others.
CREATE INDEX player_removed ON player (game_id, id) WHERE removed;
