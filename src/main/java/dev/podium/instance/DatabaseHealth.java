package dev.podium.instance;

import dev.podium.configuration.Configuration;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this instance can do its work, as far as the database has a say.
 *
 * <p>Not before the database has answered once. After that an outage changes nothing for a good while: all instances have the
 * same database, so nobody else would do better, and who is let in is kept waiting and goes on by itself when it is over. An
 * instance that has heard nothing for very long may be alone with that, and takes nobody in any more.
 *
 * <p>"Acknowledged" can only mean "stored" where the server flushes its commits. What it does is always said; where it is
 * required an instance on another server is not ready.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    /** Whoever asks gives up after 2 s. */
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final Pool pool;
    private final Heartbeat heartbeat;
    private final boolean required;
    private final long awayLongestMs;
    private volatile boolean durable = true;

    DatabaseHealth(Pool pool, Heartbeat heartbeat, Configuration settings) {
        this.pool = pool;
        this.heartbeat = heartbeat;
        this.required = settings.database().durableRequired();
        this.awayLongestMs =
                Duration.ofSeconds(settings.database().awayLongestS()).toMillis();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(
                        () -> pool.query("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
                                .execute()
                                .toCompletionStage())
                .ifNoItem()
                .after(ANSWER)
                .fail()
                .map(rows -> there(rows.iterator().next()))
                .onFailure()
                .recoverWithItem(this::away)
                .map(response -> response.status(
                                ready(durable, required, heartbeat.silentMs().orElse(Long.MAX_VALUE), awayLongestMs))
                        .build());
    }

    /** @param silentMs since the database last took a sign of life */
    static boolean ready(boolean durable, boolean required, long silentMs, long awayLongestMs) {
        return silentMs <= awayLongestMs && (durable || !required);
    }

    private HealthCheckResponseBuilder there(Row row) {
        durable = row.getString(0).equals("on") && !row.getString(1).equals("off");
        return HealthCheckResponse.named("database")
                .withData("database", "there")
                .withData("fsync", row.getString(0))
                .withData("synchronous_commit", row.getString(1));
    }

    private HealthCheckResponseBuilder away() {
        return HealthCheckResponse.named("database").withData("database", "away");
    }
}
