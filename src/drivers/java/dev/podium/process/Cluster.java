package dev.podium.process;

import dev.podium.client.HostDesk;
import dev.podium.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Some instances of the application on one PostgreSQL, all of them processes of their own.
 *
 * <p>{@code try (var cluster = Cluster.start("name", 2))} starts them with an empty database, and nothing outlives the
 * block; where the JVM itself is ended, a hook does the same. Logs are in the shape's folder, by default one of its name in
 * {@code target/process}.
 */
public final class Cluster implements AutoCloseable {
    private final Shape shape;
    private final String database;
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::end);
    private LocalPostgres postgres;
    private Replicas replicas;
    private Valkey valkey;
    private URI front;

    private Cluster(Shape shape) throws SQLException, IOException {
        this.shape = shape;
        Runtime.getRuntime().addShutdownHook(hook);
        database = shape.name().replace('-', '_');
        if (shape.valkey()) valkey = Valkey.start(shape.home());
        if (shape.standbyOffMs() != null) {
            replicas = Replicas.start(shape.home(), database, shape.standbyOffMs());
            return;
        }
        postgres = LocalPostgres.start(shape.home().resolve("postgres"));
        postgres.drop(database);
        postgres.create(database);
    }

    public static Cluster start(String name, int size) {
        return start(Shape.of(name, size));
    }

    public static Cluster start(Shape shape) {
        try {
            Files.createDirectories(shape.home());
            var cluster = new Cluster(shape);
            try {
                for (int i = 0; i < shape.instances(); i++) {
                    cluster.add(i).start();
                    // The first one alone brings the schema.
                    if (i == 0) cluster.lone().awaitReady();
                }
                cluster.instances.forEach(Instance::awaitReady);
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

    public Instance instance(int index) {
        return instances.get(index);
    }

    /** One more, which is not started yet. */
    public synchronized Instance another() {
        try {
            return add(instances.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody comes by this address, which some other program keeps. */
    public void enterBy(URI address) {
        front = address;
    }

    /** The only instance, where there is but one. */
    public Instance lone() {
        return instances.getFirst();
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    public List<URI> doors() {
        return front == null ? instances.stream().map(Instance::base).toList() : List.of(front);
    }

    /** The demo data's host, signed in at an instance. */
    public HostDesk desk(int index) {
        return HostDesk.signIn(front == null ? instance(index).base() : front, "host@podium.local", "podium");
    }

    public Connection database() throws SQLException {
        return replicas == null ? postgres.connect(database) : replicas.connect();
    }

    /** PostgreSQL's primary tells its standby nothing more: what it is asked to store it cannot promise. */
    void silencePrimary() throws SQLException, IOException {
        replicas.silence();
    }

    /** Whether it has stored something that its standby does not know of. */
    boolean commitsWait() throws SQLException {
        return replicas.commitsWait();
    }

    /** PostgreSQL's primary is gone, and its standby is not asked yet. */
    void killPrimary() {
        replicas.killPrimary();
    }

    /** The standby answers from now on, at the address of the primary. */
    void promoteStandby() throws SQLException {
        replicas.promote();
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
    public void killPostgres() {
        postgres.kill();
    }

    /** Starts the killed PostgreSQL again, on the folder and the port it had. */
    public void restartPostgres() {
        postgres = LocalPostgres.start(shape.home().resolve("postgres"), postgres.port());
    }

    /** Stops PostgreSQL with all its processes in the middle of what they do, for as long as {@link #resumePostgres} is not called. */
    public void stallPostgres() throws IOException {
        postgres.stall();
    }

    public void resumePostgres() throws IOException {
        postgres.resume();
    }

    /** What carries the hints is killed; returns what brings it back. Where PostgreSQL carries them, its listeners are, and come back by themselves. */
    public Runnable killBus() throws SQLException {
        if (valkey != null) {
            valkey.kill();
            return valkey::start;
        }
        var sql =
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'";
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return () -> {};
    }

    /** Starts every instance that does not run, also one that ended because the database was away. */
    public void revive() {
        instances.stream().filter(instance -> !instance.alive()).forEach(Instance::start);
    }

    public boolean anyReady() {
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
        if (replicas != null) replicas.close();
        if (valkey != null) valkey.close();
    }

    private Instance add(int index) throws IOException {
        var log = shape.home().resolve(shape.name() + "-" + index + ".log");
        Files.deleteIfExists(log);
        var settings = new HashMap<>(shape.settings());
        settings.put("PODIUM_DATABASE_URL", replicas == null ? postgres.url(database) : replicas.url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", replicas == null ? postgres.password() : replicas.password());
        settings.put("PODIUM_PASSWORD_COST", "4");
        settings.put("PODIUM_DEMO", "true");
        if (valkey != null) {
            settings.put("PODIUM_BUS", "valkey");
            settings.put("PODIUM_VALKEY_URL", valkey.url());
        }
        var instance = new Instance(shape.artifact(), log, settings, shape.options());
        instances.add(instance);
        return instance;
    }
}
