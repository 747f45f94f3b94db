package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's primary is lost in the middle of a question, and its synchronous standby, with a clock of its own, goes on. */
class FailoverIT {
    private static final int PLAYERS = 20;
    private static final int HALF = PLAYERS / 2;
    /** Until the primary is lost. */
    private static final int IN_TIME = HALF + HALF / 2;

    private static final int TIME_LIMIT_MS = 8_000;
    /** Until somebody has noticed, and promotes the standby. */
    private static final int NOTICED_MS = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {-5_000, 5_000})
    void a_game_goes_on_at_the_standby_with_all_that_was_acknowledged(long offMs) throws Exception {
        var shape = Shape.of("failover", 2).withStandby(offMs);
        try (var cluster = Cluster.start(shape);
                var match = Match.open(
                        cluster,
                        quiz(choice(TIME_LIMIT_MS), order(20_000)),
                        new JsonObject().put("countdownMs", 0),
                        PLAYERS)) {
            match.advanceToQuestion(0);
            match.tap(match.phones(0, HALF));
            match.awaitAcks(match.phones(0, HALF), 1);

            // Some are stored where they are about to be lost: nobody is told that they are saved.
            var lost = match.phones(HALF, IN_TIME);
            cluster.silencePrimary();
            match.tap(lost);
            Patience.until("what only the primary has is not promised", () -> waits(cluster) || Match.anyAcked(lost));
            cluster.killPrimary();
            match.tap(match.phones(IN_TIME, PLAYERS - 1));
            var waiting = match.phones(HALF, PLAYERS - 1);
            Thread.sleep(NOTICED_MS);
            cluster.promoteStandby();

            match.awaitAcks(waiting, 1);
            assertThat(waiting).allMatch(phone -> phone.acks().getLast().stored());
            match.crowd.await("welcome", Phone::welcomed);
            // At a time that the standby's clock may not have come to: the game's own stands still until then.
            match.remote.press("lock");
            match.remote.press("unlock");
            // One player never answers: the clock closes it.
            match.awaitPhase("reveal");
            var ledger = match.playOn();
            assertThat(ledger.answers()).hasSize(2 * PLAYERS - 1);
            assertThat(ledger.count("closed")).isEqualTo(2);
            assertThat(ledger.events().stream().map(Ledger.Event::seq))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(ledger.events().stream().map(Ledger.Event::at)).isSorted();
            assertThat(cluster.instances())
                    .allMatch(instance -> instance.metric("podium_answers_late_in_time_total") == 0);
        }
    }

    private static boolean waits(Cluster cluster) {
        try {
            return cluster.commitsWait();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
