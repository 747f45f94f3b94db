package dev.podium.crew;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The face of this package: who may take a game's wheel, and who still may. Any thread; results arrive on an event loop. */
@ApplicationScoped
public class Crew {
    /** An end can be taken back for an hour, from a remote too. */
    static final long REMOTE_AFTER_MS = TimeUnit.HOURS.toMillis(1);

    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /** Of a row {@code g} of {@code game}: whether the host {@code $host} steers it. */
    private static final String STEERS =
            "(g.owner_id = $host OR EXISTS (SELECT FROM game_host c WHERE c.game_id = g.id AND c.host_id = $host))";

    private static final String LIVES =
            "(g.finished_at IS NULL OR g.finished_at > " + NOW + " - " + REMOTE_AFTER_MS + ")";

    private static final String HOST = "SELECT FROM game g WHERE g.id = $1 AND " + STEERS.replace("$host", "$2");

    private static final String REMOTE = "UPDATE game_remote r SET used_at = " + NOW
            + " FROM game g WHERE r.game_id = $1 AND r.id = $2 AND r.token_hash = $3 AND g.id = r.game_id AND " + LIVES
            + " RETURNING r.id";

    static final String STILL =
            """
            SELECT w.ord FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[]) AS w (ord, game_id, host_id, remote)
            CROSS JOIN LATERAL (SELECT id, owner_id, finished_at FROM game WHERE id = w.game_id OFFSET 0) g
            WHERE CASE WHEN w.remote IS NULL THEN $steers
                       ELSE $lives AND EXISTS (SELECT FROM game_remote r WHERE r.game_id = g.id AND r.id = w.remote) END
            """.replace("$steers", STEERS.replace("$host", "w.host_id")).replace("$lives", LIVES);

    private final Pool pool;

    Crew(Pool pool) {
        this.pool = pool;
    }

    /** Whether a host is the owner of a game, or asked to steer it. */
    public Future<Boolean> steers(UUID host, UUID game) {
        return pool.preparedQuery(HOST).execute(Tuple.of(game, host)).map(rows -> rows.size() > 0);
    }

    /** Whether it is a host's own. */
    Future<Boolean> owns(UUID host, UUID game) {
        return pool.preparedQuery("SELECT FROM game WHERE id = $1 AND owner_id = $2")
                .execute(Tuple.of(game, host))
                .map(rows -> rows.size() > 0);
    }

    /** The remote of a game whose link carries this; empty for what never did, or does no more. */
    public Future<Optional<Steering>> remote(UUID game, String carried) {
        var token = RemoteToken.read(carried);
        if (token.isEmpty()) return Future.succeededFuture(Optional.empty());
        return pool.preparedQuery(REMOTE)
                .execute(Tuple.of(game, token.get().id(), token.get().hash()))
                .map(rows -> rows.stream()
                        .map(row -> new Steering(game, null, row.getString("id")))
                        .findFirst());
    }

    /** Those who may steer no longer: asked no more, revoked, or their time is over. One query for all. */
    public Future<List<Steering>> gone(List<Steering> all) {
        var ordinals = new Integer[all.size()];
        for (int i = 0; i < ordinals.length; i++) ordinals[i] = i;
        return pool.preparedQuery(STILL)
                .execute(Tuple.from(List.of(
                        ordinals,
                        all.stream().map(Steering::game).toArray(UUID[]::new),
                        all.stream().map(Steering::host).toArray(UUID[]::new),
                        all.stream().map(Steering::remote).toArray(String[]::new))))
                .map(rows -> {
                    var still = rows.stream().map(row -> row.getInteger("ord")).collect(Collectors.toSet());
                    return IntStream.range(0, all.size())
                            .filter(at -> !still.contains(at))
                            .mapToObj(all::get)
                            .toList();
                });
    }
}
