package dev.podium.socket;

import static dev.podium.games.OpenGames.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.process.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was wrong can be put right: a key, a skip, an end. */
@QuarkusTest
class GradingTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Pool pool;

    @Test
    void a_key_that_is_put_right_changes_what_everybody_sees_and_can_be_undone() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var question = reveal(stage, ada, bob);
            var five = Peer.choice(question, "five");
            assertThat(result(ada.await("reveal"))).isEqualTo("true 1000 1000 1");
            assertThat(result(bob.await("reveal"))).isEqualTo("false 0 0 2");
            assertThat(screen.await("reveal").at("/state/regraded").isMissingNode())
                    .isTrue();

            assertThat(regrade(stage, Map.of("question", 0, "correct", List.of(five))))
                    .isEqualTo("done");
            assertThat(result(ada.await("reveal"))).isEqualTo("false 0 0 2");
            var seen = bob.await("reveal");
            assertThat(result(seen)).isEqualTo("true 1000 1000 1");
            assertThat(seen.at("/state/regraded").asBoolean()).isTrue();
            assertThat(seen.at("/state/question/correct/0").asText()).isEqualTo(five);
            assertThat(screen.await("reveal").at("/state/regraded").asBoolean()).isTrue();

            assertThat(regrade(stage, Map.of("question", 0, "void", true))).isEqualTo("done");
            var voided = bob.await("reveal");
            assertThat(result(voided)).isEqualTo("false 0 0 1");
            assertThat(voided.at("/state/voided").asBoolean()).isTrue();

            stage.command("advance");
            stage.await("standings");
            assertThat(stage.command("ungrade", Map.of("question", 0))
                            .path("status")
                            .asText())
                    .isEqualTo("done");
            var back = stage.command("back");
            assertThat(back.path("status").asText()).isEqualTo("done");
            var undone = ada.next(
                    frame -> frame.path("seq").asLong() == back.path("seq").asLong(), "the reveal again");
            assertThat(result(undone)).isEqualTo("true 1000 1000 1");
            assertThat(undone.at("/state/regraded").isMissingNode()).isTrue();
            assertThat(undone.at("/state/voided").isMissingNode()).isTrue();
            assertThat(stage.command("advance").path("status").asText()).isEqualTo("done");
            assertThat(ada.await("standings").at("/state/mine/score").asInt()).isEqualTo(1000);
        }
    }

    @Test
    void a_typed_answer_is_accepted_after_all() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("advance");
            ada.await("question");
            ada.answerWith("a", 0, "{\"text\":\"Lutetia\"}");
            stage.await("reveal");
            assertThat(regrade(stage, Map.of("question", 0, "accept", List.of("lutetia "))))
                    .isEqualTo("done");
            var seen = ada.next(frame -> frame.at("/state/regraded").asBoolean(), "the corrected reveal");
            assertThat(seen.at("/state/question/correct").toString()).isEqualTo("[\"Paris\",\"lutetia\"]");
            assertThat(result(seen)).isEqualTo("true 1000 1000 1");
            assertThat(regrade(stage, Map.of("question", 0, "accept", List.of("LUTETIA"))))
                    .isEqualTo("phase");
        }
    }

    @Test
    void nothing_is_judged_again_before_its_reveal_nor_by_what_does_not_fit() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            assertThat(regrade(stage, Map.of("question", 0, "void", true))).isEqualTo("phase");
            reveal(stage, ada, bob);
            assertThat(regrade(stage, Map.of("question", 0, "correct", List.of("none"))))
                    .isEqualTo("invalid");
            assertThat(regrade(stage, Map.of("question", 0))).isEqualTo("invalid");
            assertThat(regrade(stage, Map.of("question", 2, "void", true))).isEqualTo("invalid");
            assertThat(regrade(stage, Map.of("question", 1, "void", true))).isEqualTo("phase");
            assertThat(stage.command("ungrade", Map.of("question", 0))
                            .path("reason")
                            .asText())
                    .isEqualTo("phase");
        }
    }

    @Test
    void answers_that_arrive_while_another_question_is_judged_again_are_kept() {
        var peers = new ArrayList<Peer>();
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE), Quizzes.AT_ONCE)) {
            for (int i = 0; i < 30; i++) peers.add(stage.player("Player " + i));
            peers.forEach(peer -> peer.next("welcome"));
            stage.command("advance");
            var first = stage.await("question").at("/state/question");
            for (var peer : peers) {
                peer.await("question");
                peer.answer("first", 0, Peer.choice(first, "five"));
            }
            stage.await("reveal");
            stage.command("advance");
            stage.command("advance");
            var second = stage.await("question").at("/state/question");
            for (int i = 0; i < peers.size(); i++) {
                if (i % 10 == 5) {
                    var key = Peer.choice(first, i % 20 == 5 ? "five" : "four");
                    assertThat(regrade(stage, Map.of("question", 0, "correct", List.of(key))))
                            .isEqualTo("done");
                }
                peers.get(i).answer("second", 1, Peer.choice(second, "four"));
            }
            for (var peer : peers) assertThat(peer.status("second")).isEqualTo("saved");
            stage.await("reveal");
            report(stage)
                    .body("questions[1].answers", equalTo(peers.size()))
                    .body("questions[0].correct", equalTo(peers.size()))
                    .body("players.findAll { it.score == 2000 }.size()", equalTo(peers.size()));
        } finally {
            peers.forEach(Peer::close);
        }
    }

    @Test
    void a_report_can_be_put_right_for_as_long_as_it_is_there() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var question = reveal(stage, ada, bob);
            var five = Peer.choice(question, "five");
            stage.command("end");
            bob.await("finished");

            post(stage, "regrade", Map.of("question", 0, "correct", List.of(five)))
                    .statusCode(204);
            var finished = bob.await("finished");
            assertThat(finished.at("/state/mine/score").asInt()).isEqualTo(1000);
            assertThat(finished.at("/state/mine/correct").asInt()).isEqualTo(1);
            report(stage)
                    .body("players[0].nickname", equalTo("Bob"))
                    .body("players[0].answers[0].points", equalTo(1000))
                    .body("players[1].score", equalTo(0))
                    .body("questions[0].regraded", equalTo(true))
                    .body("questions[0].question.choices.find { it.correct }.id", equalTo(five))
                    .body("questions[0].tally.find { it.text == 'five' }.correct", equalTo(true))
                    .body("questions[0].tally.find { it.text == 'five' }.id", equalTo(five))
                    .body("questions[1].regraded", nullValue());

            post(stage, "regrade", Map.of("question", 0, "correct", List.of(five)))
                    .statusCode(409);
            post(stage, "regrade", Map.of("question", 1, "void", true)).statusCode(409);
            post(stage, "regrade", Map.of("question", 0, "correct", List.of("none")))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("correct"));
            post(stage, "regrade", Map.of("void", true)).statusCode(422).body("errors[0].field", equalTo("question"));
            post(stage, "regrade", Map.of("question", 0, "correct", "five"))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("correct"))
                    .body("errors[0].code", equalTo("invalid"));
            given().cookie("podium_session", stage.cookie)
                    .contentType(ContentType.JSON)
                    .body(Map.of("question", 0, "void", true))
                    .post("/api/games/00000000-0000-4000-8000-000000000000/regrade")
                    .then()
                    .statusCode(404);

            post(stage, "regrade", Map.of("question", 0, "void", true)).statusCode(204);
            report(stage).body("questions[0].voided", equalTo(true)).body("players.score", equalTo(List.of(0, 0)));
            post(stage, "ungrade", Map.of("question", 0)).statusCode(204);
            report(stage)
                    .body("players[0].nickname", equalTo("Ada"))
                    .body("players[0].score", equalTo(1000))
                    .body("questions[0].voided", equalTo(false))
                    .body("questions[0].regraded", nullValue());
            post(stage, "ungrade", Map.of("question", 0)).statusCode(409);
        }
    }

    @Test
    void an_end_is_taken_back_and_the_open_question_waits_with_what_was_left() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            var question = ada.await("question").at("/state/question");
            stage.await("question");
            ada.answer("a", 0, Peer.choice(question, "four"));
            assertThat(ada.status("a")).isEqualTo("saved");
            stage.command("end");
            ada.await("finished");
            given().get("/api/join/" + stage.pin).then().statusCode(404);

            assertThat(stage.command("restore").path("status").asText()).isEqualTo("done");
            var back = ada.await("question").path("state");
            assertThat(back.path("paused").asBoolean()).isTrue();
            assertThat(back.path("remainingMs").asLong()).isBetween(1L, 20_000L);
            assertThat(back.at("/mine/answer/choices/0").asText()).isEqualTo(Peer.choice(question, "four"));
            assertThat(bob.await("question").at("/state/mine").isMissingNode()).isTrue();
            given().get("/api/join/" + stage.pin).then().statusCode(200);
            assertThat(stage.command("restore").path("reason").asText()).isEqualTo("phase");

            stage.command("continue");
            bob.answer("b", 0, Peer.choice(question, "four"));
            assertThat(bob.status("b")).isEqualTo("saved");
            assertThat(result(ada.await("reveal"))).isEqualTo("true 1000 1000 1");
        }
    }

    /** It lay in a pocket, or its player had left: the seat is there, by its ticket and by its key. */
    @Test
    void a_phone_that_saw_the_end_comes_back_to_its_seat() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = Peer.connect(base, "/ws/play")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            bob.join(stage.pin, "Bob", "b0b");
            var seat = bob.next("welcome").at("/player/id").asText();
            stage.command("advance");
            var question = ada.await("question").at("/state/question");
            stage.await("question");
            ada.answer("a", 0, Peer.choice(question, "four"));
            assertThat(ada.status("a")).isEqualTo("saved");
            stage.command("end");
            ada.await("finished");
            bob.await("finished");
            bob.send("{\"type\":\"leave\"}");
            // Noted while the game is over: later it would free the name.
            Patience.until("Bob has left", () -> hasLeft(seat));
            ada.drop();
            bob.close();

            try (var slept = Peer.connect(base, "/ws/play")) {
                slept.resume(ticket, 7);
                assertThat(slept.next("welcome").at("/state/phase").asText()).isEqualTo("finished");
                assertThat(stage.command("restore").path("status").asText()).isEqualTo("done");
                var back = slept.await("question").path("state");
                assertThat(back.at("/mine/answer/choices/0").asText()).isEqualTo(Peer.choice(question, "four"));
                stage.command("lock");

                try (var again = Peer.connect(base, "/ws/play")) {
                    again.join(stage.pin, "Somebody", "b0b");
                    var welcome = again.next("welcome");
                    assertThat(welcome.at("/player/id").asText()).isEqualTo(seat);
                    assertThat(welcome.at("/player/nickname").asText()).isEqualTo("Bob");
                    stage.command("continue");
                    again.answer("b", 0, Peer.choice(question, "four"));
                    assertThat(again.status("b")).isEqualTo("saved");
                    assertThat(result(slept.await("reveal"))).isEqualTo("true 1000 1000 1");
                }
            }
        }
    }

    @Test
    void a_skipped_question_counts_after_all() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            var question = ada.await("question").at("/state/question");
            stage.await("question");
            ada.answer("a", 0, Peer.choice(question, "four"));
            assertThat(ada.status("a")).isEqualTo("saved");
            stage.command("skip");
            assertThat(result(ada.await("reveal"))).isEqualTo("true 0 0 1");
            assertThat(stage.command("restore").path("status").asText()).isEqualTo("done");
            var counted = ada.await("reveal");
            assertThat(result(counted)).isEqualTo("true 1000 1000 1");
            assertThat(counted.at("/state/voided").isMissingNode()).isTrue();
            assertThat(stage.command("restore").path("reason").asText()).isEqualTo("phase");
        }
    }

    private boolean hasLeft(String seat) {
        return await(pool.preparedQuery("SELECT gone FROM player WHERE id = $1")
                        .execute(Tuple.of(UUID.fromString(seat))))
                .iterator()
                .next()
                .getBoolean(0);
    }

    /** Both answer, Ada rightly. */
    private static JsonNode reveal(Stage stage, Peer ada, Peer bob) {
        stage.command("advance");
        var question = ada.await("question").at("/state/question");
        bob.await("question");
        ada.answer("a", 0, Peer.choice(question, "four"));
        bob.answer("b", 0, Peer.choice(question, "five"));
        stage.await("reveal");
        return question;
    }

    /** "done", or why not. */
    private static String regrade(Stage stage, Map<String, Object> what) {
        var ack = stage.command("regrade", what);
        return ack.path(ack.has("reason") ? "reason" : "status").asText();
    }

    private static String result(JsonNode reveal) {
        var mine = reveal.at("/state/mine");
        return mine.path("correct").asText() + " " + mine.path("points").asText() + " "
                + reveal.at("/state/score").asText() + " "
                + reveal.at("/state/rank").asText();
    }

    private static ValidatableResponse post(Stage stage, String what, Map<String, Object> body) {
        return given().cookie("podium_session", stage.cookie)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/games/" + stage.gameId + "/" + what)
                .then();
    }

    private static ValidatableResponse report(Stage stage) {
        return given().cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId + "/report")
                .then()
                .statusCode(200);
    }
}
