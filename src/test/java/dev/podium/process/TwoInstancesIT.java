package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * Two instances on one database, players on both. The one with the host dies in the middle of a question; the other one is
 * asked to end in the middle of the next, as a rolling update does it. They hear of each other over Valkey; instances of the
 * other tests do over PostgreSQL.
 */
class TwoInstancesIT {
    private static final int PLAYERS = 40;
    private static final int SILENT = 4;
    /** Phones stop taking taps, and so much later the question closes. */
    private static final int CLOSING_MS = 750;

    @Test
    void players_go_on_at_the_other_instance_and_each_question_closes_once_and_not_too_soon() throws Exception {
        try (var collector = Collector.start();
                var cluster = Cluster.start(Shape.of("two-instances", 2)
                        .withValkey(true)
                        .with("PODIUM_TRACES_URL", collector.url())
                        .with("PODIUM_TRACES_ANSWERS_PERCENT", "100"));
                var match = Match.open(
                        cluster,
                        quiz(choice(15_000), order(20_000)),
                        new JsonObject().put("countdownMs", 0),
                        PLAYERS)) {
            assertThat(cluster.instances()).allMatch(instance -> instance.metric("podium_bus_listening") == 1);
            match.advanceToQuestion(0);
            long closesAt = match.phone(0).now().state().getLong("closesAt");
            match.tap(match.phones(0, PLAYERS / 2));
            match.awaitAcks(match.phones(0, PLAYERS / 2), 1);
            match.remote.press("lock");
            match.remote.press("unlock");
            Patience.until(
                    "the way of an answer, and of a command to the phones at either instance",
                    () -> collector.knows("socket answer", "transaction answers")
                            && collector.knows("socket command", "transaction step", "fan-out")
                            && collector.knows("socket command", "transaction step", "bus", "fan-out"));
            match.tap(match.phones(PLAYERS / 2, PLAYERS - SILENT));
            cluster.instance(0).kill();
            match.wake();
            match.awaitAcks(match.phones(0, PLAYERS - SILENT), 1);
            match.crowd.await("welcome at the one that lives", Phone::welcomed);
            assertThat(match.phones(0, PLAYERS - SILENT))
                    .allMatch(phone -> phone.acks().getLast().stored());
            match.awaitPhase("reveal");

            match.advance("standings");
            cluster.instance(0).start().awaitReady();
            match.advanceToQuestion(1);
            match.tap(match.phones(0, PLAYERS / 2));
            match.tap(match.phones(PLAYERS / 2, PLAYERS - SILENT));
            assertThat(cluster.instance(1).stop()).as("exit code after SIGTERM").isIn(0, 143);
            match.crowd.await("welcome at the new one", Phone::welcomed);
            match.tap(match.phones(PLAYERS - SILENT, PLAYERS));
            match.awaitPhase("reveal");
            assertThat(match.crowd.phones())
                    .allMatch(phone -> phone.acks().getLast().stored());
            match.advance("standings");
            match.advance("finished");

            var ledger = match.judge();
            assertThat(ledger.count("closed")).isEqualTo(2);
            var closed = ledger.events().stream()
                    .filter(event -> event.type().equals("closed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(closed.at()).isGreaterThanOrEqualTo(closesAt + CLOSING_MS);
            assertThat(ledger.answers()).hasSize(2 * PLAYERS - SILENT);
        }
    }
}
