package dev.podium.catalogue;

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

/** Deletes for good what has been in the trash for long; pictures that nothing else uses are collected after that. */
@ApplicationScoped
class Emptying {
    private static final int AT_ONCE = 200;

    /** What somebody brings back meanwhile is skipped. */
    static final String DELETE = """
            DELETE FROM quiz WHERE id IN (
                SELECT id FROM quiz WHERE deleted_at < now() - $1 * interval '1 second'
                ORDER BY deleted_at LIMIT\s""" + AT_ONCE + " FOR UPDATE SKIP LOCKED)";

    private final Pool pool;
    private final Duration longest;
    private final Hourly hourly;

    Emptying(Vertx vertx, Pool pool, MeterRegistry metrics, Configuration settings) {
        this.pool = pool;
        this.longest = settings.library().trashLongest();
        this.hourly = new Hourly("Emptying the trash", vertx, metrics, Failures::moment, this::empty);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        hourly.start();
    }

    @PreDestroy
    void stop() {
        hourly.stop();
    }

    /** Until nothing old is left. */
    Future<Void> empty() {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(longest.toSeconds()))
                .compose(rows -> rows.rowCount() < AT_ONCE ? Future.succeededFuture() : empty());
    }
}
