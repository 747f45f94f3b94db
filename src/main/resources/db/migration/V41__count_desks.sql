-- How many steer a game through each instance. Few rows, which go with either.
CREATE TABLE game_desk (
    game_id     uuid     NOT NULL REFERENCES game ON DELETE CASCADE,
    instance_id uuid     NOT NULL REFERENCES instance ON DELETE CASCADE,
    desks       smallint NOT NULL,
    PRIMARY KEY (game_id, instance_id)
);
CREATE INDEX game_desk_instance ON game_desk (instance_id);
