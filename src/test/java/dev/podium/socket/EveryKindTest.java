package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One game of the kinds that have tallies of their own, and of what chooses its own time. */
@QuarkusTest
class EveryKindTest {
    private static final String CLOUD = """
            {"kind":"word-cloud","text":"How was it?","timeLimitMs":0,"maxLength":10}
            """;
    private static final String SCALE = """
            {"kind":"scale","text":"How much?","min":1,"max":5,"step":1,"labels":["little","lots"]}
            """;
    private static final String POINT = """
            {"kind":"point","text":"Where?","timeLimitMs":0,"media":{"url":"/media/map.png","kind":"image"},
             "region":{"shape":"circle","x":0.25,"y":0.75,"r":0.125}}
            """;
    private static final String PICTURES = """
            {"kind":"poll","text":"Which?","choices":[{"media":{"url":"/media/a.png","kind":"image","alt":"A pear"}},
             {"text":"none"}]}
            """;

    @TestHTTPResource("/")
    URI base;

    @Test
    void every_kind_is_answered_tallied_and_reported() {
        try (var stage = Stage.open(base, Quizzes.of(CLOUD, SCALE, POINT, PICTURES), Quizzes.AT_ONCE);
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            screen.await("lobby");

            stage.command("advance");
            var cloud = stage.await("question").path("state");
            assertThat(cloud.has("closesAt")).isFalse();
            ada.await("question");
            assertThat(bob.await("question").at("/state/question/maxLength").asInt())
                    .isEqualTo(10);
            ada.answerWith("a0", 0, "{\"text\":\"far too long a word\"}");
            assertThat(ada.status("a0")).isEqualTo("invalid");
            ada.answerWith("a1", 0, "{\"text\":\"Muddy\"}");
            assertThat(ada.status("a1")).isEqualTo("saved");
            var one = "[{\"text\":\"Muddy\",\"count\":1}]";
            awaitTally(screen, 0, one);
            awaitTally(stage.host, 0, one);

            // Whoever comes now is told as well.
            try (var late = stage.screen()) {
                awaitTally(late, 0, one);
            }
            var hidden = stage.command("hide", Map.of("question", 0, "text", "MUDDY"));
            assertThat(hidden.path("status").asText()).isEqualTo("done");
            awaitTally(screen, 0, "[]");
            bob.answerWith("b1", 0, "{\"text\":\" muddy\"}");
            assertThat(bob.status("b1")).isEqualTo("saved");
            assertThat(screen.await("reveal").at("/state/tally").size()).isZero();
            stage.await("reveal");
            stage.command("unhide", Map.of("question", 0, "text", "muddy"));
            assertThat(screen.await("reveal").at("/state/tally/0/count").asInt())
                    .isEqualTo(2);

            next(stage);
            ada.await("question");
            bob.await("question");
            ada.answerWith("a2", 1, "{\"number\":4}");
            assertThat(ada.status("a2")).isEqualTo("saved");
            awaitTally(screen, 1, "{\"from\":3.5,\"to\":4.5,\"count\":1}");
            bob.answerWith("b2", 1, "{\"number\":5}");
            assertThat(bob.await("reveal").at("/state/mine/correct").isNull()).isTrue();
            assertThat(screen.await("reveal").at("/state/tally").size()).isEqualTo(5);
            stage.await("reveal");

            next(stage);
            ada.await("question");
            var point = bob.await("question").at("/state/question");
            assertThat(point.toString()).doesNotContain("correct", "region", "shape");
            ada.answerWith("a3", 2, "{\"point\":[0.25,0.65]}");
            // Counted, and told in numbers alone.
            screen.next(frame -> frame.path("answered").asInt() == 1, "one answer");
            bob.answerWith("b3", 2, "{\"point\":[0.5,0.5]}");
            var mine = ada.await("reveal").path("state");
            assertThat(mine.at("/mine/points").asInt()).isEqualTo(1_000);
            assertThat(mine.at("/question/correct/shape").asText()).isEqualTo("circle");
            assertThat(bob.await("reveal").at("/state/mine/points").asInt()).isZero();
            assertThat(screen.await("reveal").at("/state/tally").toString())
                    .contains("{\"x\":0.275,\"y\":0.675,\"count\":1}");
            stage.await("reveal");
            assertThat(screen.seen()).doesNotContain("\"type\":\"tally\",\"question\":2");

            next(stage);
            ada.await("question");
            var picture = bob.await("question").at("/state/question/choices/0");
            assertThat(picture.at("/media/url").asText()).isEqualTo("/media/a.png");
            ada.answer("a4", 3, picture.path("id").asText());
            assertThat(ada.status("a4")).isEqualTo("saved");
            awaitTally(screen, 3, "[{\"id\":\"" + picture.path("id").asText() + "\",\"count\":1}");
            stage.command("end");

            given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=json")
                    .then()
                    .statusCode(200)
                    .body("questions[0].tally.count", contains(2))
                    .body("questions[1].tally.text", contains("4", "5"))
                    .body("questions[2].tally.find { it.text == 'inside' }.count", equalTo(1))
                    .body("questions[2].cells.x", contains(0.525f, 0.275f))
                    .body("questions[2].question.region.shape", equalTo("circle"))
                    .body("questions[3].tally.text", contains("A pear", "none"))
                    .body("questions[3].question.choices[0].media.url", equalTo("/media/a.png"))
                    .body("players.find { it.nickname == 'Ada' }.answers[2].answer", equalTo("25 %, 65 %"));
        }
    }

    private static void next(Stage stage) {
        stage.command("advance");
        stage.command("advance");
        stage.await("question");
    }

    /** Waits until a watcher is told so of an open question. */
    private static void awaitTally(Peer watcher, int question, String part) {
        watcher.next(
                frame -> frame.path("type").asText().equals("tally")
                        && frame.path("question").asInt() == question
                        && frame.path("tally").toString().contains(part),
                "a tally of question " + question + " with " + part);
    }
}
