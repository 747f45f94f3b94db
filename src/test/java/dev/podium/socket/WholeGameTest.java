package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WholeGameTest {
    private static final String QUESTIONS = """
            [{"kind":"choice","text":"2 + 2?","timeLimitMs":20000,"points":1000,
              "choices":[{"text":"four","correct":true},{"text":"five","correct":false}]},
             {"kind":"true-false","text":"Water is wet","correct":true,"timeLimitMs":20000,"points":1000}]
            """;

    @TestHTTPResource("/")
    URI base;

    @Test
    void a_game_is_played_from_the_lobby_to_the_podium() {
        try (var stage = Stage.open(base, QUESTIONS, "{\"countdownMs\":0,\"scoring\":\"accuracy\"}");
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            assertThat(screen.await("lobby").at("/state/pin").asText()).isEqualTo(stage.pin);
            ada.next("welcome");
            bob.next("welcome");

            assertThat(stage.command("advance").path("status").asText()).isEqualTo("done");
            var question = ada.await("question").at("/state/question");
            bob.await("question");
            ada.answer("a1", 0, Peer.choice(question, "four"));
            bob.answer("b1", 0, Peer.choice(question, "five"));
            assertThat(ada.ack("a1").path("status").asText()).isEqualTo("saved");
            assertThat(bob.ack("b1").path("status").asText()).isEqualTo("saved");

            // Both have answered: the question closes at once.
            var reveal = ada.await("reveal").path("state");
            assertThat(reveal.at("/mine/correct").asBoolean()).isTrue();
            assertThat(reveal.path("score").asInt()).isEqualTo(1000);
            assertThat(reveal.path("rank").asInt()).isEqualTo(1);
            assertThat(bob.await("reveal").at("/state/rank").asInt()).isEqualTo(2);
            stage.await("reveal");
            assertThat(screen.await("reveal").at("/state/tally").size()).isEqualTo(2);

            stage.command("advance");
            assertThat(bob.await("standings").at("/state/mine/ahead/nickname").asText())
                    .isEqualTo("Ada");
            stage.command("advance");
            bob.await("question");
            stage.await("question");
            stage.command("skip");
            assertThat(bob.await("reveal").at("/state/voided").asBoolean()).isTrue();
            stage.command("advance");
            stage.command("advance");
            assertThat(ada.await("finished").at("/state/mine/rank").asInt()).isEqualTo(1);
            assertThat(screen.await("finished").at("/state/top/0/nickname").asText())
                    .isEqualTo("Ada");
        }
    }

    @Test
    void who_is_left_moves_up_when_somebody_is_removed() {
        try (var stage = Stage.open(base, QUESTIONS, "{\"countdownMs\":0,\"scoring\":\"accuracy\"}");
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var id = ada.next("welcome").at("/player/id").asText();
            bob.next("welcome");
            stage.command("advance");
            var question = ada.await("question").at("/state/question");
            bob.await("question");
            ada.answer("a1", 0, Peer.choice(question, "four"));
            bob.answer("b1", 0, Peer.choice(question, "five"));
            assertThat(bob.await("reveal").at("/state/rank").asInt()).isEqualTo(2);

            stage.command("kick", Map.of("player", id));

            assertThat(bob.await("reveal").at("/state/rank").asInt()).isEqualTo(1);
        }
    }
}
