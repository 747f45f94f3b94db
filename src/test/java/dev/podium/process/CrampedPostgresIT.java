package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL is there in the middle of a question, but has no room, no connection or no time for what is asked of it. */
class CrampedPostgresIT {
    private static final int PLAYERS = 20;
    private static final int HALF = PLAYERS / 2;
    /** Longer than anything here takes, so that nothing closes by itself. */
    private static final int TIME_LIMIT_MS = 120_000;

    private static final List<String> WRITTEN =
            List.of("answer", "player", "game", "game_event", "game_command", "instance");

    /**
     * What PostgreSQL says to every write when its disk is full. A full file system of its own is nothing that a test could make on
     * every machine; the instance sees no more of one than this.
     */
    private static final String NO_ROOM = """
            CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
            """;

    /** The server's own workers are nobody's to end. */
    private static final String END_OTHERS = """
            SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND application_name <> 'everybody else'
            """;

    private static final int SURELY = 5;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        // A statement that is blocked is broken off sooner than usual, so that this happens here.
        cluster = Cluster.start(Shape.of("cramped", 1)
                .with("QUARKUS_DATASOURCE_REACTIVE_ADDITIONAL_PROPERTIES_STATEMENT_TIMEOUT", "2000"));
        cluster.enterBy(cluster.lone().base());
    }

    @AfterAll
    static void stop() {
        if (cluster != null) cluster.close();
    }

    @Test
    void while_its_disk_is_full_nothing_is_promised_and_then_all_is_stored() throws Exception {
        try (var match = match();
                var database = cluster.database();
                var statement = database.createStatement()) {
            var waiting = halfHaveAnswered(match);
            double failures = failures();
            statement.execute(NO_ROOM);
            for (var table : WRITTEN)
                statement.execute("CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION no_room()");
            tapInVain(match, failures);

            for (var table : WRITTEN) statement.execute("DROP TRIGGER no_room ON " + table);
            goesOn(match, waiting);
        }
    }

    @Test
    void while_others_have_all_its_connections_nothing_is_promised_and_a_new_instance_waits() throws Exception {
        try (var match = match()) {
            halfHaveAnswered(match);
            double failures = failures();
            var newcomer = cluster.another();
            var taken = takeAllConnections();
            try {
                tapInVain(match, failures);
                assertThat(cluster.lone().status("api/join/" + match.game.pin()))
                        .isEqualTo(503);
                newcomer.start();
                Patience.until("it tells that it waits", () -> said(newcomer).contains("Connection error"));
            } finally {
                for (var connection : taken) connection.close();
            }
            goesOn(match, match.phones(HALF, PLAYERS));
            newcomer.awaitReady();
        } finally {
            cluster.instances().getLast().retire();
        }
    }

    @Test
    void while_somebody_blocks_its_tables_statements_are_broken_off_and_made_again() throws Exception {
        try (var match = match();
                var database = cluster.database();
                var statement = database.createStatement()) {
            var waiting = halfHaveAnswered(match);
            double failures = failures();
            database.setAutoCommit(false);
            statement.execute("LOCK TABLE answer IN ACCESS EXCLUSIVE MODE");
            tapInVain(match, failures);

            database.rollback();
            goesOn(match, waiting);
        }
    }

    private static Match match() {
        return Match.open(
                cluster,
                quiz(choice(TIME_LIMIT_MS), order(TIME_LIMIT_MS)),
                new JsonObject().put("countdownMs", 0),
                PLAYERS);
    }

    /** Gives the others. */
    private static List<Phone> halfHaveAnswered(Match match) {
        match.advanceToQuestion(0);
        match.tap(match.phones(0, HALF));
        match.awaitAcks(match.phones(0, HALF), 1);
        return match.phones(HALF, PLAYERS);
    }

    private static double failures() {
        return cluster.lone().metric("podium_failures_total{kind=\"moment\",what=\"Writing answers\"}");
    }

    private static void tapInVain(Match match, double failuresBefore) {
        var waiting = match.phones(HALF, PLAYERS);
        match.tap(waiting);
        Patience.until("answers could not be written", () -> failures() > failuresBefore || Match.anyAcked(waiting));
        assertThat(waiting).allMatch(phone -> phone.acks().isEmpty());
        assertThat(match.crowd.phones()).allMatch(phone -> phone.shows("question") && phone.closedFor() == 0);
        assertThat(cluster.lone().status("q/health/live")).isEqualTo(200);
    }

    /** By itself, to the end of the game, with every answer in it. */
    private static void goesOn(Match match, List<Phone> waiting) throws Exception {
        match.awaitAcks(waiting, 1);
        assertThat(waiting).allMatch(phone -> phone.acks().getLast().stored());
        match.awaitPhase("reveal");
        var ledger = match.playOn();
        assertThat(ledger.answers()).hasSize(2 * PLAYERS);
        assertThat(ledger.count("closed")).isEqualTo(2);
        assertThat(cluster.lone().metric("podium_answers_late_in_time_total")).isZero();
    }

    /** All that there are, also those that the instance had. */
    private static List<Connection> takeAllConnections() throws SQLException {
        var taken = new ArrayList<Connection>();
        int alone = 0;
        while (true) {
            try {
                taken.add(connection());
            } catch (SQLException full) {
                assertThat(full.getSQLState()).isEqualTo("53300");
                // Who is about to be let in is in no list yet.
                alone = endOthers(taken.getFirst()) == 0 ? alone + 1 : 0;
                if (alone == SURELY) return taken;
            }
        }
    }

    private static Connection connection() throws SQLException {
        var connection = cluster.database();
        try (var statement = connection.createStatement()) {
            statement.execute("SET application_name = 'everybody else'");
        }
        return connection;
    }

    private static int endOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(END_OTHERS)) {
            return row.next() ? row.getInt(1) : fail("no row");
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
