package dev.podium.seat;

import dev.podium.configuration.Configuration;
import dev.podium.database.Batcher;
import dev.podium.database.Columns;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.state.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Seats whose socket is lost, or whose player leaves: noted a batch at a time. */
@ApplicationScoped
public class Departures {
    private static final int RETRY_MS = 500;

    /** A seat that another socket holds by now is left alone. Whether somebody has answered is a probe of a key. */
    private static final String NOTE = ("""
            WITH i AS MATERIALIZED (
                SELECT i.*, $pass AS passes
                FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::boolean[], $6::int[], $7::int[])
                         AS i (game_id, gate, id, holder, gone, rtt_ms, ord)
            ), seats AS MATERIALIZED (
                SELECT p.game_id, p.id, i.gone, i.rtt_ms, i.gone AND g.id IS NOT NULL AND a.id IS NULL AS vacated
                FROM i JOIN player p ON p.game_id = i.game_id AND p.id = i.id
                LEFT JOIN LATERAL (
                    SELECT id FROM game WHERE i.gone AND id = i.game_id AND phase <> 'finished' LIMIT 1) g ON true
                LEFT JOIN LATERAL (
                    SELECT id FROM answer WHERE i.gone AND game_id = i.game_id AND player_id = i.id LIMIT 1) a ON true
                WHERE i.passes AND p.holder = i.holder ORDER BY p.game_id, p.id FOR NO KEY UPDATE OF p
            ), noted AS (
                UPDATE player p SET instance_id = NULL, gone = p.gone OR s.gone, rtt_ms = coalesce(s.rtt_ms, p.rtt_ms),
                       lost_at = (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
                       vacated = p.vacated OR s.vacated, folded = CASE WHEN s.vacated THEN NULL ELSE p.folded END
                FROM (SELECT game_id, id, bool_or(gone) AS gone, min(rtt_ms) AS rtt_ms, bool_or(vacated) AS vacated
                      FROM seats GROUP BY 1, 2) s
                WHERE p.game_id = s.game_id AND p.id = s.id
            )
            SELECT passes FROM i ORDER BY ord
            """).replace("$pass", Gate.writerPasses("i.gate"));

    /** @param rttMs the smallest round trip measured on the socket, or null when none was */
    private record Departure(UUID game, UUID player, UUID holder, boolean left, Integer rttMs) {}

    private final Pool pool;
    private final Batcher<Departure, Boolean> departures;
    private final Retry retry;

    Departures(Pool pool, Vertx vertx, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.departures = new Batcher<>("departures", vertx, metrics, Batcher.Bounds.of(settings.joins()), this::write);
        this.retry = new Retry("Noting a departure", vertx, metrics, RETRY_MS, Failures::moment);
    }

    /**
     * Notes that a seat has lost its socket, unless another holds it by now. Its time runs from the moment of writing: while
     * the database was away nobody could come back. A full queue is waited for: who is not noted counts as present for ever.
     */
    public Future<Boolean> lost(UUID game, UUID player, UUID holder, Integer rttMs) {
        return note(new Departure(game, player, holder, false, rttMs));
    }

    /**
     * Notes that a player has left; the seat stays, and its ticket is good. Without an answer in a game that runs it counts nowhere
     * until its player is back, and its name is free.
     */
    public Future<Boolean> left(UUID game, UUID player, UUID holder) {
        return note(new Departure(game, player, holder, true, null));
    }

    private Future<Boolean> note(Departure departure) {
        return retry.until(() -> true, () -> departures.submit(departure));
    }

    private Future<List<Boolean>> write(List<Departure> batch) {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.from(Arrays.asList(
                        Columns.of(batch, UUID[]::new, Departure::game),
                        Columns.of(batch, Integer[]::new, d -> Gate.of(d.game)),
                        Columns.of(batch, UUID[]::new, Departure::player),
                        Columns.of(batch, UUID[]::new, Departure::holder),
                        Columns.of(batch, Boolean[]::new, Departure::left),
                        Columns.of(batch, Integer[]::new, Departure::rttMs),
                        Columns.ordinals(batch.size()))))
                .map(rows -> rows.stream()
                        .map(row -> row.getBoolean(0) ? Boolean.TRUE : null)
                        .collect(Collectors.toList()));
    }
}
