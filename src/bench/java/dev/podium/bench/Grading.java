package dev.podium.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A question of a whole game is judged again: how long that takes, and how long the game's row is held meanwhile. */
final class Grading {
    private static final int QUESTIONS = 30;
    private static final int JUDGED = 10;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final String SEATS = """
            INSERT INTO player (game_id, id, key, ticket, nickname, folded, joined_at)
            SELECT '%1$s', gen_random_uuid(), 'key ' || n, 'ticket ' || n, 'Anna ' || n, 'anna ' || n, 0
            FROM generate_series(1, %2$d) AS n
            """;

    /** Five of eight are right, in no order: streaks of every length. */
    private static final String ANSWERS = """
            INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, fraction, points)
            SELECT g.id, q, p.id, q || ' ' || p.id, jsonb_build_object('choices', jsonb_build_array(
                       g.questions -> q -> 'choices' -> (CASE WHEN r.right THEN 0 ELSE 1 END) -> 'id')),
                   0, 1500, r.right::int, 963 * r.right::int
            FROM game g JOIN player p ON p.game_id = g.id, generate_series(0, %2$d - 1) AS q,
                 LATERAL (SELECT hashtext(q || p.id::text) & 7 < 5 AS right) AS r
            WHERE g.id = '%1$s'
            """;

    private static final String PLAYED =
            "UPDATE game SET phase = 'standings', question = %2$d - 1, opens_at = 1, closes_at = 2 WHERE id = '%1$s'";

    /**
     * Medians.
     *
     * @param heldMs the longest that somebody else waited for the row
     */
    record Result(int players, int questions, double allMs, double heldMs) {}

    private final Lab lab;
    private final int players;
    private final Progress progress;

    Grading(Lab lab, int players, Progress progress) {
        this.lab = lab;
        this.players = players;
        this.progress = progress;
    }

    Result measure() throws SQLException, IOException {
        progress.step("Grading: starting an instance");
        lab.freshInstance();
        var game = UUID.fromString(lab.desk()
                .open(lab.desk().write(Quiz.of(QUESTIONS)), new JsonObject())
                .id());
        try (var database = lab.database()) {
            progress.step("Grading: " + players + " players have answered " + QUESTIONS + " questions");
            execute(database, SEATS.formatted(game, players));
            execute(database, ANSWERS.formatted(game, QUESTIONS));
            execute(database, PLAYED.formatted(game, QUESTIONS));
            execute(database, "VACUUM (ANALYZE) player, answer");
            var choices = choices(database, game);
            var all = new ArrayList<Double>();
            var held = new ArrayList<Double>();
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                progress.step("Grading: time " + (i + 1) + " of " + (WARM_UP + ROUNDS));
                var done = new AtomicBoolean();
                var waits = CompletableFuture.supplyAsync(() -> longestWaitMs(database, game, done));
                long begun = System.nanoTime();
                lab.desk().send("/api/games/" + game + "/regrade", body(choices.get(i % 2)));
                double ms = (System.nanoTime() - begun) / 1e6;
                done.set(true);
                double wait = waits.join();
                if (i < WARM_UP) continue;
                all.add(ms);
                held.add(wait);
            }
            return new Result(players, QUESTIONS, Figures.median(all), Figures.median(held));
        }
    }

    private static JsonObject body(String right) {
        return new JsonObject().put("question", JUDGED).put("correct", new JsonArray().add(right));
    }

    private static double longestWaitMs(Connection database, UUID game, AtomicBoolean done) {
        double longest = 0;
        try {
            while (!done.get()) {
                long begun = System.nanoTime();
                execute(database, "SELECT FROM game WHERE id = '" + game + "' FOR SHARE");
                longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
                LockSupport.parkNanos(LOOK_NS);
            }
            return longest;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second and the third choice: the first is right when it begins. */
    private static List<String> choices(Connection database, UUID game) throws SQLException {
        var sql = "SELECT questions -> %1$d -> 'choices' -> 1 ->> 'id', questions -> %1$d -> 'choices' -> 2 ->> 'id'"
                + " FROM game WHERE id = '%2$s'";
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql.formatted(JUDGED, game))) {
            row.next();
            return List.of(row.getString(1), row.getString(2));
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
