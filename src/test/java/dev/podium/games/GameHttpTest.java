package dev.podium.games;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GameHttpTest {
    private String cookie;

    @BeforeEach
    void sign_in() {
        cookie = given().contentType(ContentType.JSON)
                .body(Map.of("email", "host@podium.local", "password", "podium"))
                .post("/api/session")
                .cookie("podium_session");
    }

    @Test
    void opening_a_game_gives_its_pin_and_addresses() {
        var game = open("{\"quizId\":\"" + quiz() + "\"}")
                .statusCode(201)
                .body("pin", matchesPattern("[1-9][0-9]{5}"))
                .body("joinUrl", startsWith("http://"))
                .extract();
        String pin = game.path("pin");
        host().get("/api/games")
                .then()
                .statusCode(200)
                .body("id", hasItem(game.<String>path("id")))
                .body("find { it.pin == '" + pin + "' }.phase", equalTo("lobby"));
        host().get("/api/games/" + game.path("id"))
                .then()
                .statusCode(200)
                .body("joinUrl", endsWith("/?pin=" + pin))
                .body("settings.scoring", equalTo("speed"))
                .body("total", equalTo(1))
                .body("createdAt", notNullValue());
    }

    @Test
    void all_games_are_found_page_by_page() {
        var opened = new ArrayList<String>();
        var quiz = quiz();
        for (int i = 0; i < 5; i++)
            opened.addFirst(open("{\"quizId\":\"" + quiz + "\"}").extract().path("id"));
        var listed = new ArrayList<String>();
        var next = "/api/games?limit=2";
        while (next != null && listed.size() < 5) {
            var page = host().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            listed.addAll(page.path("id"));
            var link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<|>; rel=\"next\"$", "");
        }
        assertThat(listed).startsWith(opened.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x", "after=1_no-id-but-as-long-as-an-id-has-to-be", "limit=0", "limit=201"})
    void what_is_no_page_is_refused(String query) {
        host().get("/api/games?" + query).then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void a_phone_learns_how_to_join() {
        String pin = open("{\"quizId\":\"" + quiz() + "\",\"settings\":{\"teams\":[\"Red\",\"Blue\"]}}")
                .extract()
                .path("pin");
        get("/api/join/" + pin)
                .then()
                .statusCode(200)
                .body("title", equalTo("Sums"))
                .body("phase", equalTo("lobby"))
                .body("joinable", equalTo(true))
                .body("teams.name", contains("Red", "Blue"))
                .body("teams[0].players", equalTo(0));
        get("/api/join/" + pin.substring(0, 3) + " " + pin.substring(3)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "x", "12345678901234567890"})
    void a_pin_without_a_game_is_not_found(String pin) {
        get("/api/join/" + pin).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void a_quiz_that_is_not_there_opens_no_game() {
        open("{\"quizId\":\"" + UUID.randomUUID() + "\"}").statusCode(404);
        open("{\"quizId\":\"nonsense\"}").statusCode(404);
        open("{}").statusCode(422).body("errors[0].field", equalTo("quizId"));
    }

    @Test
    void a_quiz_without_questions_opens_no_game() {
        String empty = host().contentType(ContentType.JSON)
                .body("{\"title\":\"Empty\",\"questions\":[]}")
                .post("/api/quizzes")
                .path("id");
        open("{\"quizId\":\"" + empty + "\"}").statusCode(422).body("errors[0].code", equalTo("too-few"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colour\":\"red\"}",
                "{\"scoring\":\"luck\"}",
                "{\"countdownMs\":-1}",
                "{\"countdownMs\":\"3\"}",
                "{\"lateJoin\":1}",
                "{\"teams\":\"Red\"}",
                "{\"teams\":[\"Red\",\"red\"]}"
            })
    void odd_settings_are_refused_with_their_field(String settings) {
        open("{\"quizId\":\"" + quiz() + "\",\"settings\":" + settings + "}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", startsWith("settings."));
    }

    @Test
    void without_a_session_there_are_no_games() {
        get("/api/games").then().statusCode(401).contentType("application/problem+json");
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/games")
                .then()
                .statusCode(401);
        get("/api/games/" + UUID.randomUUID() + "/report").then().statusCode(401);
    }

    @Test
    void a_game_that_is_not_there_is_not_found() {
        for (var path : new String[] {"", "/report", "/report?format=csv"}) {
            host().get("/api/games/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        host().get("/api/games/nonsense").then().statusCode(404);
    }

    @Test
    void a_running_game_is_not_deleted_nor_one_that_is_not_there() {
        String id = open("{\"quizId\":\"" + quiz() + "\"}").extract().path("id");

        host().delete("/api/games/" + id).then().statusCode(409).contentType("application/problem+json");
        host().delete("/api/games/" + UUID.randomUUID()).then().statusCode(404);
        given().delete("/api/games/" + id).then().statusCode(401);
        host().get("/api/games/" + id).then().statusCode(200);
    }

    @Test
    void a_report_of_a_game_nobody_played_is_empty() {
        String id = open("{\"quizId\":\"" + quiz() + "\"}").extract().path("id");
        host().get("/api/games/" + id + "/report")
                .then()
                .statusCode(200)
                .body("players", hasSize(0))
                .body("questions", hasSize(1))
                .body("questions[0].asked", equalTo(false));
        host().get("/api/games/" + id + "/report?format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("\uFEFFrank,nickname,team,score,correct,q1_points,q1_ms"));
        host().get("/api/games/" + id + "/report?format=pdf")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("format"));
    }

    private RequestSpecification host() {
        return given().cookie("podium_session", cookie);
    }

    private ValidatableResponse open(String body) {
        return host().contentType(ContentType.JSON)
                .body(body)
                .post("/api/games")
                .then();
    }

    private String quiz() {
        return host().contentType(ContentType.JSON)
                .body(
                        "{\"title\":\"Sums\",\"questions\":[{\"kind\":\"true-false\",\"text\":\"1 + 1 = 2\",\"correct\":true}]}")
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
