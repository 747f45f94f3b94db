package dev.podium.process;

import static dev.podium.process.Quizzes.choice;
import static dev.podium.process.Quizzes.order;
import static dev.podium.process.Quizzes.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.client.Clients;
import dev.podium.client.Door;
import dev.podium.client.HostDesk;
import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A game at the address {@code PLAY_AT}, where Podium runs that has no host yet and whose log has told {@code PLAY_TOKEN}: the
 * workflow with a real cluster plays it, through its ingress.
 */
@EnabledIfEnvironmentVariable(named = "PLAY_AT", matches = "https?://.*")
class FarGameIT {
    private static final int PLAYERS = 50;
    private static final int QUESTIONS = 2;
    private static final int TIME_LIMIT_MS = 60_000;
    private static final long MEDIAN_MS = 400;

    @Test
    void fifty_players_play_and_every_answer_is_stored() {
        var door = Door.to(URI.create(System.getenv("PLAY_AT")));
        var desk = HostDesk.setUp(door.next(), System.getenv("PLAY_TOKEN"), "host@example.org", "a long password");
        try (var clients = Clients.start(17)) {
            var game = desk.open(
                    desk.write(quiz(choice(TIME_LIMIT_MS), order(TIME_LIMIT_MS))),
                    new JsonObject().put("countdownMs", 0));
            var remote = clients.remote(door, desk, game);
            var screen = clients.screen(door, game);
            Patience.until("host and screen are welcome", () -> remote.welcomed() && screen.welcomed());
            var crowd = Crowd.join(clients, i -> door, game.pin(), PLAYERS, i -> clients.guesser(MEDIAN_MS));
            for (int question = 0; question < QUESTIONS; question++) {
                remote.press("advance");
                crowd.awaitPhase("reveal");
                Patience.until("the host sees the reveal", () -> remote.shows("reveal"));
                remote.press("advance");
                Patience.until("the host sees the standings", () -> remote.shows("standings"));
            }
            remote.press("advance");
            crowd.awaitPhase("finished");
            Patience.until("the screen shows the end", () -> screen.shows("finished"));
            assertThat(crowd.phones())
                    .allMatch(phone -> phone.acks().size() == QUESTIONS
                            && phone.acks().stream().allMatch(ack -> ack.stored()))
                    .noneMatch(Phone::keepsAnswers);
        }
    }
}
