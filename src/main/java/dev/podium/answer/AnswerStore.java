package dev.podium.answer;

import dev.podium.configuration.Configuration;
import dev.podium.database.Batcher;
import dev.podium.database.Columns;
import dev.podium.database.QueueFull;
import dev.podium.game.Game;
import dev.podium.instance.Heartbeat;
import dev.podium.metrics.Metric;
import dev.podium.state.Gate;
import dev.podium.traces.Traced;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Stores answers: one statement for a few milliseconds' answers of all games, acknowledged after its commit.
 *
 * <p>The statement share-locks the games and judges by the rows it locked, so that no answer slips in after a close; it
 * skips games that somebody has locked, whose answers go into the next batch. It also tells what every row met; together with
 * what is stored by then, that decides in the contract's order: same id, other answer, shape, too early, too late, saved.
 */
@Singleton
public class AnswerStore {
    /** A closer waits no longer than this for the answers of this instance. */
    private static final int CLOSER_WAITS_MS = 250;

    /**
     * @param body the answer as JSON, or null when its shape is wrong
     * @param at arrival in database time
     * @param opensAt the opening it was scored against; null when the instance knew of none
     * @param fraction null for unscored kinds
     * @param limitMs the question's own
     * @param extra percent of more time that it was scored with
     */
    public record Entry(
            UUID game,
            int question,
            UUID player,
            UUID holder,
            String id,
            String body,
            long at,
            Long opensAt,
            int elapsedMs,
            Double fraction,
            int points,
            long limitMs,
            int extra) {}

    sealed interface Outcome {
        record Saved(boolean displaced) implements Outcome {}

        /**
         * @param stored the stored answer to the question as JSON; null where the same id stands for another question
         * @param same whether it is stored with this id
         */
        record Duplicate(String stored, boolean same) implements Outcome {}

        /** @param rounds how many the game has: one that has come since may have the question */
        record Invalid(int rounds) implements Outcome {}

        record Early() implements Outcome {}

        record Late() implements Outcome {}

        record Removed() implements Outcome {}

        /** Open, but since another moment, or for longer, than it was scored against: score again. */
        record Moved(long opensAt, int extra) implements Outcome {}
    }

    /**
     * The lookups are written so that each can only be a probe of a key: what the planner knows of a game that has just
     * filled is nothing, and joins of its choice grow with the square of the batch.
     */
    static final String WRITE = ("""
            WITH g AS MATERIALIZED (
                SELECT g.id, g.phase, g.question, g.opens_at, g.closes_at, g.cut_at, g.paused_at, g.since, g.round_count
                $writersPass
            ), i AS MATERIALIZED (
                SELECT i.*, p.holder, coalesce(p.removed, true) AS removed,
                       coalesce(p.waiting OR p.vacated, false) AS outside, coalesce(p.extra, 0) AS has_extra,
                       i.limit_ms * coalesce(p.extra, 0) / 100 AS extra_ms
                FROM unnest($3::int[], $4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::text[], $9::bigint[],
                                     $10::bigint[], $11::int[], $12::float8[], $13::int[], $14::bigint[], $15::int[])
                         AS i (ord, game_id, question, player_id, id, body, at, opens_at, elapsed_ms, fraction, points,
                               limit_ms, extra)
                LEFT JOIN LATERAL (
                    SELECT holder, removed, waiting, vacated, extra FROM player WHERE game_id = i.game_id AND id = i.player_id
                    LIMIT 1) p ON true
            ), s AS (
                INSERT INTO answer (game_id, question, player_id, id, body, at, elapsed_ms, fraction, points, limit_ms)
                SELECT i.game_id, i.question, i.player_id, i.id, i.body::jsonb, i.at, i.elapsed_ms, i.fraction, i.points,
                       CASE WHEN i.extra_ms > 0 THEN i.limit_ms + i.extra_ms END
                FROM i JOIN g ON g.id = i.game_id
                WHERE NOT i.removed AND NOT i.outside AND i.body IS NOT NULL
                  AND g.phase = 'question' AND g.question = i.question AND g.paused_at IS NULL
                  AND $inTime AND g.opens_at = i.opens_at AND i.has_extra = i.extra
                ON CONFLICT DO NOTHING
                RETURNING game_id, question, player_id, id
            )
            SELECT i.ord, g.id IS NOT NULL AS free,
                   (i.game_id, i.question, i.player_id, i.id) IN (SELECT game_id, question, player_id, id FROM s) AS saved,
                   g.phase, g.question AS asked, g.opens_at, g.paused_at IS NOT NULL AS paused,
                   $inTime AS in_time, i.at <= g.since AS before_close, i.removed, i.outside, i.has_extra, i.holder,
                   g.round_count
            FROM i LEFT JOIN g ON g.id = i.game_id
            """)
            .replace("$writersPass", Gate.WRITERS_PASS)
            .replace("$games", "$1")
            .replace("$gates", "$2")
            .replace(
                    "$inTime",
                    "coalesce(i.at <= greatest(g.closes_at, least(g.closes_at + i.extra_ms, g.cut_at)) + "
                            + Game.ON_THEIR_WAY_MS + ", true)");

