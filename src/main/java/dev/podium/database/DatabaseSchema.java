package dev.podium.database;

import dev.podium.configuration.Configuration;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
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
    static final int NEWEST = 42;

    private static final Logger LOG = Logger.getLogger(DatabaseSchema.class);
    private static final int ANSWER_S = 5;

    private final Pool pool;
    private final Provider<Flyway> flyway;
    private final boolean migrate;
    private final boolean only;
    private final Runnable end;

    @Inject
    DatabaseSchema(Pool pool, Provider<Flyway> flyway, Configuration settings) {
        // At once: a start has nothing yet that would have to be put in order, and its orderly end takes its time.
        this(pool, flyway, settings, () -> Runtime.getRuntime().halt(0));
    }

    /** @param end ends the process */
    DatabaseSchema(Pool pool, Provider<Flyway> flyway, Configuration settings, Runnable end) {
        this.pool = pool;
        this.flyway = flyway;
        this.end = end;
        this.only = settings.database().migrateOnly();
        this.migrate = only || settings.database().migrate();
    }

    /**
     * Blocks the main thread until the tables are there; throws, which ends the instance, where they cannot or may not be made,
     * and where the process is asked to end meanwhile. Ends the process itself where nothing else is wanted of it.
     */
    void start(@Observes @Priority(10) StartupEvent event) {
        try (var _ = new Interrupter()) {
            DirectLine.require(pool);
            if (version() < NEWEST) {
                if (migrate) flyway.get().migrate();
                else flyway.get().validate();
                DirectLine.require(pool);
            }
        }
        if (only) end.run();
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (Exception e) {
            LOG.debug("The database does not tell its version", e);
            return 0;
        }
    }
}
