package dev.podium.process;

import dev.podium.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;

/**
 * A PostgreSQL and its synchronous standby behind one address: what is acknowledged is on both. The standby's clock is off.
 * Two clocks differ by a function of the test's own, which stands before PostgreSQL's.
 */
final class Replicas implements AutoCloseable {
    private static final String STANDBY = "standby";
    private static final String SKEW = """
            CREATE SCHEMA skew;
            CREATE FUNCTION skew.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
                SELECT pg_catalog.clock_timestamp()
                    + CASE current_setting('cluster_name') WHEN '%s' THEN interval '%d milliseconds' ELSE interval '0' END
            $$;
            GRANT USAGE ON SCHEMA skew TO PUBLIC;
            """;

    private final LocalPostgres primary;
    private final LocalPostgres standby;
    private final Relay relay;
    private final String database;
    /** What tells the standby, where it stands still. */
    private Optional<ProcessHandle> sender = Optional.empty();

    private Replicas(LocalPostgres primary, LocalPostgres standby, Relay relay, String database) {
        this.primary = primary;
        this.standby = standby;
        this.relay = relay;
        this.database = database;
    }

    /** @param offMs by how much the standby's clock is ahead */
    static Replicas start(Path home, String database, long offMs) throws IOException, SQLException {
        var first = home.resolve("primary");
        var second = home.resolve(STANDBY);
        for (var folder : new Path[] {first, second}) {
            LocalPostgres.stop(folder);
            delete(folder.resolve("data"));
            Files.deleteIfExists(folder.resolve("password"));
        }
        try (var alone = LocalPostgres.start(first)) {
            alone.create(database);
            try (var connection = superuser(alone, database);
                    var statement = connection.createStatement()) {
                statement.execute(SKEW.formatted(STANDBY, offMs));
                statement.execute("ALTER DATABASE " + database + " SET search_path = public, skew, pg_catalog");
            }
        }
        copy(first, second);
        var primary = LocalPostgres.start(first);
        configure(
                second,
                "cluster_name = '%s'".formatted(STANDBY),
                "primary_conninfo = 'host=localhost port=%d user=postgres password=%s application_name=%s'"
                        .formatted(primary.port(), primary.password(), STANDBY));
        Files.createFile(second.resolve("data/standby.signal"));
        var standby = LocalPostgres.start(second);
        synchronous(primary);
        return new Replicas(primary, standby, Relay.to(primary.port()), database);
    }

    /** The address that stays, {@code postgresql://…}. */
    String url() {
        return "postgresql://localhost:" + relay.port() + "/" + database;
    }

    String password() {
        return primary.password();
    }

    /** A connection to whoever answers at the address. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(), LocalPostgres.USER, password());
    }

    /** The standby is told nothing from now on: what is to be committed waits for it. */
    void silence() throws SQLException, IOException {
        sender = ProcessHandle.of(number("SELECT pid FROM pg_stat_replication"));
        new ProcessBuilder("kill", "-STOP", Long.toString(sender.orElseThrow().pid())).start();
    }

    /** Whether the primary has stored what the standby has not. */
    boolean commitsWait() throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") > 0;
    }

    /** The primary is gone, as in a power cut, and whatever was on its way. */
    void killPrimary() {
        primary.kill();
        endSender();
    }

    /** The standby is the primary from now on, and the address leads to it. */
    void promote() throws SQLException {
        try (var connection = superuser(standby, database);
                var statement = connection.createStatement()) {
            // It waits for nobody: there is no other.
            statement.execute("SELECT pg_promote()");
        }
        relay.turnTo(standby.port());
    }

    @Override
    public void close() {
        endSender();
        relay.close();
        standby.close();
        primary.close();
    }

    private void endSender() {
        sender.ifPresent(ProcessHandle::destroyForcibly);
        sender = Optional.empty();
    }

    private long number(String sql) throws SQLException {
        try (var connection = superuser(primary, "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** From here on no commit returns before the standby has it. */
    private static void synchronous(LocalPostgres primary) throws SQLException {
        try (var connection = superuser(primary, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '" + STANDBY + "'");
            statement.execute("SELECT pg_reload_conf()");
        }
        Patience.until("the standby follows", () -> {
            try (var connection = superuser(primary, "postgres");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")) {
                row.next();
                return row.getInt(1) == 1;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Connection superuser(LocalPostgres server, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + server.url(database), "postgres", server.password());
    }

    private static void configure(Path home, String... lines) throws IOException {
        Files.writeString(home.resolve("data/postgresql.auto.conf"), String.join("\n", lines) + "\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.startsWith(from.resolve("binaries"))) continue;
                var copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        // PostgreSQL starts on no folder that others may read.
        Files.setPosixFilePermissions(to.resolve("data"), PosixFilePermissions.fromString("rwx------"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
