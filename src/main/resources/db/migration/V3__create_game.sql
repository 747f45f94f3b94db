-- Instances prove that they live; a seat held by a dead one becomes absent, and an outage is measured by the gap.
CREATE TABLE instance (
    id         uuid PRIMARY KEY,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    alive_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A running or ended game. Times that the wire carries are milliseconds of the database's clock (bigint),
-- so that no conversion stands between a rule and its row. Every table of a game leads with game_id.
CREATE TABLE game (
    id           uuid PRIMARY KEY,
    owner_id     uuid    NOT NULL REFERENCES host ON DELETE CASCADE,
    quiz_id      uuid,
    pin          text    NOT NULL,
    screen_token text    NOT NULL UNIQUE,
    title        text    NOT NULL,
    language     text,
    settings     jsonb   NOT NULL,
    questions    jsonb   NOT NULL,
    seq          bigint  NOT NULL DEFAULT 0,
    phase        text    NOT NULL DEFAULT 'lobby'
                 CHECK (phase IN ('lobby', 'ready', 'question', 'reveal', 'standings', 'finished')),
    question     integer NOT NULL DEFAULT -1,
    opens_at     bigint,
    closes_at    bigint,
    paused_at    bigint,
    since        bigint  NOT NULL,
    locked       boolean NOT NULL DEFAULT false,
    voided       integer[] NOT NULL DEFAULT '{}',
    due_at       bigint,
    hosts_at     bigint  NOT NULL,
    created_at   bigint  NOT NULL,
    finished_at  bigint
);
-- A PIN belongs to one live game. That it rests an hour after use is decided when a PIN is drawn.
CREATE UNIQUE INDEX game_pin_live ON game (pin) WHERE finished_at IS NULL;
CREATE INDEX game_pin ON game (pin, finished_at);
CREATE INDEX game_owner ON game (owner_id, created_at DESC);
CREATE INDEX game_due ON game (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX game_live ON game (hosts_at) WHERE finished_at IS NULL;

CREATE TABLE game_event (
    game_id uuid   NOT NULL REFERENCES game ON DELETE CASCADE,
    seq     bigint NOT NULL,
    at      bigint NOT NULL,
    type    text   NOT NULL,
    body    jsonb  NOT NULL,
    PRIMARY KEY (game_id, seq)
);

-- The first reply to a command's id; the same id again gets the same reply.
CREATE TABLE game_command (
    game_id uuid   NOT NULL REFERENCES game ON DELETE CASCADE,
    id      text   NOT NULL,
    reason  text,
    seq     bigint NOT NULL,
    PRIMARY KEY (game_id, id)
);

-- A seat. "key" makes a join idempotent, "ticket" resumes it; "n" decides which of two sockets may hold it, "holder" names the one that does.
CREATE TABLE player (
    game_id     uuid    NOT NULL REFERENCES game ON DELETE CASCADE,
    id          uuid    NOT NULL,
    key         text    NOT NULL,
    ticket      text    NOT NULL,
    nickname    text    NOT NULL,
    folded      text    NOT NULL,
    team        text,
    n           bigint  NOT NULL DEFAULT 0,
    joined_at   bigint  NOT NULL,
    removed     boolean NOT NULL DEFAULT false,
    released    boolean NOT NULL DEFAULT false,
    gone        boolean NOT NULL DEFAULT false,
    holder      uuid,
    instance_id uuid,
    lost_at     bigint,
    rtt_ms      integer,
    score       integer NOT NULL DEFAULT 0,
    streak      integer NOT NULL DEFAULT 0,
    correct     integer NOT NULL DEFAULT 0,
    rank        integer NOT NULL DEFAULT 1,
    delta       integer NOT NULL DEFAULT 0,
    moved       integer NOT NULL DEFAULT 0,
    PRIMARY KEY (game_id, id)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX player_key ON player (game_id, key);
CREATE UNIQUE INDEX player_ticket ON player (game_id, ticket);
CREATE UNIQUE INDEX player_nickname ON player (game_id, folded) WHERE NOT removed;

-- No foreign key to player: it would lock the seat's row for every answer.
CREATE TABLE answer (
    game_id    uuid             NOT NULL REFERENCES game ON DELETE CASCADE,
    question   integer          NOT NULL,
    player_id  uuid             NOT NULL,
    id         text             NOT NULL,
    body       jsonb            NOT NULL,
    at         bigint           NOT NULL,
    elapsed_ms integer          NOT NULL,
    fraction   double precision,
    points     integer          NOT NULL,
    bonus      integer          NOT NULL DEFAULT 0,
    PRIMARY KEY (game_id, question, player_id)
);
CREATE UNIQUE INDEX answer_id ON answer (game_id, player_id, id);