    /** What is stored of answers that were not saved now; read after the commit, so that it shows what they met. */
    private static final String STORED = """
            SELECT i.ord, d.id IS NOT NULL AS same_id, o.body::text AS other
            FROM unnest($1::int[], $2::uuid[], $3::int[], $4::uuid[], $5::text[])
                 AS i (ord, game_id, question, player_id, id)
            LEFT JOIN LATERAL (
                SELECT id FROM answer WHERE game_id = i.game_id AND player_id = i.player_id AND id = i.id LIMIT 1) d ON true
            LEFT JOIN LATERAL (
                SELECT body FROM answer WHERE game_id = i.game_id AND question = i.question AND player_id = i.player_id
                LIMIT 1) o ON true
            """;

    /** One player sends an id once; a phone that sends it twice at once is told so the second time. */
    private record Sent(UUID game, UUID player, String id) {}

    private final Pool pool;
    private final Heartbeat heartbeat;
    private final Batcher<Entry, Outcome> batcher;
    private final Counter lateThoughInTime;

    public AnswerStore(Pool pool, Vertx vertx, Heartbeat heartbeat, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.heartbeat = heartbeat;
        this.batcher = new Batcher<>("answers", vertx, metrics, Batcher.Bounds.of(settings.answers()), this::write);
        this.lateThoughInTime = Counter.builder(Metric.ANSWERS_LATE_IN_TIME.id())
                .description("Answers stamped in time that met a closed question; must stay 0")
                .register(metrics);
    }

    /** Completes after the commit. Fails with {@link QueueFull} beyond the bound, or for a row that cannot be stored. */
    public Future<Outcome> submit(Entry entry, Traced traced) {
        return batcher.submit(entry, traced);
    }

    /** Completes when this instance's answers for the game are stored, or after {@value #CLOSER_WAITS_MS} ms. */
    public Future<Void> settled(UUID game) {
        if (batcher.size() == 0) return Future.succeededFuture();
        return batcher.settled(entry -> entry.game.equals(game))
                .timeout(CLOSER_WAITS_MS, TimeUnit.MILLISECONDS)
                .otherwiseEmpty();
    }

    /** Completes when everything handed over so far is stored. */
    public Future<Void> drained() {
        return batcher.settled(entry -> true);
    }

    private Future<List<Outcome>> write(List<Entry> batch) {
        return pool.preparedQuery(WRITE).execute(parameters(batch)).compose(rows -> decide(batch, rows));
    }

