package dev.podium.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL of this checkout's own, as durable as the real one: what it has committed survives {@code kill -9}.
 *
 * <p>Everything lies in one folder: {@code data}, {@code binaries}, {@code password} and {@code server.log}. The server
 * outlives a killed JVM, so {@link #start} takes over one that already runs on the same folder. Only those who can read
 * the password file can connect, and only from this machine.
 */
public final class LocalPostgres implements AutoCloseable {
    /** The role that owns every database made here; it is no superuser. */
    public static final String USER = "podium";

    private static final String SUPERUSER = "postgres";
    /** A killed server may stay a zombie, and its children hold its shared memory, for seconds. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(15);
    /** Replaying the log after a crash takes longer the more was written. */
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private static final int ANY_PORT = 0;
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** What matters is thrown, and what the server says is in its log. Held, as loggers without a holder are forgotten. */
    private static final Logger STARTER = Logger.getLogger(EmbeddedPostgres.class.getName());

    static {
        STARTER.setLevel(Level.OFF);
    }

    private final Path home;
    private final Path data;
    private final String password;
    private final int wantedPort;
    private Postmaster postmaster;
    private Optional<EmbeddedPostgres> started = Optional.empty();

    private LocalPostgres(Path home, int wantedPort) throws IOException {
        this.wantedPort = wantedPort;
        this.home = Files.createDirectories(home).toRealPath();
        this.data = this.home.resolve("data");
        this.password = password(this.home.resolve("password"));
    }

    /**
     * Starts the server of a folder, or takes over the one that runs there. Blocks until it answers.
     *
     * @throws IllegalStateException when it does not answer in time; the folder's {@code server.log} says why
     */
    public static LocalPostgres start(Path home) {
        return start(home, ANY_PORT);
    }

    /** The same on a given port, as those expect it who knew a server that was killed. */
    public static LocalPostgres start(Path home, int port) {
        try {
            var postgres = new LocalPostgres(home, port);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting PostgreSQL", e);
        }
    }

    /** Stops whatever server runs on a folder; open transactions are rolled back. Does nothing when there is none. */
    public static void stop(Path home) {
        try {
            var data = home.toAbsolutePath().resolve("data");
            var running = Postmaster.of(data);
            if (running.isPresent() && running.get().isServer()) stop(data, running.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The TCP port on the loopback address. */
    public int port() {
        return postmaster.port();
    }

    /** The process of the server. */
    public long pid() {
        return postmaster.pid();
    }

    /** The password of {@link #USER}, made when the folder was. */
    public String password() {
        return password;
    }

    /** The address of a database, {@code postgresql://…}, for both drivers. */
    public String url(String database) {
        return "postgresql://localhost:" + port() + "/" + database;
    }

    /** Makes an empty database owned by {@link #USER}, unless it is there already. */
    public void create(String database) throws SQLException {
        try (var connection = superuser(port());
                var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", USER))
                statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database))
                statement.execute("CREATE DATABASE \"" + database + "\" OWNER " + USER);
        }
    }

    /** Removes a database and cuts its connections. */
    public void drop(String database) throws SQLException {
        try (var connection = superuser(port());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS \"" + database + "\" WITH (FORCE)");
        }
    }

    /** Writes to its files what has changed since the last time; otherwise that happens while something else goes on. */
    public void checkpoint() throws SQLException {
        try (var connection = superuser(port());
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** A connection as {@link #USER}; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(database), USER, password);
    }

    /** Kills the server without warning, as a power cut would, to see what it remembers. */
    public void kill() {
        try {
            postmaster.signal("KILL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Freezes all of the server's processes: connections stay open, and nothing is answered until {@link #resume}. */
    public void stall() throws IOException {
        postmaster.signalAll("STOP");
    }

    /** Lets a frozen server go on. */
    public void resume() throws IOException {
        postmaster.signalAll("CONT");
    }

    /** Stops the server, whoever started it, and waits until it is gone. */
    @Override
    public void close() {
        try {
            if (started.isPresent()) started.get().close();
            if (postmaster.isServer()) stop(data, postmaster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A value as {@code SHOW} tells it, read by a superuser. */
    String setting(String name) throws SQLException {
        try (var connection = superuser(port())) {
            return show(connection, name);
        }
    }

    private void start() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        Exception reason = null;
        while (true) {
            var recorded = Postmaster.of(data);
            var running = recorded.filter(Postmaster::isServer);
            if (running.isPresent() && answers(running.get())) {
                postmaster = running.get();
                return;
            }
            if (elapsed(begin).compareTo(running.isPresent() ? RECOVERY : TAKE_OVER) > 0)
                throw new IllegalStateException("PostgreSQL does not start: see " + home.resolve("server.log"), reason);
            if (running.isEmpty()) reason = tryToStart().orElse(null);
            Thread.sleep(PAUSE);
        }
    }

    private Optional<Exception> tryToStart() throws IOException {
        // The server trusts the number in this file even when it is a zombie's or another program's.
        Files.deleteIfExists(Postmaster.file(data));
        // A failed attempt keeps its lock for as long as this JVM lives; a new file is a new lock.
        Files.deleteIfExists(data.resolve("epg-lock"));
        System.setProperty("ot.epg.working-dir", home.resolve("binaries").toString());
        var log = Redirect.appendTo(home.resolve("server.log").toFile());
        try {
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setPort(wantedPort)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(ATTEMPT)
                    .setOutputRedirector(log)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", home.resolve("password").toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    // Rounds slow down who guesses. Nobody guesses 128 random bits, and a cold JVM pays tenths of a
                    // second.
                    .setServerConfig("scram_iterations", "1")
                    .setServerConfig("unix_socket_directories", "");
            // After a crash one call syncs what is otherwise a thousand files, for minutes where the disk is busy.
            if (System.getProperty("os.name").equals("Linux"))
                server.setServerConfig("recovery_init_sync_method", "syncfs");
            started = Optional.of(server.start());
            return Optional.empty();
        } catch (IOException | IllegalStateException e) {
            return Optional.of(e);
        }
    }

    private boolean answers(Postmaster candidate) throws IOException {
        try (var connection = superuser(candidate.port())) {
            return Path.of(show(connection, "data_directory")).toRealPath().equals(data);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection superuser(int port) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", properties);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void stop(Path data, Postmaster running) throws IOException, InterruptedException {
        running.signal("INT");
        var begin = System.nanoTime();
        while (running.isServer()) {
            if (elapsed(begin).compareTo(RECOVERY) > 0)
                throw new IllegalStateException("PostgreSQL does not stop: process " + running.pid());
            Thread.sleep(PAUSE);
        }
    }

    private static Duration elapsed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(Files.createFile(file, ownerOnly), HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }
}
