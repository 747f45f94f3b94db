package dev.podium.bench;

import dev.podium.answer.AnswerStatement;
import dev.podium.local.LocalPostgres;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Floor of storing answers: the application's own statement, with as many rows in a batch, sent straight to PostgreSQL. */
final class StatementFloor {
    /** What {@code podium.answers.rows} says. */
    private static final int BATCH = 1_000;

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    /** Questions that the game never asked. */
    private static final int FIRST_QUESTION = 1_000;

    private final Lab lab;
    private final UUID game;
    private final List<UUID> players = new ArrayList<>();
    private final PgConnection connection;

    private StatementFloor(Lab lab, UUID game) throws SQLException {
        this.lab = lab;
        this.game = game;
        try (var database = lab.database();
                var statement = database.prepareStatement("SELECT id FROM player WHERE game_id = ?")) {
            statement.setObject(1, game);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) players.add(rows.getObject(1, UUID.class));
            }
        }
        var options = PgConnectOptions.fromUri(lab.databaseUrl())
                .setUser(LocalPostgres.USER)
                .setPassword(lab.postgres().password())
                .setCachePreparedStatements(true);
        connection = wait(PgConnection.connect(lab.vertx, options));
    }

    /** Stores one answer of each player of a game that is over, some times. Gives the rows a second of each time. */
    static List<Double> measure(Lab lab, UUID game, Progress progress) throws SQLException {
        progress.step("Floor: PostgreSQL alone stores as many answers");
        var floor = new StatementFloor(lab, game);
        try {
            var rounds = new ArrayList<Double>();
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                double rate = floor.round(FIRST_QUESTION + i);
                if (i >= WARM_UP) rounds.add(rate);
            }
            return rounds;
        } finally {
            wait(floor.connection.close());
        }
    }

    private double round(int question) throws SQLException {
        long opensAt = open(question);
        long begin = System.nanoTime();
        for (int from = 0; from < players.size(); from += BATCH) {
            var batch = players.subList(from, Math.min(players.size(), from + BATCH));
            var parameters = AnswerStatement.parameters(game, question, batch, opensAt);
            var rows = wait(connection.preparedQuery(AnswerStatement.sql()).execute(parameters));
            for (var row : rows)
                if (!row.getBoolean("saved")) throw new IllegalStateException("the floor's statement saved nothing");
        }
        return players.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private long open(int question) throws SQLException {
        long opensAt = System.currentTimeMillis();
        try (var database = lab.database();
                var statement =
                        database.prepareStatement("UPDATE game SET phase = 'question', question = ?, opens_at = ?,"
                                + " closes_at = ?, paused_at = NULL WHERE id = ?")) {
            statement.setInt(1, question);
            statement.setLong(2, opensAt);
            statement.setLong(3, opensAt + TimeUnit.HOURS.toMillis(1));
            statement.setObject(4, game);
            statement.executeUpdate();
        }
        return opensAt;
    }

    private static <T> T wait(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
