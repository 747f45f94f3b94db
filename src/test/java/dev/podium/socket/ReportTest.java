package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.account.TestHosts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** What a host reads after a game was played. */
@QuarkusTest
class ReportTest {
    /** In doubles, 0.4 - 0.3 is more than 0.1. */
    private static final String TENTHS = """
            {"kind":"number","text":"How much?","timeLimitMs":20000,"points":1000,
             "correct":0.3,"tolerance":0.1,"min":0,"max":1,"step":0.1}
            """;

    @TestHTTPResource("/")
    URI base;

    @Inject
    DataSource database;

    @Test
    void a_report_tells_what_everybody_answered_and_what_it_was_worth() throws IOException {
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
                    .isEqualTo(
                            "\uFEFFrank,nickname,team,score,correct,q1_points,q1_ms,q2_points,q2_ms,q3_points,q3_ms");
            assertThat(csv.lines().skip(1).findFirst().orElseThrow()).startsWith("1,'=Ada,,1333,1,1000,");
            var xlsx = given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=xlsx");
            assertThat(xlsx.header("Content-Disposition")).startsWith("attachment; filename=\"podium-");
            var players = sheet(xlsx.asByteArray(), 0);
            assertThat(String.join(",", players.getFirst()))
                    .isEqualTo(csv.lines().findFirst().orElseThrow().substring(1));
            assertThat(players.get(1)).startsWith("1", "=Ada", "", "1333", "1", "1000");
            assertThat(sheet(xlsx.asByteArray(), 1).get(1)).contains("choice", "2", "1");
            var first = sheet(xlsx.asByteArray(), 2);
            assertThat(first.get(0)).startsWith("nickname", "team", "answer", "right_part", "points", "ms");
            assertThat(first.get(1)).startsWith("=Ada", "", "four", "1.0", "1000");
            assertThat(first.get(2)).startsWith("Bob", "", "five", "0.0", "0");
            assertThat(sheet(xlsx.asByteArray(), 3).get(1)).startsWith("=Ada", "", "ant | cow | cat");
            // What was not asked has no sheet.
            assertThat(sheets(xlsx.asByteArray())).containsExactly("Players", "Questions", "Q1", "Q2");
            given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?players=false")
                    .then()
                    .body("questions[0].answers", equalTo(2))
                    .body("players.size()", equalTo(0));
            given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=docx")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("format"));
        }
    }

    @Test
    void a_spreadsheet_of_any_language_reads_the_csv() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var zoe = stage.player("Zoë; Ärmel, Ü")) {
            zoe.next("welcome");

            var comma = csv(stage, "");
            var semicolon = csv(stage, "&separator=semicolon");
            assertThat(comma).startsWith("\uFEFFrank,nickname,").contains("\n1,\"Zoë; Ärmel, Ü\",,0,0,,");
            assertThat(semicolon).startsWith("\uFEFFrank;nickname;").contains("\n1;\"Zoë; Ärmel, Ü\";;0;0;;");
            assertThat(csv(stage, "&separator=tab")).startsWith("\uFEFFrank\tnickname\t");
            given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=csv&separator=pipe")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("separator"));
        }
    }

    @Test
    void a_slide_that_was_shown_was_asked_and_one_that_was_not_was_not() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.SLIDE, Quizzes.SLIDE), Quizzes.AT_ONCE)) {
            stage.command("advance");
            stage.await("question");
            stage.command("end");

            report(stage).body("questions.asked", equalTo(List.of(true, false)));
        }
    }

    @Test
    void a_number_is_right_in_the_report_if_it_was_in_the_score() {
        try (var stage = Stage.open(base, Quizzes.of(TENTHS), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            ada.await("question");
            ada.answerWith("a", 0, "{\"number\":0.4}");
            bob.answerWith("b", 0, "{\"number\":0.5}");
            var tally = stage.await("reveal").at("/state/tally");

            report(stage)
                    .body("players[0].nickname", equalTo("Ada"))
                    .body("players[0].score", equalTo(1000))
                    .body("questions[0].correct", equalTo(1))
                    .body("questions[0].tally.find { it.text == '0.4' }.correct", equalTo(true))
                    .body("questions[0].tally.find { it.text == '0.5' }.correct", equalTo(false));
            assertThat(tally.toString())
                    .contains("{\"from\":0.4,\"to\":0.45,\"count\":1}", "{\"from\":0.3,\"to\":0.35,\"count\":0}");
        }
    }

    @Test
    void what_somebody_wrote_who_was_removed_is_counted_nowhere() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var rude = stage.player("Rude")) {
            ada.next("welcome");
            var id = rude.next("welcome").at("/player/id").asText();
            stage.command("advance");
            ada.await("question");
            rude.answerWith("r", 0, "{\"text\":\"a rude word\"}");
            assertThat(rude.status("r")).isEqualTo("saved");
            stage.command("kick", Map.of("player", id));
            ada.answerWith("a", 0, "{\"text\":\"PARIS\"}");

            assertThat(stage.await("reveal").at("/state/tally").toString())
                    .isEqualTo("[{\"text\":\"PARIS\",\"count\":1}]");
            report(stage)
                    .body("game.players", equalTo(1))
                    .body("questions[0].answers", equalTo(1))
                    .body("questions[0].tally.text", equalTo(List.of("PARIS")));
        }
    }

    @Test
    void a_game_that_is_over_can_be_deleted_with_all_that_is_known_of_its_players() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("end");
            stage.await("finished");
            var game = "/api/games/" + stage.gameId;

            given().cookie("podium_session", stage.cookie).delete(game).then().statusCode(204);

            for (var gone : List.of(game, game + "/report"))
                given().cookie("podium_session", stage.cookie).get(gone).then().statusCode(404);
            given().cookie("podium_session", stage.cookie).delete(game).then().statusCode(404);
        }
    }

    @Test
    void of_one_player_nothing_stays_that_was_stored_and_the_others_move_up() throws SQLException {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var id = ada.next("welcome").at("/player/id").asText();
            bob.next("welcome");
            stage.command("advance");
            var choice = ada.await("question").at("/state/question");
            ada.answer("a1", 0, Peer.choice(choice, "four"));
            bob.answer("b1", 0, Peer.choice(choice, "five"));
            stage.await("reveal");
            var player = "/api/games/" + stage.gameId + "/players/" + id;
            given().cookie("podium_session", stage.cookie).delete(player).then().statusCode(409);
            stage.command("end");
            stage.await("finished");
            TestHosts.another(database, "host").calls().delete(player).then().statusCode(404);
            given().cookie("podium_session", stage.cookie).delete(player).then().statusCode(204);
            given().cookie("podium_session", stage.cookie).delete(player).then().statusCode(404);
            report(stage)
                    .body("game.players", equalTo(1))
                    .body("players.nickname", equalTo(List.of("Bob")))
                    .body("players[0].rank", equalTo(1))
                    .body("questions[0].answers", equalTo(1))
                    .body("questions[0].tally.find { it.text == 'four' }.count", equalTo(0));
            assertThat(report(stage).extract().asString()).doesNotContain("Ada", id);
        }
    }

    @Test
    void a_rehearsal_says_so_has_no_report_and_is_in_no_list_when_it_is_over() {
        try (var stage = Stage.rehearse(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var screen = stage.screen();
                var robot = stage.player("Robot 1")) {
            assertThat(screen.next("welcome").at("/state/rehearsal").asBoolean())
                    .isTrue();
            assertThat(robot.next("welcome").path("state").has("rehearsal")).isFalse();
            listed(stage, 1);
            stage.command("end");
            assertThat(stage.await("finished").at("/state/rehearsal").asBoolean())
                    .isTrue();
            given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report")
                    .then()
                    .statusCode(404);
            listed(stage, 0);
            given().cookie("podium_session", stage.cookie)
                    .delete("/api/games/" + stage.gameId)
                    .then()
                    .statusCode(204);
        }
    }

    private static void listed(Stage stage, int times) {
        given().cookie("podium_session", stage.cookie)
                .get("/api/games")
                .then()
                .body("findAll { it.id == '" + stage.gameId + "' }.size()", equalTo(times));
    }

    private static ValidatableResponse report(Stage stage) {
        return given().cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId + "/report")
                .then()
                .statusCode(200);
    }

    private static String csv(Stage stage, String more) {
        return given().cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId + "/report?format=csv" + more)
                .asString();
    }

    /** The cells of a sheet as texts, cut to those that a test knows beforehand. */
    static List<List<String>> sheet(byte[] file, int index) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getSheet(index).orElseThrow().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getRawValue())
                            .toList())
                    .toList();
        }
    }

    static List<String> sheets(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheets().map(Sheet::getName).toList();
        }
    }

    private static String id(JsonNode items, String text) {
        for (var item : items)
            if (item.path("text").asText().equals(text)) return item.path("id").toString();
        throw new AssertionError(text);
    }
}
