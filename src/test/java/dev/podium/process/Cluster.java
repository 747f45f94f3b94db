package dev.podium.process;

import dev.podium.client.HostDesk;
import dev.podium.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Some instances of the application on one PostgreSQL, all of them processes of their own.
 *
 * <p>{@code try (var cluster = Cluster.start("name", 2))} starts them with an empty database, and nothing outlives the
 * block; where the JVM itself is ended, a hook does the same. Logs are in {@code target/process}.
 */
final class Cluster implements AutoCloseable {
    private static final Path HOME = Path.of("target", "process");

    private final String database;
    private final List<Instance> instances = new ArrayList<>();
    private final Thread hook = new Thread(this::end);
    private LocalPostgres postgres;

    private Cluster(String name) throws SQLException {
        Runtime.getRuntime().addShutdownHook(hook);
        postgres = LocalPostgres.start(HOME.resolve("postgres"));
        database = name.replace('-', '_');
        postgres.drop(database);
        postgres.create(database);
    }

    static Cluster start(String name, int size) {
        try {
            Files.createDirectories(HOME);
            var cluster = new Cluster(name);
            try {
                // The first one alone brings the schema.
                for (int i = 0; i < size; i++)
                    cluster.add(name + "-" + i).start().awaitReady();
                return cluster;
            } catch (Throwable e) {
                cluster.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Instance instance(int index) {
        return instances.get(index);
    }

    /** The only instance, where there is but one. */
    Instance lone() {
        return instances.getFirst();
    }

    List<URI> doors() {
        return instances.stream().map(Instance::base).toList();
    }

    /** The demo data's host, signed in at an instance. */
    HostDesk desk(int index) {
        return HostDesk.signIn(instance(index).base(), "host@podium.local", "podium");
    }

    Connection database() throws SQLException {
        return postgres.connect(database);
    }

    /** When an instance last said that it lives, in milliseconds of the database's clock. */
    long aliveAt() throws SQLException {
        var sql = "SELECT (extract(epoch FROM max(alive_at)) * 1000)::bigint FROM instance";
        try (var connection = database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** {@code kill -9} of PostgreSQL's postmaster. */
    void killPostgres() {
        postgres.kill();
    }

    /** Starts the killed PostgreSQL again, on the folder and the port it had. */
    void restartPostgres() {
        postgres = LocalPostgres.start(HOME.resolve("postgres"), postgres.port());
    }

    /** Starts every instance that does not run, also one that ended because the database was away. */
    void revive() {
        instances.stream().filter(instance -> !instance.alive()).forEach(Instance::start);
    }

    boolean anyReady() {
        return instances.stream().anyMatch(Instance::ready);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        instances.forEach(Instance::retire);
        if (postgres != null) postgres.close();
    }

    private Instance add(String name) throws IOException {
        var log = HOME.resolve(name + ".log");
        Files.deleteIfExists(log);
        var settings = Map.of(
                "PODIUM_DATABASE_URL",
                postgres.url(database),
                "QUARKUS_DATASOURCE_USERNAME",
                LocalPostgres.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                postgres.password(),
                "PODIUM_PASSWORD_COST",
                "4",
                "PODIUM_DEMO",
                "true");
        var instance = new Instance(log, settings);
        instances.add(instance);
        return instance;
    }
}
