package dev.podium.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an instance begins where it cannot, or shall not stay. */
class StartIT {
    private static final Path HOME = Path.of("target", "process");

    private static final String LOSES_THE_FIRST_QUIZ = """
            CREATE SEQUENCE written;
            CREATE FUNCTION lose_the_first() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('written') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER lose_the_first BEFORE INSERT ON quiz FOR EACH ROW EXECUTE FUNCTION lose_the_first()""";

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(HOME);
    }

    /** It waits for two minutes; whoever asks it to end, such as Kubernetes, would kill it after one. */
    @Test
    void one_that_waits_for_its_database_ends_when_it_is_asked_to() {
        var instance = instance(
                "waiting",
                // Variables that Kubernetes sets for a Service called podium are no mistake.
                Map.of(
                        "PODIUM_DATABASE_URL",
                        "postgresql://localhost:" + FreePort.find() + "/podium",
                        "PODIUM_PORT",
                        "tcp://10.0.0.1:80"));
        try {
            instance.start();
            Patience.until("the log tells that it waits", () -> said(instance).contains("Connection error"));
            assertThat(instance.stop()).isEqualTo(143);
        } finally {
            instance.retire();
        }
    }

    @Test
    void one_with_mistakes_in_its_settings_ends_with_a_line_for_each() {
        assertThat(ended(instance("mistaken", Map.of("PODIUM_DEMO", "ture", "PODIUM_TRUSTED_PROXIES", "one"))))
                .containsExactlyInAnyOrder(
                        "podium: PODIUM_DEMO is \"ture\": that is neither true nor false.",
                        "podium: PODIUM_TRUSTED_PROXIES is \"one\": that is no whole number.");
        assertThat(ended(instance("beyond", Map.of("PODIUM_PASSWORD_COST", "99", "PODIUM_BUS", "valkey"))))
                .containsExactly(
                        "podium: PODIUM_PASSWORD_COST is \"99\": from 4 to 31 are possible.",
                        "podium: PODIUM_VALKEY_URL is missing: PODIUM_BUS is valkey, and nothing tells where that is.");
    }

    /** As the Job in k8s/base does it. PostgreSQL may end what the next one begins with, where a machine has too much to do. */
    @Test
    void one_that_only_makes_the_tables_ends_by_itself_and_the_next_one_finds_them_and_begins_twice_if_need_be()
            throws Exception {
        try (var postgres = LocalPostgres.start(HOME.resolve("start-postgres"))) {
            postgres.drop("start");
            postgres.create("start");
            var database = Map.of(
                    "PODIUM_DATABASE_URL",
                    postgres.url("start"),
                    "QUARKUS_DATASOURCE_USERNAME",
                    LocalPostgres.USER,
                    "QUARKUS_DATASOURCE_PASSWORD",
                    postgres.password(),
                    "PODIUM_DATABASE_MIGRATE",
                    "false");
            var job = new HashMap<>(database);
            job.put("PODIUM_DATABASE_MIGRATE_ONLY", "true");
            var migration = instance("migration", job);
            migration.start();
            assertThat(migration.ended()).isZero();
            assertThat(said(migration)).doesNotContain("ERROR");
            sql(postgres, LOSES_THE_FIRST_QUIZ);
            var demo = new HashMap<>(database);
            demo.put("PODIUM_DEMO", "true");
            var instance = instance("migrated", demo);
            try {
                instance.start().awaitReady();
                sql(postgres, "DO 'BEGIN ASSERT (SELECT count(*) FROM quiz) = 1; END'");
            } finally {
                instance.retire();
            }
        }
    }

    /** What is listened for, and asked of a connection for as long as it lives, would be somebody else's. */
    @Test
    void one_whose_connections_change_ends_with_a_sentence_and_one_that_shares_them_by_session_starts()
            throws Exception {
        try (var postgres = LocalPostgres.start(HOME.resolve("start-postgres"));
                var bySession = Pooler.bySession(postgres.port());
                var byTransaction = Pooler.byTransaction(postgres.port())) {
            postgres.drop("pooled");
            postgres.create("pooled");
            var shared = instance("shared", behind(bySession, postgres));
            try {
                shared.start().awaitReady();
            } finally {
                shared.retire();
            }
            assertThat(ended(instance("changing", behind(byTransaction, postgres))))
                    .containsExactly(
                            "podium: PODIUM_DATABASE_URL leads to a proxy that gives each transaction another connection: Podium needs"
                                    + " one that stays, of PostgreSQL itself or of a pool by session.");
        }
    }

    private static Map<String, String> behind(Pooler pooler, LocalPostgres postgres) {
        return Map.of(
                "PODIUM_DATABASE_URL",
                "postgresql://localhost:" + pooler.port() + "/pooled",
                "QUARKUS_DATASOURCE_USERNAME",
                LocalPostgres.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                postgres.password());
    }

    private static void sql(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + postgres.url("start"), LocalPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ended(Instance instance) {
        instance.start();
        assertThat(instance.ended()).isEqualTo(1);
        return said(instance)
                .lines()
                .filter(line -> line.startsWith("podium: "))
                .toList();
    }

    private static Instance instance(String name, Map<String, String> settings) {
        try {
            var log = HOME.resolve("start-" + name + ".log");
            Files.deleteIfExists(log);
            return new Instance(Artifact.chosen(), log, settings, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(Instance instance) {
        try {
            return Files.readString(instance.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
