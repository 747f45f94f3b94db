package dev.podium.socket;

import static dev.podium.http.Async.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An evening of several quizzes: one room, the same seats. */
@QuarkusTest
class RoundsTest {
    private static final String CARRIED = "{\"countdownMs\":0,\"scoring\":\"accuracy\",\"breakMs\":300000}";
    private static final String ANEW = "{\"countdownMs\":0,\"scoring\":\"accuracy\",\"carry\":false}";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Pool pool;

    @Test
    void another_quiz_follows_on_the_last_with_a_break_between() throws IOException {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), CARRIED);
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            assertThat(append(stage, stage.quiz("More", Quizzes.of(Quizzes.CHOICE))))
                    .isEqualTo("done");
            var lobby = stage.await("lobby").path("state");
            assertThat(lobby.at("/round/total").asInt()).isEqualTo(2);
            assertThat(lobby.at("/rounds/1/title").asText()).isEqualTo("More");

            play(stage, 0, ada, "four", bob, "five");
            stage.command("advance");
            var over = ada.await("break").path("state");
            assertThat(over.path("title").asText()).isEqualTo("Test");
            assertThat(over.at("/next/title").asText()).isEqualTo("More");
            assertThat(over.at("/next/text").isMissingNode()).isTrue();
            assertThat(over.path("until").asLong()).isPositive();
            assertThat(over.at("/mine/rank").asInt()).isEqualTo(1);
            var shown = screen.await("break").path("state");
            assertThat(shown.path("top").toString())
                    .isEqualTo("[{\"rank\":1,\"nickname\":\"Ada\",\"score\":1000,\"delta\":1000,\"moved\":0,"
                            + "\"rounds\":[1000]},{\"rank\":2,\"nickname\":\"Bob\",\"score\":0,\"delta\":0,"
                            + "\"moved\":-1,\"rounds\":[0]}]");
            assertThat(stage.await("break").at("/state/next/text").asText()).isEqualTo("2 + 2?");

            assertThat(stage.command("extend", Map.of("ms", -60_000))
                            .path("status")
                            .asText())
                    .isEqualTo("done");
            var shorter = screen.await("break").path("state");
            assertThat(shorter.path("until").asLong())
                    .isEqualTo(shown.path("until").asLong() - 60_000);

            var second = play(stage, 1, ada, "five", bob, "four");
            assertThat(second.path("index").asInt()).isEqualTo(1);
            assertThat(second.path("total").asInt()).isEqualTo(2);
            stage.command("advance");
            var end = screen.await("finished").path("state");
            assertThat(end.at("/round/index").asInt()).isEqualTo(1);
            assertThat(rounds(end)).isEqualTo("Ada 1 1000 [1000,0], Bob 1 1000 [0,1000]");
            assertThat(ada.await("finished").at("/state/mine/total").asInt()).isEqualTo(2);
            report(stage)
                    .body("rounds.title", equalTo(List.of("Test", "More")))
                    .body("questions.round", equalTo(List.of(0, 1)))
                    .body("players.find { it.nickname == 'Ada' }.rounds", equalTo(List.of(1000, 0)));
            assertThat(csv(stage))
                    .contains("rank,nickname,team,score,correct,round1,round2,q1_points,q1_ms,q2_points,q2_ms")
                    .containsPattern("1,Ada,,1000,1,1000,0,1000,\\d+,0,\\d+");
            var workbook = given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=xlsx")
                    .asByteArray();
            assertThat(ReportTest.sheets(workbook)).containsExactly("Players", "Questions", "R1", "R2", "Q1", "Q2");
            assertThat(ReportTest.sheet(workbook, 2).getFirst())
                    .startsWith("nickname", "team", "points", "right", "q1_points")
                    .endsWith("Test");
            assertThat(ReportTest.sheet(workbook, 2).subList(1, 3))
                    .containsExactlyInAnyOrder(
                            List.of("Ada", "", "1000", "1", "1000"), List.of("Bob", "", "0", "0", "0"));
            assertThat(ReportTest.sheet(workbook, 3).subList(1, 3))
                    .containsExactlyInAnyOrder(
                            List.of("Ada", "", "0", "0", "0"), List.of("Bob", "", "1000", "1", "1000"));
        }
    }

    @Test
    void a_quiz_that_is_added_after_the_podium_finds_everybody_where_they_were() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            play(stage, 0, ada, "four", bob, "five");
            stage.command("advance");
            assertThat(ada.await("finished").at("/state/round").isMissingNode()).isTrue();
            try (var late = stage.player("Late")) {
                assertThat(late.closeCode()).isEqualTo(4506);
            }

            assertThat(append(stage, stage.quiz("More", Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE))))
                    .isEqualTo("done");
            assertThat(ada.await("break").at("/state/mine/score").asInt()).isEqualTo(1000);
            try (var cleo = stage.player("Cleo")) {
                assertThat(cleo.next("welcome").at("/state/phase").asText()).isEqualTo("break");
                play(stage, 1, ada, "five", cleo, "four");
                stage.command("end");
                assertThat(rounds(stage.await("finished").path("state")))
                        .isEqualTo("Ada 1 1000 [1000,0], Cleo 1 1000 [0,1000], Bob 3 0 [0,0]");
                assertThat(stage.command("restore").path("status").asText()).isEqualTo("done");
                assertThat(stage.await("standings").at("/state/top/1/delta").asInt())
                        .isEqualTo(1000);
                stage.command("end");
                stage.await("finished");
            }

            var wrong = Map.of("question", 0, "void", true);
            assertThat(stage.command("regrade", Map.copyOf(wrong))
                            .path("status")
                            .asText())
                    .isEqualTo("done");
            assertThat(rounds(stage.await("finished").path("state")))
                    .isEqualTo("Cleo 1 1000 [0,1000], Ada 2 0 [0,0], Bob 2 0 [0,0]");
        }
    }

    /** Nothing is replayed to it: it comes to where the others are. */
    @Test
    void a_phone_that_slept_through_the_podium_wakes_in_the_evening_that_goes_on() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            bob.next("welcome");
            play(stage, 0, ada, "four", bob, "five");
            ada.drop();
            stage.command("advance");
            bob.await("finished");
            append(stage, stage.quiz("More", Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE)));
            stage.await("break");
            try (var back = Peer.connect(base, "/ws/play")) {
                back.resume(ticket, 1);
                var welcome = back.next("welcome");
                assertThat(welcome.at("/state/phase").asText()).isEqualTo("break");
                assertThat(welcome.at("/state/mine/score").asInt()).isEqualTo(1000);
                assertThat(welcome.at("/state/next/title").asText()).isEqualTo("More");
                // A seat as any other: the question waits for its answer, and closes with it.
                stage.command("advance");
                var asked = question(back, 1);
                bob.answer("b", 1, Peer.choice(question(bob, 1), "five"));
                assertThat(bob.status("b")).isEqualTo("saved");
                back.answer("a", 1, Peer.choice(asked, "four"));
                assertThat(back.status("a")).isEqualTo("saved");
                assertThat(back.await("reveal").at("/state/score").asInt()).isEqualTo(2000);
            }
        }
    }

    @Test
    void where_scores_are_not_carried_each_round_begins_at_nothing_and_places_count() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), ANEW);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob");
                var idle = stage.player("Idle")) {
            idle.next("welcome");
            append(stage, stage.quiz("More", Quizzes.of(Quizzes.CHOICE)));
            play(stage, 0, ada, "four", bob, "five");
            assertThat(ada.await("standings").at("/state/mine/score").asInt()).isEqualTo(1000);
            stage.command("advance");
            assertThat(rounds(stage.await("break").path("state")))
                    .isEqualTo("Ada 1 10 [10], Bob 2 8 [8], Idle 3 0 [0]");

            play(stage, 1, ada, "five", bob, "four");
            var standings = bob.await("standings").path("state");
            assertThat(standings.at("/mine/score").asInt()).isEqualTo(1000);
            assertThat(standings.at("/mine/rank").asInt()).isEqualTo(1);
            stage.command("advance");
            assertThat(rounds(stage.await("finished").path("state")))
                    .isEqualTo("Ada 1 18 [10,8], Bob 1 18 [8,10], Idle 3 0 [0,0]");

            assertThat(stage.command("restore").path("status").asText()).isEqualTo("done");
            assertThat(rounds(stage.await("standings").path("state"))).isEqualTo("Bob 1 1000 , Ada 2 0 , Idle 2 0 ");
            stage.command("advance");
            stage.await("finished");
            var question = Map.<String, Object>of("question", 1, "void", true);
            assertThat(stage.command("regrade", question).path("status").asText())
                    .isEqualTo("done");
            assertThat(rounds(stage.await("finished").path("state")))
                    .isEqualTo("Ada 1 10 [10,0], Bob 2 8 [8,0], Idle 3 0 [0,0]");
            stage.command("ungrade", Map.of("question", 1));
            assertThat(rounds(stage.await("finished").path("state")))
                    .isEqualTo("Ada 1 18 [10,8], Bob 1 18 [8,10], Idle 3 0 [0,0]");
        }
    }

    @Test
    void what_a_round_that_was_ended_did_not_come_to_counts_for_nobody() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE, Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            play(stage, 0, ada, "four", bob, "five");
            stage.command("advance");
            var open = question(ada, 1);
            ada.answer("lost", 1, Peer.choice(open, "four"));
            assertThat(ada.status("lost")).isEqualTo("saved");
            stage.await("question");
            stage.command("end");
            stage.await("finished");
            append(stage, stage.quiz("More", Quizzes.of(Quizzes.CHOICE)));
            stage.await("break");
            assertThat(play(stage, 3, ada, "four", bob, "four").path("total").asInt())
                    .isEqualTo(4);
            stage.command("advance");
            var end = ada.await("finished").at("/state/mine");
            assertThat(end.path("score").asInt()).isEqualTo(2000);
            assertThat(end.path("total").asInt()).isEqualTo(2);
            report(stage).body("questions.asked", equalTo(List.of(true, false, false, true)));
        }
    }

    @Test
    void a_quiz_that_is_not_there_does_not_follow_and_the_same_command_is_done_once() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE)) {
            assertThat(append(stage, UUID.randomUUID().toString())).isEqualTo("unplayable");
            var quiz = stage.quiz("More", Quizzes.of(Quizzes.CHOICE));
            var frame = "{\"type\":\"command\",\"id\":\"twice\",\"do\":\"append\",\"quizId\":\"" + quiz + "\"}";
            stage.host.send(frame);
            var first = stage.host.ack("twice");
            stage.host.send(frame);
            assertThat(stage.host.ack("twice")).isEqualTo(first);
            report(stage).body("rounds", hasSize(2));
        }
    }

    @Test
    void an_instance_that_knows_an_older_plan_reads_before_it_calls_an_answer_invalid() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            ada.answerWith("before", 1, "{\"text\":\"Paris\"}");
            assertThat(ada.status("before")).isEqualTo("invalid");
            // As another instance does it, whose hint is still on its way.
            await(pool.preparedQuery(
                            "UPDATE game SET questions = questions || questions, round_count = 2,"
                                    + " rounds = '[{\"title\":\"One\",\"size\":1},{\"title\":\"Two\",\"size\":1}]' WHERE id = $1")
                    .execute(Tuple.of(UUID.fromString(stage.gameId))));
            ada.answerWith("after", 1, "{\"text\":\"Paris\"}");
            assertThat(ada.status("after")).isEqualTo("early");
            ada.answerWith("beyond", 2, "{\"text\":\"Paris\"}");
            assertThat(ada.status("beyond")).isEqualTo("invalid");
        }
    }

    @Test
    void a_game_is_opened_with_several_quizzes() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE)) {
            var ids =
                    List.of(stage.quiz("One", Quizzes.of(Quizzes.CHOICE)), stage.quiz("Two", Quizzes.of(Quizzes.TEXT)));
            String id = open(stage, Map.of("quizIds", ids))
                    .statusCode(201)
                    .extract()
                    .path("id");
            given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + id + "/report")
                    .then()
                    .body("rounds", hasSize(2))
                    .body("game.title", equalTo("One"));
            open(stage, Map.of("quizIds", List.of())).statusCode(422).body("errors[0].field", equalTo("quizIds"));
            var choice =
                    "{\"draft\":true,\"kind\":\"choice\",\"text\":\"?\",\"timeLimitMs\":20000,\"points\":1000,\"choices\":[]}";
            open(stage, Map.of("quizIds", List.of(ids.getFirst(), stage.quiz("Half", Quizzes.of(choice)))))
                    .statusCode(422)
                    .body("errors[0].field", startsWith("quizIds[1].questions[0]."));
            open(stage, Map.of()).statusCode(422).body("errors[0].field", equalTo("quizId"));
        }
    }

    private static ValidatableResponse open(Stage stage, Map<String, Object> game) {
        return given().cookie("podium_session", stage.cookie)
                .contentType(ContentType.JSON)
                .body(game)
                .post("/api/games")
                .then();
    }

    /** "done", or why not. */
    private static String append(Stage stage, String quiz) {
        var ack = stage.command("append", Map.of("quizId", quiz));
        return ack.path(ack.has("reason") ? "reason" : "status").asText();
    }

    /** Plays a question to its standings; gives what was asked. */
    private static JsonNode play(Stage stage, int index, Peer one, String first, Peer two, String second) {
        stage.command("advance");
        var question = question(one, index);
        one.answer("answer " + index, index, Peer.choice(question, first));
        two.answer("answer " + index, index, Peer.choice(question, second));
        one.status("answer " + index);
        two.status("answer " + index);
        stage.await("question");
        if (stage.command("close").path("status").asText().isEmpty()) throw new AssertionError("no ack");
        stage.await("reveal");
        stage.command("advance");
        stage.await("standings");
        return question;
    }

    private static JsonNode question(Peer peer, int index) {
        return peer.next(
                        frame -> frame.at("/state/phase").asText().equals("question")
                                && frame.at("/state/question/index").asInt() == index,
                        "question " + index)
                .at("/state/question");
    }

    /** By rank, and those who share one by their names: which of them came first is left to chance. */
    private static String rounds(JsonNode state) {
        var rows = new ArrayList<JsonNode>();
        state.path("top").forEach(rows::add);
        rows.sort(Comparator.<JsonNode>comparingInt(row -> row.path("rank").asInt())
                .thenComparing(row -> row.path("nickname").asText()));
        return rows.stream()
                .map(row -> row.path("nickname").asText() + " "
                        + row.path("rank").asInt() + " " + row.path("score").asInt() + " " + row.path("rounds"))
                .collect(Collectors.joining(", "));
    }

    private static ValidatableResponse report(Stage stage) {
        return given().cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId + "/report")
                .then()
                .statusCode(200);
    }

    private static String csv(Stage stage) {
        return given().cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId + "/report?format=csv")
                .asString();
    }
}
