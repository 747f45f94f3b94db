package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Who sends far too much slows nobody else, and nothing is stored twice. */
@QuarkusTest
class FloodTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void five_hundred_answers_at_once_leave_one_saved_and_the_game_goes_on() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            ada.await("question");
            bob.await("question");
            for (int i = 0; i < 500; i++) ada.answerWith("a" + i, 0, "{\"text\":\"" + i + "\"}");
            bob.answerWith("b", 0, "{\"text\":\"Paris\"}");
            assertThat(bob.status("b")).isEqualTo("saved");
            bob.await("reveal");
            ada.await("reveal");
            assertThat(ada.seen()
                            .lines()
                            .filter(line -> line.contains("\"saved\"") && line.contains("\"type\":\"ack\"")))
                    .hasSize(1);
            stage.await("reveal");
            assertThat(stage.command("advance").path("status").asText()).isEqualTo("done");
        }
    }

    @Test
    void a_host_that_sends_a_hundred_commands_at_once_gets_a_reply_for_each() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE)) {
            for (int i = 0; i < 100; i++) {
                stage.host.send("{\"type\":\"command\",\"id\":\"c" + i + "\",\"do\":\"lock\"}");
            }
            var replied = new HashSet<String>();
            while (replied.size() < 100) {
                replied.add(stage.host
                        .next(frame -> frame.has("id"), "a reply")
                        .path("id")
                        .asText());
            }
        }
    }
}
