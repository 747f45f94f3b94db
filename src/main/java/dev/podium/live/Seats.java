package dev.podium.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What becomes of a seat after it is taken: its socket is lost, its player leaves, a host removes or releases it. */
@ApplicationScoped
class Seats {
    /** A seat counts as present for so long without a socket. */
    static final long ABSENT_AFTER_MS = 10_000;
    /** A seat whose instance has been silent for so long counts as absent. */
    static final long INSTANCE_DEAD_AFTER_MS = 30_000;

    /** True for a seat "p" at database time $now. When unsure: present. Who lives is looked up once, not seat by seat. */
    static final String PRESENT = "NOT p.removed AND NOT p.gone AND (p.instance_id = ANY (ARRAY("
            + "SELECT id FROM instance WHERE alive_at > to_timestamp(($now - " + INSTANCE_DEAD_AFTER_MS
            + ") / 1000.0)))"
            + " OR p.instance_id IS NULL AND p.lost_at > $now - " + ABSENT_AFTER_MS + ")";

    private static final String WAITING = ("SELECT count(*) AS present, count(a.player_id) AS answered FROM player p"
                    + " LEFT JOIN answer a ON a.game_id = p.game_id AND a.question = $2 AND a.player_id = p.id"
                    + " WHERE p.game_id = $1 AND " + PRESENT)
            .replace("$now", "$3::bigint");

    /** @param rttMs the smallest round trip measured on the socket, or null when none was */
    private record Loss(UUID game, UUID player, UUID holder, boolean left, Integer rttMs) {}

    private final Pool pool;
    private final Batcher<Loss, Boolean> losses;

    Seats(
            Pool pool,
            Vertx vertx,
            MeterRegistry metrics,
            @ConfigProperty(name = "podium.joins.delay-ms") int delayMs,
            @ConfigProperty(name = "podium.joins.rows") int rows,
            @ConfigProperty(name = "podium.joins.capacity") int capacity) {
        this.pool = pool;
        this.losses = new Batcher<>("losses", vertx, metrics, delayMs, rows, capacity, this::write);
    }

    /**
     * Notes that a seat has lost its socket, unless another holds it by now. Its time runs from the moment of writing: while
     * the database was away nobody could come back.
     */
    void lost(UUID game, UUID player, UUID holder, Integer rttMs) {
        losses.submit(new Loss(game, player, holder, false, rttMs));
    }

    /** Notes that a player has left; the seat stays, and its ticket is good. */
    void left(UUID game, UUID player, UUID holder) {
        losses.submit(new Loss(game, player, holder, true, null));
    }

    private CompletionStage<List<Boolean>> write(List<Loss> batch) {
        return pool.preparedQuery("""
                        UPDATE player p SET instance_id = NULL, gone = p.gone OR i.gone, rtt_ms = coalesce(i.rtt_ms, p.rtt_ms),
                               lost_at = (extract(epoch FROM clock_timestamp()) * 1000)::bigint
                        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[], $5::int[])
                             AS i (game_id, id, holder, gone, rtt_ms)
                        WHERE p.game_id = i.game_id AND p.id = i.id AND p.holder = i.holder
                        """)
                .execute(Tuple.from(Arrays.asList(
                        Columns.of(batch, UUID[]::new, Loss::game),
                        Columns.of(batch, UUID[]::new, Loss::player),
                        Columns.of(batch, UUID[]::new, Loss::holder),
                        Columns.of(batch, Boolean[]::new, Loss::left),
                        Columns.of(batch, Integer[]::new, Loss::rttMs))))
                .map(rows -> Collections.nCopies(batch.size(), true))
                .toCompletionStage();
    }

    /**
     * How many seats that are present have not answered; also positive when nobody is present, so that an empty room
     * closes nothing. Exact inside a transaction that holds the game's lock.
     */
    static Future<Long> presentWithoutAnswer(SqlClient client, UUID game, int question, long now) {
        return client.preparedQuery(WAITING)
                .execute(Tuple.of(game, question, now))
                .map(rows -> {
                    var row = rows.iterator().next();
                    long present = row.getLong("present");
                    return present == 0 ? 1 : present - row.getLong("answered");
                });
    }

    /** An outage is a pause for seats without a socket too: those that were present before it still are. */
    static Future<Void> moved(SqlClient client, UUID game, long gapMs) {
        return client.preparedQuery("UPDATE player SET lost_at = lost_at + $2 WHERE game_id = $1"
                        + " AND lost_at > (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $2 - "
                        + ABSENT_AFTER_MS)
                .execute(Tuple.of(game, gapMs))
                .mapEmpty();
    }

    /** Bans a seat and its key. Gives false when there is no such seat. */
    static Future<Boolean> remove(SqlClient client, UUID game, UUID player) {
        return change(client, game, player, "removed = true, instance_id = NULL, holder = NULL");
    }

    /** Lets the next phone that joins with this seat's nickname have it, with its score. */
    static Future<Boolean> release(SqlClient client, UUID game, UUID player) {
        return change(client, game, player, "released = true");
    }

    private static Future<Boolean> change(SqlClient client, UUID game, UUID player, String assignment) {
        return client.preparedQuery(
                        "UPDATE player SET " + assignment + " WHERE game_id = $1 AND id = $2 AND NOT removed")
                .execute(Tuple.of(game, player))
                .map(rows -> rows.rowCount() == 1);
    }
}
