package dev.podium.seat;

import dev.podium.instance.Instance;
import dev.podium.secret.RandomValue;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves a seat to another phone: by a code that the old phone, or a host, asks for and the new one reads. A code is good once and
 * for {@value #GOOD_MS} ms, and a newer one takes its place; only the hash of its secret half is stored, the other half says whose
 * seat it is, so that no index is needed.
 */
@Singleton
public class Handovers {
    static final long GOOD_MS = 60_000;

    /** What became of asking for a code. */
    public sealed interface Offer {
        record Code(String code) implements Offer {}

        record NoSeat() implements Offer {}

        /** Another phone has the seat already. */
        record Outdone() implements Offer {}
    }

    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    private static final String OFFER =
            "UPDATE player SET handover = $3, handover_until = " + NOW + " + " + GOOD_MS + " WHERE game_id = $1";

    private static final String BY_TICKET =
            OFFER + " AND ticket = $2 AND NOT removed AND coalesce($4::bigint, n) >= n RETURNING id";
    private static final String BY_ID = OFFER + " AND id = $2 AND NOT removed RETURNING id";

    private static final String SEAT =
            "SELECT id FROM player WHERE game_id = $1 AND ticket = $2 AND NOT removed LIMIT 1";

    /** The same phone may ask again; its key is that of the seat by then. */
    private static final String TAKE = """
            UPDATE player SET key = $3, ticket = CASE WHEN key = $3 THEN ticket ELSE $4 END,
                   n = CASE WHEN key = $3 THEN n ELSE 0 END, handed_at = CASE WHEN key = $3 THEN handed_at ELSE $now END,
                   holder = $5, instance_id = $6, lost_at = NULL, gone = false, released = false, handover = NULL
            WHERE game_id = $1 AND id = $2 AND NOT removed AND (key = $3 OR handover = $7 AND handover_until >= $now)
            RETURNING vacated
            """.replace("$now", NOW);

    private final Pool pool;
    private final Instance instance;
    private final Returns returns;

    Handovers(Pool pool, Instance instance) {
        this.pool = pool;
        this.instance = instance;
        this.returns = new Returns(pool, instance);
    }

    /**
     * A code for the seat of a ticket.
     *
     * @param n the client's counter, or null
     */
    Future<Offer> offer(UUID game, String ticket, Long n) {
        var secret = Secret.draw();
        return pool.preparedQuery(BY_TICKET)
                .execute(Tuple.from(Arrays.asList(game, ticket, Buffer.buffer(secret.hash()), n)))
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture(code(rows.iterator().next(), secret))
                        : pool.preparedQuery(SEAT)
                                .execute(Tuple.of(game, ticket))
                                .map(found -> found.size() == 0 ? new Offer.NoSeat() : new Offer.Outdone()));
    }

    /** A code for any seat, as a host asks for one. */
    public Future<Offer> offer(UUID game, UUID player) {
        var secret = Secret.draw();
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(game, player, Buffer.buffer(secret.hash())))
                .map(rows -> rows.rowCount() == 1 ? code(rows.iterator().next(), secret) : new Offer.NoSeat());
    }

    /**
     * Gives the seat of a code to the phone with this key, under a new ticket.
     *
     * @param holder the socket that holds it from now on
     * @return the player, or empty where the code opens nothing
     */
    public Future<Optional<UUID>> take(UUID game, String code, String key, UUID holder) {
        return read(code)
                .map(read -> take(game, read, key, holder))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<UUID>> take(UUID game, Code code, String key, UUID holder) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.from(List.of(
                        game,
                        code.player,
                        key,
                        Ticket.draw(game),
                        holder,
                        instance.id(),
                        Buffer.buffer(code.secret.hash()))))
                .compose(rows -> {
                    if (rows.rowCount() == 0) return Future.succeededFuture(Optional.empty());
                    boolean vacated = rows.iterator().next().getBoolean(0);
                    var back = vacated ? returns.resume(game, code.player, null, holder) : Future.succeededFuture(true);
                    return back.map(_ -> Optional.of(code.player));
                });
    }

    private record Code(UUID player, Secret secret) {}

    private static Offer code(Row row, Secret secret) {
        var player = row.getUUID(0);
        var bytes = ByteBuffer.allocate(2 * Secret.BYTES)
                .putLong(player.getMostSignificantBits())
                .putLong(player.getLeastSignificantBits())
                .put(secret.bytes());
        return new Offer.Code(RandomValue.text(bytes.array()));
    }

    private static Optional<Code> read(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != 2 * Secret.BYTES) return Optional.empty();
            var buffer = ByteBuffer.wrap(bytes);
            var player = new UUID(buffer.getLong(), buffer.getLong());
            return Optional.of(new Code(player, new Secret(Arrays.copyOfRange(bytes, Secret.BYTES, bytes.length))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
