package dev.podium.seat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** How many sit in each team, as phones are told before they join: counted once for all that look at about the same time. */
@Singleton
class TeamSizes {
    private static final Duration KEPT = Duration.ofSeconds(1);
    /** Games whose counts are kept; beyond it the one not looked at for longest is counted again. */
    static final int GAMES = 1_000;

    private record Counted(long at, Future<Map<String, Integer>> sizes) {}

    private final Map<UUID, Counted> counted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Counted> eldest) {
            return size() > GAMES;
        }
    };

    private final Function<UUID, Future<Map<String, Integer>>> count;
    private final LongSupplier nanoTime;

    @Inject
    TeamSizes(Pool pool) {
        this(game -> count(pool, game), System::nanoTime);
    }

    TeamSizes(Function<UUID, Future<Map<String, Integer>>> count, LongSupplier nanoTime) {
        this.count = count;
        this.nanoTime = nanoTime;
    }

    /** The present seats of each team by its id, at most a second old; teams without any are missing. Any thread. */
    synchronized Future<Map<String, Integer>> of(UUID game) {
        long now = nanoTime.getAsLong();
        var known = counted.get(game);
        if (known != null && now - known.at < KEPT.toNanos() && !known.sizes.failed()) return known.sizes;
        var sizes = count.apply(game);
        counted.put(game, new Counted(now, sizes));
        return sizes;
    }

    private static Future<Map<String, Integer>> count(Pool pool, UUID game) {
        return pool.preparedQuery("SELECT team, count(*)::int FROM player"
                        + " WHERE game_id = $1 AND counts AND NOT gone AND team IS NOT NULL GROUP BY team")
                .execute(Tuple.of(game))
                .map(rows -> {
                    var sizes = new HashMap<String, Integer>();
                    rows.forEach(row -> sizes.put(row.getString(0), row.getInteger(1)));
                    return sizes;
                });
    }
}
