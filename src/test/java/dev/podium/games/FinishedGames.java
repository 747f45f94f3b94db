package dev.podium.games;

import static dev.podium.games.OpenGames.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

/** Games that are over, with seats, answers and a log, made for a test: what a year of use leaves. */
public final class FinishedGames {
    private static final String GAMES = """
            WITH made AS (
                INSERT INTO game (id, owner_id, pin, screen_token, title, settings, questions, phase, question, since, due_at,
                                  hosts_at, created_at, finished_at)
                SELECT gen_random_uuid(), (SELECT id FROM host LIMIT 1), lpad(n::text, 6, '0'), gen_random_uuid()::text, 'Old',
                       '{}', '[]', 'finished', 0, 1, 1, 1, 1, 1 FROM generate_series($1::int, $2::int) n
                RETURNING id
            ), seats AS (
                INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at, lost_at)
                SELECT m.id, gen_random_uuid(), n::text, n::text, 'Anna ' || n, 'anna ' || n, 1, 1
                FROM made m, generate_series(1, 3) n
                RETURNING game_id, id
            ), answers AS (
                INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, fraction, points)
                SELECT game_id, 0, id, id::text, '{"choices":["abcdefgh"]}', 1, 1, 1, 1000 FROM seats
            )
            INSERT INTO game_event (game_id, seq, at, type, body)
            SELECT m.id, n, 1, 'shifted', '{}' FROM made m, generate_series(1, 3) n
            """;

    private static final int SLICE = 1_000;

    private FinishedGames() {}

    /** A slice at a time: all at once are more than a statement may take on a machine with much else to do. */
    public static void add(Pool pool, int games) {
        for (int first = 1; first <= games; first += SLICE) {
            await(pool.preparedQuery(GAMES).execute(Tuple.of(first, Math.min(first + SLICE - 1, games))));
        }
    }
}
