package dev.podium.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.configuration.TestConfiguration;
import dev.podium.local.LocalPostgres;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSchemaTest {
    private static final String DATABASE = "podium";

    @TempDir
    static Path home;

    private static LocalPostgres postgres;
    private static Vertx vertx;

    private Pool pool;
    private int asked;
    private int ended;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start(home);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
        postgres.close();
    }

    @BeforeEach
    void create() throws SQLException {
        postgres.create(DATABASE);
        var server = PgConnectOptions.fromUri(postgres.url(DATABASE))
                .setUser(LocalPostgres.USER)
                .setPassword(postgres.password());
        pool = DatabaseBounds.pool(vertx, new PoolOptions(), List.of(server));
    }

    @AfterEach
    void drop() throws SQLException {
        pool.close();
        postgres.drop(DATABASE);
    }

    @Test
    void an_empty_database_gets_all_tables_and_the_next_start_asks_nobody() throws SQLException {
        instance(true);
        assertThat(newestThere()).isEqualTo(DatabaseSchema.NEWEST);
        assertThat(asked).isEqualTo(1);
        instance(true);
        instance(false);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void the_newest_migration_is_the_one_that_is_looked_for() {
        var all = flyway("latest").info().all();
        assertThat(all[all.length - 1].getVersion().getMajorAsString())
                .isEqualTo(Integer.toString(DatabaseSchema.NEWEST));
    }

    @Test
    void an_older_database_is_brought_up_to_date() throws SQLException {
        flyway("5").migrate();
        instance(true);
        assertThat(newestThere()).isEqualTo(DatabaseSchema.NEWEST);
    }

    @Test
    void an_instance_that_may_not_change_tables_does_not_start_on_older_ones() throws SQLException {
        flyway("5").migrate();
        assertThatThrownBy(() -> instance(false)).isInstanceOf(FlywayException.class);
        assertThat(newestThere()).isEqualTo(5);
    }

    @Test
    void a_newer_database_is_left_alone() throws SQLException {
        instance(true);
        try (var connection = postgres.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '9999' WHERE version = '1'");
        }
        instance(false);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void one_that_is_only_to_make_the_tables_ends_the_process_whether_they_were_there_or_not() throws SQLException {
        for (int i = 1; i <= 2; i++) {
            instance(Map.of("database.migrate", false, "database.migrate-only", true));
            assertThat(ended).isEqualTo(i);
        }
        assertThat(newestThere()).isEqualTo(DatabaseSchema.NEWEST);
        assertThat(asked).isEqualTo(1);
        instance(true);
        assertThat(ended).isEqualTo(2);
    }

    private void instance(boolean migrate) {
        instance(Map.of("database.migrate", migrate));
    }

    private void instance(Map<String, ?> settings) {
        new DatabaseSchema(
                        pool,
                        () -> {
                            asked++;
                            return flyway("latest");
                        },
                        TestConfiguration.of(settings),
                        () -> ended++)
                .start(new StartupEvent());
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource("jdbc:" + postgres.url(DATABASE), LocalPostgres.USER, postgres.password())
                .target(target)
                .load();
    }

    private int newestThere() throws SQLException {
        try (var connection = postgres.connect(DATABASE);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT max(version::int) FROM flyway_schema_history")) {
            row.next();
            return row.getInt(1);
        }
    }
}
