package dev.podium.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldDataTest {
    @TempDir
    Path home;

    @Test
    void data_of_another_postgresql_is_refused_with_a_way_out() throws Exception {
        assertThatCode(() -> OldData.requireOurPostgres(home)).doesNotThrowAnyException();

        Files.createDirectory(home.resolve("data"));
        Files.writeString(home.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> OldData.requireOurPostgres(home))
                .isInstanceOf(Sorry.class)
                .hasMessageContaining("is PostgreSQL 17's, this Podium has 18")
                .hasMessageContaining("./podium reset")
                .hasMessageNotContaining("\n");
    }

    @Test
    void data_of_a_newer_podium_is_refused_and_of_an_older_one_is_not() throws Exception {
        try (var postgres = LocalPostgres.start(home)) {
            OldData.requireOurPostgres(home);
            postgres.create("podium");
            try (var connection = postgres.connect("podium")) {
                OldData.requireOurSchema(connection);
                execute(connection, "CREATE TABLE flyway_schema_history(version text, success boolean)");
                execute(connection, "INSERT INTO flyway_schema_history VALUES ('1', true), (NULL, true)");
                OldData.requireOurSchema(connection);
                execute(connection, "INSERT INTO flyway_schema_history VALUES ('9999', true)");

                assertThatThrownBy(() -> OldData.requireOurSchema(connection))
                        .isInstanceOf(Sorry.class)
                        .hasMessageContaining("written by a newer Podium (schema 9999")
                        .hasMessageContaining("git pull");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
