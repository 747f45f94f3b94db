package dev.podium.room;

import dev.podium.state.GameReader;
import dev.podium.state.GameRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Games as requests ask for them that no room here shows: one reading serves all who ask within a moment. That may be a step
 * old, which is found out where an answer is stored. Any thread.
 */
@Singleton
public class GameRows {
    private static final long MOMENT_NS = TimeUnit.MILLISECONDS.toNanos(500);
    /** Beyond it the oldest is read again. */
    private static final int KEPT = 1_000;

    private record Reading(Future<Optional<GameRow>> row, long at) {}

    private final Pool pool;
    private final GameReader games;
    private final Map<UUID, Reading> readings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Reading> eldest) {
            return size() > KEPT;
        }
    };

    GameRows(Pool pool, GameReader games) {
        this.pool = pool;
        this.games = games;
    }

    /** The same as it is now, for whoever has found out that it has moved. */
    public synchronized Future<Optional<GameRow>> newest(UUID game) {
        readings.remove(game);
        return of(game);
    }

    /** The game, empty where there is none. Fails while the database is away. */
    public synchronized Future<Optional<GameRow>> of(UUID game) {
        long now = System.nanoTime();
        var known = readings.get(game);
        if (known != null && !known.row.failed() && now - known.at < MOMENT_NS) return known.row;
        readings.remove(game);
        var row = games.load(pool, game);
        readings.put(game, new Reading(row, now));
        return row;
    }
}
