package dev.podium.media;

import dev.podium.configuration.Configuration;
import dev.podium.database.Failures;
import dev.podium.loop.Hourly;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes what no quiz, not even one in the trash, and no game has used for long. */
@ApplicationScoped
class Collector {
    /** A few files of 20 MiB at a time. */
    private static final int AT_ONCE = 20;

    /** What somebody begins to use meanwhile is skipped, or the reference refuses and the next run comes. */
    static final String COLLECT = """
            DELETE FROM media WHERE hash IN (
                SELECT hash FROM media m
                WHERE unused_since < now() - $1 * interval '1 second'
                  AND NOT EXISTS (SELECT FROM media_quiz q WHERE q.hash = m.hash)
                  AND NOT EXISTS (SELECT FROM media_game g WHERE g.hash = m.hash)
                ORDER BY unused_since LIMIT\s""" + AT_ONCE + " FOR UPDATE SKIP LOCKED) RETURNING hash";

    private final Pool pool;
    private final Pieces pieces;
    private final Duration grace;
    private final Hourly hourly;

    Collector(Vertx vertx, Pool pool, Pieces pieces, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.pieces = pieces;
        this.grace = settings.media().unusedLongest();
        this.hourly = new Hourly("Collecting media", vertx, metrics, Failures::moment, this::collect);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        hourly.start();
    }

    @PreDestroy
    void stop() {
        hourly.stop();
    }

    /** Until nothing is left to collect. */
    Future<Void> collect() {
        return pool.preparedQuery(COLLECT).execute(Tuple.of(grace.toSeconds())).compose(rows -> {
            rows.forEach(row -> pieces.forget(row.getString("hash")));
            return rows.rowCount() < AT_ONCE ? Future.succeededFuture() : collect();
        });
    }
}
