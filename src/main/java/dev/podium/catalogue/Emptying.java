package dev.podium.catalogue;

import dev.podium.configuration.Configuration;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Deletes for good what has been in the trash for long; pictures that nothing else uses are collected after that. */
@ApplicationScoped
class Emptying {
    private static final int EVERY_MS = (int) TimeUnit.HOURS.toMillis(1);
    private static final int AT_ONCE = 200;

    /** What somebody brings back meanwhile is skipped. */
    static final String DELETE = """
            DELETE FROM quiz WHERE id IN (
                SELECT id FROM quiz WHERE deleted_at < clock_timestamp() - $1 * interval '1 second'
                ORDER BY deleted_at LIMIT\s""" + AT_ONCE + " FOR UPDATE SKIP LOCKED)";

    private final Vertx vertx;
    private final Pool pool;
    private final Duration longest;
    private final Retry retry;
    private volatile long timer;

    Emptying(Vertx vertx, Pool pool, MeterRegistry metrics, Configuration settings) {
        this.vertx = vertx;
        this.pool = pool;
        this.longest = settings.library().trashLongest();
        this.retry = new Retry("Emptying the trash", vertx, metrics, EVERY_MS, Failures::moment);
    }

    void start(@Observes @Priority(300) StartupEvent event) {
        timer = vertx.setTimer(ThreadLocalRandom.current().nextInt(60_000, EVERY_MS), _ -> run());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void run() {
        timer = vertx.setTimer(EVERY_MS, _ -> run());
        empty().onFailure(retry::failed);
    }

    /** Until nothing old is left. */
    Future<Void> empty() {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(longest.toSeconds()))
                .compose(rows -> rows.rowCount() < AT_ONCE ? Future.succeededFuture() : empty());
    }
}
