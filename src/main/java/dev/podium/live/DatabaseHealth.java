package dev.podium.live;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether "acknowledged" can mean "stored": a server that does not flush its commits may lose them. Said always; where it
 * is required an instance on such a server is not ready.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private final Pool pool;
    private final boolean required;

    DatabaseHealth(Pool pool, @ConfigProperty(name = "podium.database.durable-required") boolean required) {
        this.pool = pool;
        this.required = required;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(
                        () -> pool.query("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
                                .execute()
                                .toCompletionStage())
                .map(rows -> {
                    var row = rows.iterator().next();
                    boolean durable =
                            row.getString(0).equals("on") && !row.getString(1).equals("off");
                    return HealthCheckResponse.named("durable commits")
                            .status(durable || !required)
                            .withData("fsync", row.getString(0))
                            .withData("synchronous_commit", row.getString(1))
                            .build();
                })
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.named("durable commits")
                        .down()
                        .withData("database", "away")
                        .build());
    }
}
