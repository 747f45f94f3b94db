package dev.podium.room;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;

/** Notes in the database that games have a host with them: a game without one for long ends, and one that moves by itself waits. */
public final class HostSigns {
    private static final String NOTE = "UPDATE game SET hosts_at = $2 WHERE id IN (SELECT id FROM game"
            + " WHERE id = ANY ($1) AND finished_at IS NULL FOR NO KEY UPDATE SKIP LOCKED)";

    private HostSigns() {}

    /**
     * Notes it of these games; of one that somebody works on, the next time.
     *
     * @param now the database's time in milliseconds
     */
    public static Future<Void> note(Pool pool, Collection<UUID> games, long now) {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(games.toArray(UUID[]::new), now))
                .mapEmpty();
    }
}
