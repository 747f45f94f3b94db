package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed with {@code kill -9} in the middle of a question and started again; the application stays. */
class KilledPostgresIT {
    private static final int PLAYERS = 30;
    private static final int HALF = PLAYERS / 2;
    /** Longer than the gap from which on an outage is made up for. */
    private static final int AWAY_MS = 5_000;

    @Test
    void a_game_goes_on_by_itself_after_postgresql_is_killed_in_a_question() throws Exception {
        try (var cluster = Cluster.start("killed-postgres", 1);
                var match = Match.open(
                        cluster, quiz(choice(8_000), order(20_000)), new JsonObject().put("countdownMs", 0), PLAYERS)) {
            match.advanceToQuestion(0);
            match.tap(match.phones(0, HALF));
            match.awaitAcks(match.phones(0, HALF), 1);

            cluster.killPostgres();
            match.tap(match.phones(HALF, PLAYERS - 1));
            var traveller = match.phone(0);
            traveller.drop();
            Thread.sleep(AWAY_MS);

            assertThat(match.phones(HALF, PLAYERS))
                    .allMatch(phone -> phone.acks().isEmpty());
            assertThat(match.phones(1, PLAYERS)).allMatch(phone -> phone.welcomed() && phone.welcomes() == 1);
            assertThat(traveller.welcomes()).as("a resume is held open").isEqualTo(1);
            assertThat(traveller.closedFor()).isZero();
            assertThat(cluster.lone().status("q/health/live")).isEqualTo(200);
            assertThat(match.crowd.phones()).allMatch(phone -> phone.shows("question"));

            cluster.restartPostgres();
            match.awaitAcks(match.phones(HALF, PLAYERS - 1), 1);
            assertThat(match.phones(HALF, PLAYERS - 1))
                    .allMatch(phone -> phone.acks().getLast().stored());
            Patience.until("the one who came back meanwhile is welcome", () -> traveller.welcomes() == 2);
            Patience.until("ready again", cluster.lone()::ready);
            // One player never answers: the clock closes it.
            match.awaitPhase("reveal");

            match.advance("standings");
            match.advanceToQuestion(1);
            match.tap(match.crowd.phones());
            match.awaitPhase("reveal");
            match.advance("standings");
            match.advance("finished");
            var ledger = match.judge();
            assertThat(ledger.count("closed")).isEqualTo(2);
            assertThat(ledger.count("shifted")).isEqualTo(1);
            assertThat(ledger.answers()).hasSize(2 * PLAYERS - 1);
            assertThat(cluster.lone().metric("podium_answers_late_in_time_total"))
                    .isZero();
        }
    }
}
