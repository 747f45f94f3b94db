package dev.podium.step;

import dev.podium.database.HashJoins;
import dev.podium.database.QueueFull;
import dev.podium.game.Game;
import dev.podium.game.Key;
import dev.podium.game.Points;
import dev.podium.game.Question;
import dev.podium.game.Settings;
import dev.podium.metrics.Metric;
import dev.podium.state.GameRow;
import dev.podium.wire.AnswerJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * Works out what becomes of everybody when a question is judged again: read and folded while the game goes on, so that only the
 * writing waits for its row. A question that was revealed takes no answers any more: as long as the game's {@code seq} stands,
 * what was read of it and of those before is what there is.
 */
@Singleton
class Regrading {
    /** Each holds the answers to a question of a game in memory, and a connection. */
    static final int AT_ONCE = 4;

    private static final String ANSWERS = "SELECT player_id, body::text, elapsed_ms, limit_ms, fraction, points,"
            + " coalesce(first_fraction, fraction) AS first_fraction, coalesce(first_points, points) AS first_points"
            + " FROM answer WHERE game_id = $1 AND question = $2";

    private final Pool pool;
    private final Vertx vertx;
    private final AtomicInteger running = new AtomicInteger();
    private final Counter refused;

    Regrading(Pool pool, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.vertx = vertx;
        metrics.gauge(Metric.REGRADES_RUNNING.id(), running);
        this.refused = metrics.counter(Metric.REGRADES_REFUSED.id());
    }

    /**
     * What is to be written when a question is judged as a game will have it.
     *
     * @param row the game as it was read
     * @param next the same after the event
     * @return fails with {@link QueueFull} when too many are being worked out
     */
    Future<Regraded> workOut(GameRow row, Game next, int index) {
        if (running.incrementAndGet() > AT_ONCE) {
            running.decrementAndGet();
            refused.increment();
            return Future.failedFuture(new QueueFull("regrading"));
        }
        return pool.preparedQuery(ANSWERS)
                .execute(Tuple.of(row.id(), index))
                .compose(answers -> vertx.executeBlocking(() -> judged(answers, row, next, index), false))
                .compose(judged -> HashJoins.query(pool, client -> Regraded.fold(client, row, next, index, judged)))
                .onComplete(done -> running.decrementAndGet());
    }

    private static Regraded.Judged judged(RowSet<Row> answers, GameRow row, Game next, int index) {
        var plan = row.frozen().plan();
        var key = next.judged().get(index);
        boolean first = key == null || key instanceof Key.Void;
        var question = next.question(plan, index);
        var right = right(question, plan.settings());
        var players = new ArrayList<UUID>();
        var fractions = new ArrayList<Double>();
        var points = new ArrayList<Integer>();
        for (var answer : answers) {
            double given = answer.getDouble("first_fraction");
            double fraction = first ? given : right.applyAsDouble(answer.getString("body"));
            int worth = fraction == given
                    ? answer.getInteger("first_points")
                    : Points.of(
                            question,
                            fraction,
                            answer.getInteger("elapsed_ms"),
                            answer.getInteger("limit_ms") == null
                                    ? question.timeLimitMs()
                                    : answer.getInteger("limit_ms"),
                            plan.settings());
            if (fraction == answer.getDouble("fraction") && worth == answer.getInteger("points")) continue;
            players.add(answer.getUUID("player_id"));
            fractions.add(fraction);
            points.add(worth);
        }
        return new Regraded.Judged(
                players.toArray(UUID[]::new), fractions.toArray(Double[]::new), points.toArray(Integer[]::new));
    }

    /** Many give the same answer, which is judged once. */
    private static ToDoubleFunction<String> right(Question question, Settings settings) {
        var known = new HashMap<String, Double>();
        return body -> known.computeIfAbsent(
                body,
                text -> Points.fraction(question, AnswerJson.read(text).orElse(null), settings)
                        .orElse(0));
    }
}
