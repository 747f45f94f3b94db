package dev.podium.database;

import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Sees to it that the database has the tables of this version before anything else asks for them.
 *
 * <p>Nearly every start finds them there, which one query tells: Flyway, with its own driver, costs a cold JVM tenths of a second.
 * It is asked where something is to be done, and where the database does not answer, because it waits for one.
 */
@Singleton
class DatabaseSchema {
    /** The newest file in {@code db/migration}; whoever adds one raises it. */
    static final int NEWEST = 28;

    private static final Logger LOG = Logger.getLogger(DatabaseSchema.class);
    private static final int ANSWER_S = 5;

    private final Pool pool;
    private final Provider<Flyway> flyway;
    private final boolean migrate;

    DatabaseSchema(
            Pool pool, Provider<Flyway> flyway, @ConfigProperty(name = "podium.database.migrate") boolean migrate) {
        this.pool = pool;
        this.flyway = flyway;
        this.migrate = migrate;
    }

    /** Blocks the main thread until the tables are there; throws, which ends the instance, where they cannot or may not be made. */
    void start(@Observes @Priority(10) StartupEvent event) {
        if (version() >= NEWEST) return;
        if (migrate) flyway.get().migrate();
        else flyway.get().validate();
    }

    /** @return 0 where there are no tables, or nobody to ask */
    private int version() {
        try {
            return pool.query("SELECT coalesce(max(version::int), 0) FROM flyway_schema_history WHERE success")
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ANSWER_S, TimeUnit.SECONDS)
                    .iterator()
                    .next()
                    .getInteger(0);
        } catch (Exception e) {
            LOG.debug("The database does not tell its version", e);
            return 0;
        }
    }
}
