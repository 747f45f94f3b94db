package dev.podium.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/**
 * What years of use leave in a database: finished games with their seats and answers. Rows are written in the order of their
 * keys, which are as random as the application's: indexes grow at their end, and the games that are measured later lie anywhere in
 * between.
 *
 * @param answers of all games together, spread evenly
 */
record History(int games, int answers) {
    /** Some 4 GB. */
    static final History LONG = new History(300_000, 10_000_000);

    private static final int SLICES = 20;

    /** Ids in order, each with its number. */
    private static final String IDS = """
            CREATE TEMPORARY TABLE old AS
            SELECT id, row_number() OVER (ORDER BY id) AS n
            FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, %d)) AS drawn
            """;

    /** Like a game that has just been opened, but played and over, between two days and two years ago. */
    private static final String GAMES = """
            INSERT INTO game (id, owner_id, quiz_id, pin, screen_token, title, language, settings, questions, seq, phase,
                              question, since, hosts_at, created_at, finished_at)
            SELECT old.id, g.owner_id, g.quiz_id, lpad((n %% 1000000)::text, 6, '0'), md5(old.id::text), g.title, g.language,
                   g.settings, g.questions, 42, 'finished', 9, at, at, at - 1200000, at
            FROM old, game g, LATERAL (SELECT g.created_at - 86400000 * (2 + n %% 700) AS at) AS ended
            WHERE n > %2$d AND n <= %3$d AND g.id = '%1$s'
            ORDER BY old.id
            """;

    private static final String SEATS = """
            INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at, lost_at, score, correct, rank)
            SELECT g.id, md5(g.id::text || p)::uuid, md5('key' || g.id || p), md5('ticket' || g.id || p), 'Anna ' || p,
                   'anna ' || p, g.created_at, g.finished_at, 9000 - p, 9, p
            FROM old JOIN game g USING (id), generate_series(1, 4) AS p
            WHERE n > %2$d AND n <= %3$d
            ORDER BY g.id
            """;

    /** Of the i-th answer of a game the player is one of its four in turn. */
    private static final String ANSWERS = """
            INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, fraction, points)
            SELECT g.id, i / 4, md5(g.id::text || (1 + i %% 4))::uuid, md5('answer' || g.id || i), '{"choices":["abcdefgh"]}',
                   g.created_at + 30000 * (i / 4), 1500, 1, 970
            FROM old JOIN game g USING (id), generate_series(0, n * %4$d / %5$d - (n - 1) * %4$d / %5$d - 1) AS i
            WHERE n > %2$d AND n <= %3$d
            ORDER BY g.id, i / 4
            """;

    /** Puts it into a new database, which the lab keeps from then on. */
    void fill(Lab lab, Progress progress) throws SQLException, IOException {
        progress.step("History: starting an instance");
        lab.freshInstance();
        var like = UUID.fromString(
                lab.desk().open(lab.desk().write(Quiz.of(10)), new JsonObject()).id());
        try (var database = lab.database()) {
            execute(database, "SET synchronous_commit = off");
            fill(database, like, progress);
            // What would otherwise be done while games are measured.
            progress.step("History: looking through it, as PostgreSQL does by itself");
            execute(database, "VACUUM (ANALYZE) game, player, answer");
        }
        lab.postgres().checkpoint();
        lab.keepDatabase();
    }

    /** @param like a game that was just opened; it is gone afterwards */
    void fill(Connection database, UUID like, Progress progress) throws SQLException {
        execute(database, IDS.formatted(games));
        for (int i = 0; i < SLICES; i++) {
            progress.step(String.format(
                    Locale.ROOT, "History: %,d games, %,d answers, %d %%", games, answers, 100 * i / SLICES));
            long from = (long) games * i / SLICES;
            long to = (long) games * (i + 1) / SLICES;
            for (var rows : new String[] {GAMES, SEATS, ANSWERS})
                execute(database, rows.formatted(like, from, to, (long) answers, (long) games));
        }
        execute(database, "DROP TABLE old");
        execute(database, "DELETE FROM game WHERE id = '" + like + "'");
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
