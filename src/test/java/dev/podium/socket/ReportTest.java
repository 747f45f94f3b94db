package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What a host reads after a game was played. */
@QuarkusTest
class ReportTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void a_report_tells_what_everybody_answered_and_what_it_was_worth() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.ORDER, Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("=Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            var choice = ada.await("question").at("/state/question");
            ada.answer("a1", 0, Peer.choice(choice, "four"));
            bob.answer("b1", 0, Peer.choice(choice, "five"));
            stage.await("reveal");
            stage.command("advance");
            stage.command("advance");
            var order = ada.next(f -> f.at("/state/question/items").isArray(), "the items")
                    .at("/state/question/items");
            ada.answerWith(
                    "a2",
                    1,
                    "{\"order\":[" + id(order, "ant") + "," + id(order, "cow") + "," + id(order, "cat") + "]}");
            assertThat(ada.status("a2")).isEqualTo("saved");
            stage.await("question");
            stage.command("close");
            stage.await("reveal");
            stage.command("end");

            var report = given().cookie("podium_session", stage.cookie).get("/api/games/" + stage.gameId + "/report");
            report.then()
                    .statusCode(200)
                    .body("players[0].nickname", equalTo("=Ada"))
                    .body("players[0].score", equalTo(1333))
                    .body("players[0].answers[0].answer", equalTo("four"))
                    .body("players[0].answers[1].answer", equalTo("ant | cow | cat"))
                    .body("players[1].answers.size()", equalTo(1))
                    .body("questions[0].answers", equalTo(2))
                    .body("questions[0].correct", equalTo(1))
                    .body("questions[0].tally.find { it.text == 'five' }.count", equalTo(1))
                    .body("questions[2].asked", equalTo(false));
            var csv = given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=csv")
                    .asString();
            assertThat(csv.lines())
                    .first()
                    .isEqualTo("rank,nickname,team,score,correct,q1_points,q1_ms,q2_points,q2_ms,q3_points,q3_ms");
            assertThat(csv.lines().skip(1).findFirst().orElseThrow()).startsWith("1,'=Ada,,1333,1,1000,");
        }
    }

    private static String id(JsonNode items, String text) {
        for (var item : items)
            if (item.path("text").asText().equals(text)) return item.path("id").toString();
        throw new AssertionError(text);
    }
}
