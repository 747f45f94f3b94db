package dev.podium.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * Gives every Quarkus test a real PostgreSQL with a fresh database. Registered as a service: tests need no annotation.
 *
 * <p>The server's folder is {@code target/postgres}; a server that a killed test run left there is taken over.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.start(Path.of("target", "postgres"));
        var database = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            postgres.create(database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + database, e);
        }
        return Map.of(
                "podium.database.url", postgres.url(database),
                "quarkus.datasource.username", LocalPostgres.USER,
                "quarkus.datasource.password", postgres.password());
    }

    @Override
    public void stop() {
        if (postgres != null) postgres.close();
    }
}
