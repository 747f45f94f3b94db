package dev.podium.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    static Path home;

    @Test
    void is_durable_and_keeps_its_data_where_it_was_told() throws Exception {
        try (var postgres = LocalPostgres.start(home)) {
            assertThat(postgres.setting("fsync")).isEqualTo("on");
            assertThat(postgres.setting("synchronous_commit")).isEqualTo("on");
            assertThat(postgres.setting("full_page_writes")).isEqualTo("on");
            assertThat(postgres.setting("scram_iterations")).isEqualTo("1");
            assertThat(postgres.setting("data_directory"))
                    .isEqualTo(home.toRealPath().resolve("data").toString());
            assertThat(postgres.setting("server_version")).startsWith("18.");
        }
    }

    @Test
    void a_killed_server_starts_again_on_the_same_folder_with_its_rows() throws Exception {
        try (var first = LocalPostgres.start(home)) {
            first.create("kept");
            try (var connection = first.connect("kept")) {
                execute(connection, "CREATE TABLE IF NOT EXISTS word(text text)");
                execute(connection, "TRUNCATE word");
                for (var row = 0; row < 100; row++) execute(connection, "INSERT INTO word VALUES ('said')");
                first.kill();
            }
            try (var second = LocalPostgres.start(home);
                    var connection = second.connect("kept")) {
                assertThat(second.pid()).isNotEqualTo(first.pid());
                assertThat(count(connection)).isEqualTo(100);
            }
        }
    }

    @Test
    void starting_twice_takes_over_the_running_server() {
        try (var first = LocalPostgres.start(home);
                var second = LocalPostgres.start(home)) {
            assertThat(second.pid()).isEqualTo(first.pid());
            assertThat(second.port()).isEqualTo(first.port());
        }
    }

    @Test
    void stopping_leaves_no_process() {
        var postgres = LocalPostgres.start(home);
        LocalPostgres.stop(home);
        assertThat(new Postmaster(postgres.pid(), postgres.port()).isServer()).isFalse();
        postgres.close();
    }

    @Test
    void nobody_connects_without_the_password() {
        try (var postgres = LocalPostgres.start(home)) {
            assertThat(catchThrowable(
                            () -> DriverManager.getConnection("jdbc:" + postgres.url("postgres"), "postgres", "guess")
                                    .close()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM word")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
