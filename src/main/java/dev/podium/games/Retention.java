package dev.podium.games;

import dev.podium.configuration.Configuration;
import dev.podium.database.Failures;
import dev.podium.loop.Hourly;
import dev.podium.state.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets go, once an hour, of what is kept long enough: rehearsals an hour after their end, which can be taken back so long, and
 * other games with all that was stored of their players, where it is configured for how long they stay.
 */
@Singleton
class Retention {
    static final int AT_ONCE = 50;

    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    static final String REHEARSALS = "SELECT id FROM game WHERE rehearsal AND finished_at < " + NOW
            + " - 3600000 ORDER BY finished_at LIMIT " + AT_ONCE;
    static final String OLD =
            "SELECT id FROM game WHERE finished_at < " + NOW + " - $1 ORDER BY finished_at LIMIT " + AT_ONCE;

    /** Alone with the game, as whoever moves it is. */
    private static final String DELETE =
            Gate.MOVER_PASSES + " DELETE FROM game USING gate WHERE game.id = $1 AND phase = 'finished'";

    private final Pool pool;
    private final Optional<Duration> longest;
    private final Hourly hourly;

    Retention(Vertx vertx, Pool pool, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.longest = settings.games().longest();
        this.hourly = new Hourly("Letting go of old games", vertx, metrics, Failures::moment, this::letGo);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        hourly.start();
    }

    @PreDestroy
    void stop() {
        hourly.stop();
    }

    Future<Void> letGo() {
        return all(REHEARSALS, Tuple.tuple())
                .compose(_ -> longest.map(longest -> all(OLD, Tuple.of(longest.toMillis())))
                        .orElseGet(Future::succeededFuture));
    }

    /** One after the other, so that no lock is held for long, until there are no more. */
    private Future<Void> all(String found, Tuple by) {
        return pool.preparedQuery(found).execute(by).compose(rows -> {
            var games = rows.stream().map(row -> row.getUUID("id")).toList();
            return delete(games)
                    .compose(deleted -> deleted && games.size() == AT_ONCE ? all(found, by) : Future.succeededFuture());
        });
    }

    /** Whether one was; without, the same would be found again. */
    private Future<Boolean> delete(List<UUID> games) {
        var deleted = Future.succeededFuture(false);
        for (var game : games)
            deleted = deleted.compose(before -> pool.preparedQuery(DELETE)
                    .execute(Tuple.of(game, Gate.of(game)))
                    .map(rows -> before || rows.rowCount() > 0));
        return deleted;
    }
}
