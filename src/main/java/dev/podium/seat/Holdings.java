package dev.podium.seat;

import dev.podium.configuration.Configuration;
import dev.podium.database.Batcher;
import dev.podium.database.Columns;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose seat a ticket is, for frames that come as requests of their own to any instance: looked up a batch at a time, and noted
 * about once a heartbeat that the seat was heard, so that the instance that has its stream learns of it.
 */
@ApplicationScoped
public class Holdings {
    /** @param n the client's counter, or null */
    public record Request(UUID game, String ticket, Long n) {}

    /**
     * A seat as it is held now.
     *
     * @param outdone whether another connection has a larger n
     * @param extra percent of more time
     * @param rttMs the round trip kept with the seat, or null
     */
    public record Held(UUID player, UUID holder, boolean removed, boolean outdone, int extra, Integer rttMs) {}

    /** Which player of which game. */
    public record Sitting(UUID game, UUID player) {}

    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /** A row that somebody writes is passed over: its next frame is noted. */
    static final String FIND = """
            WITH found AS MATERIALIZED (
                SELECT i.ord, i.n AS asked, p.*
                FROM unnest($1::int[], $2::uuid[], $3::text[], $4::bigint[]) AS i (ord, game_id, ticket, n)
                LEFT JOIN LATERAL (
                    SELECT s.game_id, s.id, s.holder, s.removed, s.n, s.extra, s.rtt_ms, s.heard_at
                    FROM player s WHERE s.game_id = i.game_id AND s.ticket = i.ticket LIMIT 1) p ON true
            ), quiet AS MATERIALIZED (
                SELECT p.game_id, p.id
                FROM (SELECT DISTINCT game_id, id FROM found
                      WHERE NOT removed AND coalesce(asked, n) >= n AND coalesce(heard_at, 0) < $now - $5) f
                JOIN player p ON p.game_id = f.game_id AND p.id = f.id
                FOR NO KEY UPDATE OF p SKIP LOCKED
            ), noted AS (
                UPDATE player p SET heard_at = $now FROM quiet q WHERE p.game_id = q.game_id AND p.id = q.id
            )
            SELECT id, holder, removed, extra, rtt_ms, coalesce(asked, n) < n AS outdone FROM found ORDER BY ord
            """.replace("$now", NOW);

    static final String HEARD = """
            SELECT p.game_id, p.id, $now - p.heard_at AS ago
            FROM unnest($1::uuid[], $2::uuid[]) AS i (game_id, id)
            JOIN LATERAL (
                SELECT s.game_id, s.id, s.heard_at FROM player s WHERE s.game_id = i.game_id AND s.id = i.id LIMIT 1) p ON true
            WHERE p.heard_at IS NOT NULL
            """.replace("$now", NOW);

    private final Pool pool;
    private final long noteAfterMs;
    private final Batcher<Request, Optional<Held>> batcher;

    Holdings(Pool pool, Vertx vertx, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.noteAfterMs = settings.heartbeatMs() / 2;
        this.batcher = new Batcher<>("holdings", vertx, metrics, Batcher.Bounds.of(settings.joins()), this::read);
    }

    /** The seat of a ticket; empty where it opens none. Waits for a database that is away. */
    public Future<Optional<Held>> find(Request request) {
        return batcher.submit(request);
    }

    /** How long ago these seats were heard by requests of their own, in milliseconds, as far as they ever were. */
    public Future<Map<Sitting, Long>> heard(List<Sitting> seats) {
        return pool.preparedQuery(HEARD)
                .execute(Tuple.from(List.of(
                        Columns.of(seats, UUID[]::new, Sitting::game),
                        Columns.of(seats, UUID[]::new, Sitting::player))))
                .map(rows -> {
                    var ago = new HashMap<Sitting, Long>();
                    for (var row : rows)
                        ago.put(new Sitting(row.getUUID("game_id"), row.getUUID("id")), row.getLong("ago"));
                    return ago;
                });
    }

    private Future<List<Optional<Held>>> read(List<Request> batch) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.from(Arrays.asList(
                        Columns.ordinals(batch.size()),
                        Columns.of(batch, UUID[]::new, Request::game),
                        Columns.of(batch, String[]::new, Request::ticket),
                        Columns.of(batch, Long[]::new, Request::n),
                        noteAfterMs)))
                .map(rows -> rows.stream().map(Holdings::held).collect(Collectors.toList()));
    }

    private static Optional<Held> held(Row row) {
        if (row.getUUID("id") == null) return Optional.empty();
        return Optional.of(new Held(
                row.getUUID("id"),
                row.getUUID("holder"),
                row.getBoolean("removed"),
                row.getBoolean("outdone"),
                row.getInteger("extra"),
                row.getInteger("rtt_ms")));
    }
}