    static Tuple parameters(List<Entry> batch) {
        var games = batch.stream().map(Entry::game).distinct().toArray(UUID[]::new);
        return Tuple.from(Arrays.asList(
                games,
                Gate.of(games),
                Columns.ordinals(batch.size()),
                Columns.of(batch, UUID[]::new, Entry::game),
                Columns.of(batch, Integer[]::new, Entry::question),
                Columns.of(batch, UUID[]::new, Entry::player),
                Columns.of(batch, String[]::new, Entry::id),
                Columns.of(batch, String[]::new, Entry::body),
                Columns.of(batch, Long[]::new, Entry::at),
                Columns.of(batch, Long[]::new, Entry::opensAt),
                Columns.of(batch, Integer[]::new, Entry::elapsedMs),
                Columns.of(batch, Double[]::new, Entry::fraction),
                Columns.of(batch, Integer[]::new, Entry::points),
                Columns.of(batch, Long[]::new, Entry::limitMs),
                Columns.of(batch, Integer[]::new, Entry::extra)));
    }

    private Future<List<Outcome>> decide(List<Entry> batch, RowSet<Row> rows) {
        var met = new Row[batch.size()];
        for (var row : rows) met[row.getInteger("ord")] = row;
        var outcomes = Arrays.asList(new Outcome[batch.size()]);
        var others = new ArrayList<Integer>();
        var saved = new HashSet<Sent>();
        for (int i = 0; i < met.length; i++) {
            var entry = batch.get(i);
            if (met[i].getBoolean("saved") && saved.add(new Sent(entry.game, entry.player, entry.id))) {
                outcomes.set(i, new Outcome.Saved(!entry.holder.equals(met[i].getUUID("holder"))));
            } else {
                others.add(i);
            }
        }
        if (others.isEmpty()) return Future.succeededFuture(outcomes);
        return stored(others.stream().map(batch::get).toList()).map(stored -> {
            for (var row : stored) {
                int i = others.get(row.getInteger("ord"));
                outcomes.set(i, decide(batch.get(i), met[i], row));
            }
            return outcomes;
        });
    }

    private Future<RowSet<Row>> stored(List<Entry> entries) {
        return pool.preparedQuery(STORED)
                .execute(Tuple.from(Arrays.asList(
                        Columns.ordinals(entries.size()),
                        Columns.of(entries, UUID[]::new, Entry::game),
                        Columns.of(entries, Integer[]::new, Entry::question),
                        Columns.of(entries, UUID[]::new, Entry::player),
                        Columns.of(entries, String[]::new, Entry::id))));
    }

    /** Null when the row met nothing that decides: a locked game, or a close that an outage may yet move. */
    private Outcome decide(Entry entry, Row row, Row stored) {
        if (stored.getBoolean("same_id")) return new Outcome.Duplicate(stored.getString("other"), true);
        if (stored.getString("other") != null) return new Outcome.Duplicate(stored.getString("other"), false);
        if (row.getBoolean("removed")) return new Outcome.Removed();
        if (entry.body != null && row.getBoolean("outside")) return new Outcome.Early();
        if (!row.getBoolean("free")) return null;
        if (entry.body == null) return new Outcome.Invalid(row.getInteger("round_count"));
        int asked = row.getInteger("asked");
        var phase = row.getString("phase");
        if (phase.equals("finished")) return late(entry, row);
        if (entry.question > asked || entry.question == asked && phase.equals("ready")) return new Outcome.Early();
        if (entry.question < asked || !phase.equals("question")) return late(entry, row);
        if (row.getBoolean("paused")) return new Outcome.Early();
        if (!Boolean.TRUE.equals(row.getBoolean("in_time"))) return heartbeat.fresh() ? new Outcome.Late() : null;
        var opensAt = row.getLong("opens_at");
        int extra = row.getInteger("has_extra");
        return opensAt.equals(entry.opensAt) && extra == entry.extra ? null : new Outcome.Moved(opensAt, extra);
    }

    private Outcome late(Entry entry, Row row) {
        boolean stampedInTime = entry.question == row.getInteger("asked")
                && Boolean.TRUE.equals(row.getBoolean("in_time"))
                && row.getBoolean("before_close");
        if (stampedInTime) lateThoughInTime.increment();
        return new Outcome.Late();
    }
}
