-- Who holds one of these may create the first host. Every instance that starts without a host prints its own;
-- they are rows so that any instance accepts it, and all of them are gone once there is a host.
CREATE TABLE setup_token (
    token_hash bytea PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
