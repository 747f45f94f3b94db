package dev.podium.bench;

import dev.podium.client.HostDesk;
import dev.podium.local.LocalPostgres;
import dev.podium.process.Artifact;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The bench's own PostgreSQL, an instance of what ships on the same core, and the driver's one event loop. */
final class Lab implements AutoCloseable {
    private static final Path HOME = Path.of("target", "bench");
    private static final String DATABASE = "bench";

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
    final Context loop = vertx.getOrCreateContext();
    final NetClient hosts = vertx.createNetClient();
    private final LocalPostgres postgres;
    private final Thread hook = new Thread(this::end);
    private boolean kept;
    private final List<Instance> running = new ArrayList<>();
    private Instance instance;
    private HostDesk desk;

    private Lab() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Runtime.getRuntime().addShutdownHook(hook);
        postgres = LocalPostgres.start(HOME.resolve("postgres"));
        Pinned.move(postgres.pid());
    }

    static Lab open() throws IOException, InterruptedException {
        return new Lab();
    }

    static Path home() {
        return HOME;
    }

    /** An instance on an empty database, or on the one that is kept; warm as a process that has just started. */
    void freshInstance() throws SQLException, IOException {
        stopInstance();
        if (!kept) {
            postgres.drop(DATABASE);
            postgres.create(DATABASE);
        }
        start();
        desk = signIn();
    }

    /** From now on every instance finds what is in the database. */
    void keepDatabase() {
        kept = true;
    }

    /** A desk at the instance that runs now. */
    HostDesk signIn() {
        return HostDesk.signIn(base(), "host@podium.local", "podium");
    }

    /** Another process on the same database. Gives how long it took to be ready, in milliseconds. */
    double start(String... options) throws IOException {
        return start(Artifact.JVM, options);
    }

    double start(Artifact artifact, String... options) throws IOException {
        stopInstance();
        instance = another(artifact, options);
        return instance.awaitReady();
    }

    /** One more, beside those that run. */
    Instance another(Artifact artifact, String... options) throws IOException {
        var log = HOME.resolve("instance-" + artifact + ".log");
        var started = Instance.start(artifact, log, postgres, DATABASE, options);
        running.add(started);
        return started;
    }

    /** Makes it the one that is meant. */
    void turnTo(Instance other, HostDesk itsDesk) {
        instance = other;
        desk = itsDesk;
    }

    void stopInstance() {
        running.forEach(Instance::kill);
        running.clear();
        instance = null;
    }

    Instance instance() {
        return instance;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    HostDesk desk() {
        return desk;
    }

    URI base() {
        return URI.create("http://localhost:" + instance.port() + "/");
    }

    Connection database() throws SQLException {
        return postgres.connect(DATABASE);
    }

    String databaseUrl() {
        return postgres.url(DATABASE);
    }

    Usage usage() {
        return Usage.now(instance.pid(), postgres.pid());
    }

    Host host(HostDesk.Opened game) {
        return new Host(loop, hosts, instance.port(), game.id(), desk.cookie());
    }

    @Override
    public void close() {
        vertx.close();
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        stopInstance();
        postgres.close();
    }
}
