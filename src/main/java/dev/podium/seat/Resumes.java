package dev.podium.seat;

import dev.podium.configuration.Configuration;
import dev.podium.database.Batcher;
import dev.podium.database.Columns;
import dev.podium.instance.Instance;
import dev.podium.metrics.Metric;
import dev.podium.state.Gate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Gives seats back to their tickets, a batch at a time. Of two sockets on a seat the one with the larger n holds it. */
@ApplicationScoped
public class Resumes {

    /** @param n the client's counter, or null: then the newer socket holds the seat */
    public record Request(UUID game, String ticket, Long n, UUID holder) {}

    public sealed interface Result {
        record Seated(UUID player) implements Result {}

        record NoSeat() implements Result {}

        record Removed() implements Result {}

        record Elsewhere() implements Result {}
    }

    /** What had become of whoever comes back, or why there is no seat. */
    private enum Reason {
        /** Its line had ended, for whatever reason. */
        LOST,
        /** As far as anybody knows another line has it: the network has changed, an instance was killed, a page opened twice. */
        HELD,
        /** It had left. */
        LEFT,
        OUTDONE,
        REMOVED,
        UNKNOWN
    }

    private static final String TAKE = ("""
            WITH i AS MATERIALIZED (
                SELECT i.*, $pass AS passes
                FROM unnest($1::int[], $2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::uuid[])
                         AS i (ord, game_id, gate, ticket, n, holder)
            ), found AS MATERIALIZED (
                SELECT i.*, p.id, p.removed, p.vacated, p.n AS held, p.lost_at IS NOT NULL AS lost
                FROM i LEFT JOIN LATERAL (
                    SELECT id, removed, vacated, n, lost_at FROM player WHERE game_id = i.game_id AND ticket = i.ticket LIMIT 1) p ON true
            ), seats AS MATERIALIZED (
                SELECT p.game_id, p.id FROM found f JOIN player p ON p.game_id = f.game_id AND p.id = f.id
                WHERE f.passes ORDER BY p.game_id, p.id FOR NO KEY UPDATE OF p
            ), taken AS (
                UPDATE player p SET n = coalesce(f.n, p.n), holder = f.holder, instance_id = $7, lost_at = NULL, gone = false
                FROM found f JOIN (SELECT DISTINCT game_id, id FROM seats) s ON s.game_id = f.game_id AND s.id = f.id
                WHERE p.game_id = f.game_id AND p.id = f.id AND NOT p.removed AND NOT p.vacated
                      AND coalesce(f.n, p.n) >= p.n
                RETURNING f.ord
            )
            SELECT f.ord, f.passes, f.ord IN (SELECT ord FROM taken) AS taken, f.id, f.removed, f.vacated, f.lost,
                   f.held > coalesce(f.n, f.held) AS outdone
            FROM found f ORDER BY f.ord
            """).replace("$pass", Gate.writerPasses("i.gate"));

    private final Pool pool;
    private final Instance instance;
    private final Returns returns;
    private final Batcher<Request, Result> batcher;
    private final Map<Reason, Counter> decided = new EnumMap<>(Reason.class);

    Resumes(Pool pool, Vertx vertx, Instance instance, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.instance = instance;
        this.returns = new Returns(pool, instance);
        this.batcher = new Batcher<>("resumes", vertx, metrics, Batcher.Bounds.of(settings.joins()), this::write);
        for (var reason : Reason.values())
            decided.put(
                    reason,
                    metrics.counter(
                            Metric.RESUMES_DECIDED.id(), "reason", reason.name().toLowerCase(Locale.ROOT)));
    }

    public Future<Result> submit(Request request) {
        return batcher.submit(request);
    }

    private Future<List<Result>> write(List<Request> batch) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.from(Arrays.asList(
                        Columns.ordinals(batch.size()),
                        Columns.of(batch, UUID[]::new, Request::game),
                        Columns.of(batch, Integer[]::new, r -> Gate.of(r.game)),
                        Columns.of(batch, String[]::new, Request::ticket),
                        Columns.of(batch, Long[]::new, Request::n),
                        Columns.of(batch, UUID[]::new, Request::holder),
                        instance.id())))
                .compose(rows -> {
                    var results = new ArrayList<Future<Result>>(batch.size());
                    for (var row : rows) results.add(decide(batch.get(row.getInteger("ord")), row));
                    return Future.all(results).map(all -> all.<Result>list());
                });
    }

    private Future<Result> decide(Request request, Row row) {
        if (Boolean.TRUE.equals(row.getBoolean("vacated"))
                && !row.getBoolean("removed")
                && !row.getBoolean("outdone")) {
            return returns.resume(request.game, row.getUUID("id"), request.n, request.holder)
                    .map(back -> back ? decided(Reason.LEFT, new Result.Seated(row.getUUID("id"))) : null);
        }
        return Future.succeededFuture(decide(row));
    }

    private Result decide(Row row) {
        if (row.getUUID("id") == null) return decided(Reason.UNKNOWN, new Result.NoSeat());
        if (row.getBoolean("removed")) return decided(Reason.REMOVED, new Result.Removed());
        if (row.getBoolean("taken"))
            return decided(row.getBoolean("lost") ? Reason.LOST : Reason.HELD, new Result.Seated(row.getUUID("id")));
        // Undecided where somebody moves the game, or another row of the same batch took the seat: the next batch sees
        // its n.
        return row.getBoolean("outdone") ? decided(Reason.OUTDONE, new Result.Elsewhere()) : null;
    }

    private Result decided(Reason reason, Result result) {
        decided.get(reason).increment();
        return result;
    }
}
