package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed with {@code kill -9} in the middle of a question and started again; the application stays. */
class KilledPostgresIT {
    private static final int PLAYERS = 30;
    private static final int HALF = PLAYERS / 2;
    /** Before PostgreSQL dies. */
    private static final int THINKING_MS = 2_000;

    private static final int TIME_LIMIT_MS = 6_000;
    /** Until after the question would have closed. */
    private static final int AWAY_MS = 8_000;

    @Test
    void a_game_goes_on_by_itself_after_postgresql_is_killed_in_a_question() throws Exception {
        try (var cluster = Cluster.start("killed-postgres", 1);
                var match = Match.open(
                        cluster,
                        quiz(choice(TIME_LIMIT_MS), order(20_000)),
                        new JsonObject().put("countdownMs", 0),
                        PLAYERS)) {
            match.advanceToQuestion(0);
            match.tap(match.phones(0, HALF));
            match.awaitAcks(match.phones(0, HALF), 1);
            Thread.sleep(THINKING_MS);

            cluster.killPostgres();
            var waiting = match.phones(HALF, PLAYERS - 1);
            match.tap(waiting);
            var answered = match.phone(0);
            var unanswered = waiting.getFirst();
            for (var traveller : List.of(answered, unanswered)) traveller.drop();
            match.remote.drop();
            match.screen.drop();
            Thread.sleep(AWAY_MS);

            assertThat(match.phones(HALF, PLAYERS))
                    .allMatch(phone -> phone.acks().isEmpty());
            assertThat(match.crowd.phones()).allMatch(phone -> phone.shows("question") && phone.closedFor() == 0);
            assertThat(match.crowd.phones().stream().filter(phone -> !phone.welcomed()))
                    .as("whose resume is held open")
                    .containsExactlyInAnyOrder(answered, unanswered);
            assertThat(cluster.lone().status("q/health/live")).isEqualTo(200);

            cluster.restartPostgres();
            match.awaitAcks(waiting, 1);
            assertThat(waiting).allMatch(phone -> phone.acks().getLast().stored());
            match.crowd.await("welcome", Phone::welcomed);
            Patience.until("host and screen are back", () -> match.remote.welcomed() && match.screen.welcomed());
            Patience.until("ready again", cluster.lone()::ready);
            // One player never answers: the clock closes it.
            match.awaitPhase("reveal");
            // An outage is a pause: it makes nobody slower, and nobody faster than when it began.
            assertThat(waiting.stream().map(phone -> phone.reveals().get(0).getJsonObject("mine")))
                    .allMatch(mine ->
                            mine.getLong("elapsedMs") > THINKING_MS / 4 && mine.getLong("elapsedMs") < TIME_LIMIT_MS);

            var ledger = match.playOn();
            assertThat(ledger.count("closed")).isEqualTo(2);
            assertThat(ledger.count("shifted")).isPositive();
            assertThat(ledger.answers()).hasSize(2 * PLAYERS - 1);
            assertThat(cluster.lone().metric("podium_answers_late_in_time_total"))
                    .isZero();
        }
    }
}
