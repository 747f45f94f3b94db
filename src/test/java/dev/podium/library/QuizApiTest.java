package dev.podium.library;

import static dev.podium.account.TestHosts.as;
import static dev.podium.account.TestHosts.asDemo;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.account.TestHosts;
import dev.podium.game.Question;
import dev.podium.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuizApiTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String RIVERS = """
            {"title":" Rivers \\n of Asia ","description":"Wet","language":"en","questions":[
              {"kind":"choice","text":"Longest?","timeLimitMs":20000,"points":1000,
               "media":{"url":"https://example.org/a.png","kind":"image","alt":"A river"},
               "choices":[{"text":"Yangtze","correct":true},{"text":"Mekong"}],"explanation":"6,300 km"},
              {"kind":"number","text":"How long?","correct":6300,"tolerance":0.5,"min":0,"max":10000,"step":0.1,"unit":"km"},
              {"kind":"order","text":"Sort","items":["Yangtze","Mekong"]}]}""";

    @Inject
    DataSource database;

    @Inject
    Library library;

    @Test
    void theDemoHostFindsAQuizOfEveryKind() {
        asDemo().get("/api/quizzes")
                .then()
                .statusCode(200)
                .body("find { it.title == 'Around the world' }.questions", equalTo(12))
                .body(
                        "find { it.title == 'Around the world' }.kinds",
                        containsInAnyOrder(
                                "choice",
                                "true-false",
                                "text",
                                "number",
                                "order",
                                "point",
                                "poll",
                                "word-cloud",
                                "scale",
                                "slide"))
                .body("find { it.title == 'Around the world' }.first.text", containsString("two continents"))
                .body("find { it.title == 'Around the world' }.first.choices", nullValue());
    }

    @Test
    void aQuizIsKeptAsItWasWritten() {
        var created = create(RIVERS).header("ETag", "\"0\"").header("Location", containsString("/api/quizzes/"));
        var id = created.extract().<String>path("id");

        var got = asDemo().get("/api/quizzes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("title", equalTo("Rivers of Asia"))
                .body("description", equalTo("Wet"))
                .body("language", equalTo("en"))
                .body("questions", hasSize(3))
                .body("questions[0].choices.text", equalTo(List.of("Yangtze", "Mekong")))
                .body("questions[0].choices.correct", equalTo(List.of(true, false)))
                .body("questions[0].media.alt", equalTo("A river"))
                .body("questions[1].tolerance", equalTo(0.5f))
                .body("questions[1].correct", equalTo(6300))
                .body("questions[2].items", equalTo(List.of("Yangtze", "Mekong")))
                .extract();
        assertThat(got.<Object>path("")).isEqualTo(created.extract().path(""));
        assertThat(got.<Long>path("updatedAt")).isGreaterThan(1_700_000_000_000L);
    }

    @Test
    void whatWasReadCanBeSavedAgain() {
        var id = create(RIVERS).extract().<String>path("id");
        var read = asDemo().get("/api/quizzes/" + id).asString();

        put(id, "\"0\"", read).then().statusCode(200).header("ETag", "\"1\"");

        var saved = asDemo().get("/api/quizzes/" + id)
                .then()
                .header("ETag", "\"1\"")
                .extract();
        assertThat(saved.<Object>path("questions"))
                .isEqualTo(JsonPath.from(read).get("questions"));
    }

    @Test
    void aQuizSaysOnceWhatItsQuestionsAreWrittenInAndEachKeepsIt() {
        create("{\"title\":\"Powers\",\"format\":\"markdown\",\"questions\":["
                        + "{\"kind\":\"slide\",\"text\":\"$2^{10}$ & <b>\"},"
                        + "{\"kind\":\"slide\",\"text\":\"5 * 3 * 2\",\"format\":\"plain\"},"
                        + "{\"kind\":\"choice\",\"text\":\"\",\"draft\":true}]}")
                .body("questions.text", equalTo(List.of("$2^{10}$ & <b>", "5 * 3 * 2", "")))
                .body("questions.format", equalTo(Arrays.asList("markdown", null, "markdown")));
        asDemo().get("/api/quizzes").then().body("find { it.title == 'Powers' }.first.format", equalTo("markdown"));
    }

    @Test
    void aQuestionHalfWrittenIsKeptAsADraftUntilItIsFinished() {
        var half = "{\"draft\":true,\"kind\":\"choice\",\"text\":\"Half\",\"choices\":[{\"text\":\"\"}]}";
        var whole = "{\"draft\":true,\"kind\":\"slide\",\"text\":\"Whole\"}";
        var id = create("{\"title\":\"Drafts\",\"questions\":[" + whole + "," + half + "]}")
                .body("questions.draft", equalTo(Arrays.asList(null, true)))
                .body("questions[1].choices", hasSize(1))
                .extract()
                .<String>path("id");

        asDemo().get("/api/quizzes/" + id + "/mistakes")
                .then()
                .body("field", hasItem("questions[1].choices[0].text"))
                .body("code", hasItem("required"));
        asDemo().contentType(ContentType.JSON)
                .body("{\"quizId\":\"" + id + "\"}")
                .post("/api/games")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("questions[1].choices[0].text"));

        put(id, "\"0\"", "{\"title\":\"Drafts\",\"questions\":[" + whole + "]}")
                .then()
                .statusCode(200);
        asDemo().get("/api/quizzes/" + id + "/mistakes").then().body("", hasSize(0));
    }

    @Test
    void aDraftIsBounded() {
        var long_ = "x".repeat(DraftQuestions.MAX_LENGTH);
        asDemo().contentType(ContentType.JSON)
                .body("{\"title\":\"a\",\"questions\":[{\"draft\":true,\"text\":\"" + long_ + "\"}]}")
                .post("/api/quizzes")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("questions[0]"));
    }

    @Test
    void aQuizUnderAnIdOfTheClientIsMadeOnce() {
        var id = UUID.randomUUID();

        putNew(id).then().statusCode(201).header("ETag", "\"0\"").body("id", equalTo(id.toString()));
        putNew(id).then().statusCode(412).contentType(PROBLEM);
        put(id.toString(), "\"0\"", RIVERS).then().statusCode(200);
    }

    private static Response putNew(UUID id) {
        return asDemo().contentType(ContentType.JSON)
                .header("If-None-Match", "*")
                .body(RIVERS)
                .put("/api/quizzes/" + id);
    }

    @Test
    void theLatestQuizComesFirst() {
        var first = create("{\"title\":\"First\"}").extract().<String>path("id");
        var second = create("{\"title\":\"Second\"}").extract().<String>path("id");
        asDemo().get("/api/quizzes").then().body("[0].id", equalTo(second)).body("[0].first", nullValue());

        put(first, "\"0\"", "{\"title\":\"First\"}").then().statusCode(200);
        asDemo().get("/api/quizzes").then().body("[0].id", equalTo(first)).body("[1].id", equalTo(second));
    }

    @Test
    void aDeletedQuizIsGone() {
        var id = create("{\"title\":\"Short-lived\"}").extract().<String>path("id");
        asDemo().header("If-Match", "\"7\"").delete("/api/quizzes/" + id).then().statusCode(412);
        asDemo().delete("/api/quizzes/" + id).then().statusCode(204);

        asDemo().get("/api/quizzes/" + id).then().statusCode(404).contentType(PROBLEM);
        asDemo().delete("/api/quizzes/" + id).then().statusCode(404).contentType(PROBLEM);
        put(id, "*", RIVERS).then().statusCode(404);
    }

    @Test
    void aCopyIsAnotherQuiz() {
        var id = create(RIVERS).extract().<String>path("id");

        asDemo().post("/api/quizzes/" + id + "/duplicate")
                .then()
                .statusCode(201)
                .body("title", equalTo("Rivers of Asia (2)"))
                .body("id", not(equalTo(id)))
                .body("questions", hasSize(3));
        asDemo().post("/api/quizzes/" + UUID.randomUUID() + "/duplicate").then().statusCode(404);
    }

    @Test
    void aSaveNamesTheVersionItReplaces() {
        var id = create(RIVERS).extract().<String>path("id");

        asDemo().contentType(ContentType.JSON)
                .body(RIVERS)
                .put("/api/quizzes/" + id)
                .then()
                .statusCode(428)
                .contentType(PROBLEM);
        put(id, "\"9\"", RIVERS).then().statusCode(412).contentType(PROBLEM);
        put(id, "W/\"0\"", RIVERS).then().statusCode(412);
        put(id, "nonsense", RIVERS).then().statusCode(412);
        put(id, "\"9\", \"0\"", RIVERS).then().statusCode(200).header("ETag", "\"1\"");
        put(id, "\"0\"", RIVERS).then().statusCode(412);
        put(id, "*", RIVERS).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void ofManySavesOfOneVersionOneTakesEffect() {
        var id = create(RIVERS).extract().<String>path("id");
        asDemo();
        var saves = new ArrayList<CompletableFuture<Integer>>();
        for (var i = 0; i < 8; i++) {
            saves.add(supplyAsync(() -> put(id, "\"0\"", RIVERS).statusCode()));
        }
        assertThat(saves.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
    }

    @Test
    void anotherHostsQuizDoesNotExist() throws Exception {
        var id = create(RIVERS).extract().<String>path("id");
        var other = TestHosts.anotherHost(database);

        as(other).get("/api/quizzes").then().statusCode(200).body("", hasSize(0));
        as(other).get("/api/quizzes/" + id).then().statusCode(404).contentType(PROBLEM);
        as(other).get("/api/quizzes/" + id + "/export").then().statusCode(404);
        as(other).post("/api/quizzes/" + id + "/duplicate").then().statusCode(404);
        as(other).delete("/api/quizzes/" + id).then().statusCode(404);
        as(other)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(RIVERS)
                .put("/api/quizzes/" + id)
                .then()
                .statusCode(404);
        asDemo().get("/api/quizzes/" + id).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void aGameFindsItsHostsQuizOnly() {
        var id = UUID.fromString(create(RIVERS).extract().path("id"));
        var owner = UUID.fromString(asDemo().get("/api/session").path("id"));

        var quiz = library.launchable(owner, id);
        assertThat(quiz.title()).isEqualTo("Rivers of Asia");
        assertThat(quiz.language()).isEqualTo("en");
        assertThat(quiz.questions()).extracting(Question::kind).containsExactly("choice", "number", "order");
        assertThatThrownBy(() -> library.launchable(UUID.randomUUID(), id)).isInstanceOf(Problem.Refusal.class);
    }

    @Test
    void withoutASessionThereIsNoLibrary() {
        given().get("/api/quizzes").then().statusCode(401).contentType(PROBLEM);
        given().get("/api/quizzes/" + UUID.randomUUID()).then().statusCode(401).contentType(PROBLEM);
        given().delete("/api/quizzes/" + UUID.randomUUID()).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{not even JSON")
                .post("/api/quizzes")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
        given().multiPart("file", "a.json", RIVERS.getBytes())
                .post("/api/quizzes/import")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        asDemo().get("/api/quizzes/7").then().statusCode(404).contentType(PROBLEM);
        asDemo().get("/api/quizzes/" + UUID.randomUUID()).then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void everyMistakeIsNamed() {
        refused("{}", 422).body("errors[0].field", equalTo("title")).body("errors[0].code", equalTo("required"));
        refused("{\"title\":\"" + "x".repeat(121) + "\"}", 422).body("errors[0].code", equalTo("too-long"));
        refused("{\"title\":\"t\",\"description\":\"" + "x".repeat(2001) + "\"}", 422)
                .body("errors[0].field", equalTo("description"));
        refused("{\"title\":\"t\",\"language\":\"English!\"}", 422).body("errors[0].field", equalTo("language"));
        refused("{\"title\":\"t\",\"format\":\"html\"}", 422).body("errors[0].field", equalTo("format"));
        refused(
                        "{\"title\":\"t\",\"questions\":[{\"kind\":\"choice\",\"text\":\"?\",\"timeLimitMs\":-5,"
                                + "\"choices\":[{\"text\":\"a\"},{\"text\":\"\"}]}]}",
                        422)
                .body("errors.field", hasItem("questions[0].timeLimitMs"))
                .body("errors.field", hasItem("questions[0].choices[1].text"))
                .body("errors.find { it.field == 'questions[0].choices' }.code", equalTo("no-correct"))
                .body("errors.message", everyItem(not(equalTo(""))));
        refused("[]", 422).body("errors[0].field", equalTo(""));
        refused("null", 422);
        refused("", 422);
    }

    @Test
    void tenThousandQuestionsAreTooMany() {
        var many = "{\"kind\":\"slide\",\"text\":\"t\"},".repeat(9_999) + "{\"kind\":\"slide\",\"text\":\"t\"}";
        refused("{\"title\":\"t\",\"questions\":[" + many + "]}", 422)
                .body("errors[0].field", equalTo("questions"))
                .body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void charactersThatAreNoneAreRefused() {
        refused("{\"title\":\"a\\u0000b\"}", 422).body("errors[0].code", equalTo("not-allowed"));
        refused("{\"title\":\"a\\ud83d\"}", 422).body("errors[0].code", equalTo("not-allowed"));
        refused("{\"title\":\"\\udc00a\"}", 422).body("errors[0].code", equalTo("not-allowed"));
    }

    @Test
    void everyScriptIsKept() {
        var title = "世界 \uD83C\uDF0D عالم Ünïcode \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        create("{\"title\":\"" + title + "\"}").body("title", equalTo(title));
    }

    private static ValidatableResponse create(String quiz) {
        return asDemo().contentType(ContentType.JSON)
                .body(quiz)
                .post("/api/quizzes")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse refused(String quiz, int status) {
        return asDemo().contentType(ContentType.JSON)
                .body(quiz)
                .post("/api/quizzes")
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status));
    }

    private static Response put(String id, String ifMatch, String quiz) {
        return asDemo().contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(quiz)
                .put("/api/quizzes/" + id);
    }
}
