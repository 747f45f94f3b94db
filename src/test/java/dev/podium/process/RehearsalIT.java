package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.knative.Revision;
import dev.podium.knative.Service;
import dev.podium.knative.Times;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** One game on Knative: its service grows from nothing, shrinks under it, is rolled out with a migration, ends and comes back. */
class RehearsalIT {
    private static final int PLAYERS = 7;
    private static final int HALF = PLAYERS / 2;
    /** With host and screen so many that three instances are wanted. */
    private static final int NEIGHBOURS = 16;

    private static final JsonObject AT_ONCE = new JsonObject().put("countdownMs", 0);

    @Test
    void a_game_is_played_on_while_its_service_comes_shrinks_changes_and_comes_again() throws Exception {
        // Younger than a sixtieth of what k8s sets: a second is all that would be left, and a busy machine may take it.
        var shape = Shape.of("rehearsal", 1)
                .with("PODIUM_SOCKET_MIN_AGE_S", "3")
                .with("PODIUM_SOCKET_MAX_AGE_S", "5")
                .with("PODIUM_DRAIN_LONGEST_MS", "750");
        var questions = quiz(choice(120_000), order(120_000), choice(120_000));
        try (var cluster = Cluster.start(shape);
                var service = Service.start(Times.SIXTIETH)) {
            cluster.lone().stop();
            cluster.enterBy(service.address());
            var revision = service.deploy(cluster::another);
            try (var match = Match.open(cluster, questions, AT_ONCE, PLAYERS)) {
                assertThat(revision.most()).as("held until one was there").isEqualTo(1);

                match.advanceToQuestion(0);
                match.tap(match.phones(0, HALF));
                match.awaitAcks(match.phones(0, HALF), 1);
                growAndShrink(cluster, revision);
                match.tap(match.phones(HALF, PLAYERS));
                match.awaitPhase("reveal");

                match.advance("standings");
                match.advanceToQuestion(1);
                match.tap(match.phones(0, HALF));
                match.awaitAcks(match.phones(0, HALF), 2);
                migrate(cluster, 900, "ALTER TABLE player ADD COLUMN rehearsed text");
                var next = service.rollOut(cluster::another);
                match.tap(match.phones(HALF, PLAYERS));
                Patience.until("the old revision has nobody left", () -> revision.alive() == 0);
                match.awaitPhase("reveal");
                migrate(cluster, 901, "ALTER TABLE player DROP COLUMN rehearsed");

                service.shut(true);
                Patience.until("nothing runs", () -> next.alive() == 0);
                service.shut(false);
                match.awaitReturn(2);
                match.advance("standings");
                match.advanceToQuestion(2);
                match.tap(match.crowd.phones());
                match.awaitPhase("reveal");
                match.advance("standings");
                match.advance("finished");

                assertThat(match.judge().answers()).hasSize(3 * PLAYERS);
                System.out.printf("  From nothing to an instance that answers: %,d ms%n", service.longestHeldMs());
                assertThat(service.cut())
                        .as("sockets are renewed before they are cut")
                        .isZero();
            }
        }
    }

    /** Another game's crowd comes and goes; who has to go with it is picked blindly. */
    private static void growAndShrink(Cluster cluster, Revision revision) {
        try (var neighbours = Match.open(cluster, quiz(choice(5_000)), AT_ONCE, NEIGHBOURS)) {
            Patience.until("three instances", () -> revision.ready() == 3);
            assertThat(neighbours.crowd.phones()).allMatch(phone -> phone.gaveUp() || phone.shows("lobby"));
        }
        Patience.until("one instance", () -> revision.alive() == 1 && revision.ready() == 1);
    }

    /** As a newer version would, while instances of this one live. */
    private static void migrate(Cluster cluster, int version, String sql) throws SQLException {
        var noted =
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,"
                        + " execution_time, success) VALUES (?, ?, 'rehearse', 'SQL', 'rehearse', 0, 'podium', 0, true)";
        try (var connection = cluster.database();
                var change = connection.createStatement();
                var note = connection.prepareStatement(noted)) {
            change.execute(sql);
            note.setInt(1, version);
            note.setString(2, Integer.toString(version));
            note.execute();
        }
    }
}
