package dev.podium.seat;

import dev.podium.game.Nickname;
import dev.podium.instance.Instance;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Gives vacated seats back: they count again, under a name that nobody has by now. Few do that, so each is written alone. */
final class Returns {
    private static final String NAME_TAKEN = "23505";

    /** Whoever comes back has no points, so stands behind all who have. */
    private static final String RETURN = """
            UPDATE player p SET vacated = false, gone = false, lost_at = NULL, nickname = $3, folded = $4,
                   team = coalesce($5, team), n = coalesce($6, n), holder = $7, instance_id = $8,
                   rank = 1 + (SELECT count(*) FROM player o WHERE o.game_id = $1 AND o.counts AND o.score > 0)
            WHERE game_id = $1 AND id = $2 AND vacated AND NOT removed AND coalesce($6, n) >= n
            """;

    /** Those of some names that nobody has: a probe of the index for each, however many are in the hall. */
    static final String FREE = """
            SELECT v.ord::int FROM unnest($2::text[]) WITH ORDINALITY AS v (folded, ord)
            LEFT JOIN LATERAL (
                SELECT true AS taken FROM player WHERE game_id = $1 AND folded = v.folded AND NOT removed LIMIT 1) p ON true
            WHERE p.taken IS NULL ORDER BY v.ord
            """;

    private final Pool pool;
    private final Instance instance;

    Returns(Pool pool, Instance instance) {
        this.pool = pool;
        this.instance = instance;
    }

    /** Whether the seat was given back: under its own name, or one like it. False: somebody was faster, to be tried again. */
    Future<Boolean> resume(UUID game, UUID player, Long n, UUID holder) {
        return pool.preparedQuery("SELECT nickname FROM player WHERE game_id = $1 AND id = $2")
                .execute(Tuple.of(game, player))
                .compose(rows -> {
                    var own = Nickname.of(rows.iterator().next().getString(0)).orElseThrow();
                    return free(game, own);
                })
                .compose(name -> name.isEmpty()
                        ? Future.succeededFuture(false)
                        : write(game, player, name.get(), null, n, holder));
    }

    /** The same under the name, and in the team, that its player wants by now. */
    Future<Boolean> join(UUID game, UUID player, Nickname name, String team, UUID holder) {
        return write(game, player, name, team, null, holder);
    }

    private Future<Optional<Nickname>> free(UUID game, Nickname own) {
        var names = Stream.concat(Stream.of(own), Nickname.variants(own, ThreadLocalRandom.current()).stream())
                .toList();
        var folded = names.stream().map(Nickname::folded).toArray(String[]::new);
        return pool.preparedQuery(FREE)
                .execute(Tuple.from(List.of(game, folded)))
                .map(rows -> rows.stream()
                        .map(row -> names.get(row.getInteger(0) - 1))
                        .findFirst());
    }

    private Future<Boolean> write(UUID game, UUID player, Nickname name, String team, Long n, UUID holder) {
        return pool.preparedQuery(RETURN)
                .execute(Tuple.from(
                        Arrays.asList(game, player, name.text(), name.folded(), team, n, holder, instance.id())))
                .map(rows -> rows.rowCount() == 1)
                .recover(failure -> failure instanceof PgException odd && NAME_TAKEN.equals(odd.getSqlState())
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure));
    }
}
