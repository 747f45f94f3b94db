package dev.podium.library;

import static dev.podium.account.TestHosts.asDemo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.account.TestHosts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FileApiTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource("/")
    URI base;

    @Test
    void anExportedQuizIsImportedUnchanged() {
        var id = asDemo().get("/api/quizzes").<String>path("find { it.title == 'Around the world' }.id");
        var exported = export(id)
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"around-the-world.json\";"
                                + " filename*=UTF-8''Around-the-world.json"))
                .extract()
                .asString();

        var imported = importFile("a.json", exported)
                .statusCode(201)
                .body("quiz.title", equalTo("Around the world"))
                .body("rows", hasSize(12))
                .body("rows.status.unique()", equalTo(List.of("imported")))
                .extract()
                .<String>path("quiz.id");

        assertThat(export(imported).extract().asString()).isEqualTo(exported);
        assertThat(JsonPath.from(exported).<Object>get("id")).isNull();
    }

    @Test
    void aRowThatIsNotWholeIsKeptAsADraftAndNamed() {
        var id = importFile("Mixed bag.json", """
            {"questions":[
              {"kind":"slide","text":"Hello"},
              {"kind":"riddle","text":"?"},
              7,
              {"kind":"choice","text":"?","choices":[{"text":"a"},{"text":"b"}]},
              {"kind":"poll","text":"?","choices":[{"text":"a"},{"text":"b"}]}]}\
            """)
                .statusCode(201)
                .body("quiz.title", equalTo("Mixed bag"))
                .body("rows.row", equalTo(List.of(1, 2, 3, 4, 5)))
                .body("rows.status", equalTo(List.of("imported", "draft", "refused", "draft", "imported")))
                .body("rows[1].field", equalTo("kind"))
                .body("rows[1].code", equalTo("unknown"))
                .body("rows[2].code", equalTo("invalid"))
                .body("rows[3].field", equalTo("choices"))
                .body("rows[3].code", equalTo("no-correct"))
                .extract()
                .<String>path("quiz.id");

        asDemo().get("/api/quizzes/" + id)
                .then()
                .body("questions.text", equalTo(List.of("Hello", "?", "?", "?")))
                .body("questions.kind", equalTo(List.of("slide", "riddle", "choice", "poll")))
                .body("questions.findAll { it.draft }", hasSize(2));
    }

    @Test
    void aDraftThatIsTooMuchToKeepIsRefused() {
        importFile("a.json", """
            {"questions":[{"kind":"slide","text":"Hello"},{"kind":"slide","text":"%s"},{"kind":"slide","text":"a\\u0000b"}]}\
            """.formatted("x".repeat(DraftQuestions.MAX_LENGTH)))
                .statusCode(201)
                .body("rows.status", equalTo(List.of("imported", "refused", "refused")))
                .body("rows[1].code", equalTo("not-allowed"));
    }

    @Test
    void aTextIsReadInWhateverItWasWritten() {
        var text = "{\"title\":\"Größe – „10 €“\",\"questions\":[]}";
        importFile("a.json", "\uFEFF" + text).body("quiz.title", equalTo("Größe – „10 €“"));
        importFile("a.json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                .body("quiz.title", equalTo("Größe – „10 €“"));
        importFile("a.json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))
                .body("quiz.title", equalTo("Größe – „10 €“"));
        importFile("a.json", text.getBytes(Charset.forName("windows-1252")))
                .body("quiz.title", equalTo("Größe – „10 €“"));
    }

    /** As browsers name it. */
    @Test
    void aQuotationMarkInAFilesNameIsInTheTitle() {
        importFile("a%22b.json", "{\"questions\":[]}").statusCode(201).body("quiz.title", equalTo("a\"b"));
    }

    @Test
    void whatCannotBeImportedIsExplained() {
        refused("a.csv", "Name,Town\n1,2").body("errors[0].code", equalTo("unknown"));
        refused("a.json", "").body("errors[0].code", equalTo("unknown"));
        refused("a.json", "[1]").body("errors[0].code", equalTo("unknown"));
        refused("a.json", "{\"hello\":\"world\"}").body("errors[0].code", equalTo("unknown"));
        refused("a.json", "{}").body("errors[0].code", equalTo("unknown"));
        refused("a.json", "{\"title\":").body("errors[0].code", equalTo("invalid"));
        refused("a.json", "{\"title\":\"a\",\"title\":\"b\"}").body("errors[0].code", equalTo("invalid"));
        refused("a.json", "{\"title\":\"" + "x".repeat(121) + "\",\"questions\":[]}")
                .body("errors[0].field", equalTo("title"));
        refused("a.json", "{\"questions\":7}").body("errors[0].field", equalTo("questions"));
        refused("a.json", "{\"questions\":[7,null]}").body("errors.field", hasItem("questions[0]"));
        refused("a.json", "{\"questions\":[" + "{},".repeat(9_999) + "{}]}")
                .body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void aFileOfAnotherProgramIsAQuizWithAReportOfItsRows() throws IOException {
        var id = importFile("Colours.csv", resource("blooket.csv"))
                .statusCode(201)
                .body("format", equalTo("blooket"))
                .body("quiz.title", equalTo("Colours"))
                .body("rows.row", equalTo(List.of(8, 9, 10)))
                .body("rows.status", equalTo(List.of("imported", "imported", "changed")))
                .body("rows[2].field", equalTo("timeLimitMs"))
                .extract()
                .<String>path("quiz.id");

        asDemo().get("/api/quizzes/" + id)
                .then()
                .body("questions.timeLimitMs", equalTo(List.of(20_000, 300_000, 20_000)));
        importFile("a.xlsx", resource("kahoot-official.xlsx"))
                .statusCode(201)
                .body("rows.status", equalTo(List.of("imported", "imported", "draft", "imported")))
                .body("rows[2].code", equalTo("no-correct"));
        importFile("a.xlsx", resource("wayground.xlsx")).body("rows.status.unique()", equalTo(List.of("imported")));
        importFile("a.json", resource("opentdb.json")).body("rows.status", equalTo(List.of("imported", "imported")));
        importFile("a.gift", resource("questions.gift"))
                .body(
                        "rows.status",
                        equalTo(List.of(
                                "imported",
                                "imported",
                                "imported",
                                "imported",
                                "imported",
                                "draft",
                                "changed",
                                "imported",
                                "refused",
                                "imported",
                                "draft")));
        var moodle = importFile("a.xml", resource("moodle.xml"))
                .body("rows.status", equalTo(List.of("imported", "imported", "changed", "imported", "draft", "draft")))
                .extract()
                .<String>path("quiz.id");
        export(moodle).body("tags", equalTo(List.of("Colours")));
        importFile("a.txt", resource("aiken.txt"))
                .body("rows.status", equalTo(List.of("imported", "imported", "draft", "imported")));
    }

    @Test
    void aPreviewShowsTheQuestionsAndStoresNothing() throws IOException {
        var before = asDemo().get("/api/quizzes").<List<String>>path("id");

        asDemo().multiPart("file", "Colours.csv", resource("blooket.csv"))
                .post("/api/quizzes/import?preview=true")
                .then()
                .statusCode(200)
                .body("quiz.title", equalTo("Colours"))
                .body("quiz.id", nullValue())
                .body("rows.status", equalTo(List.of("imported", "imported", "changed")))
                .body("rows.question.text", hasItem("Which colour is a lime?"));

        assertThat(asDemo().get("/api/quizzes").<List<String>>path("id")).isEqualTo(before);
    }

    @Test
    void aRowSaysNoMoreThanThereIsToSay() throws IOException {
        var reply = importFile("Colours.csv", resource("blooket.csv")).extract().asString();

        assertThat(JsonPath.from(reply).<Map<String, Object>>get("rows[0]"))
                .isEqualTo(Map.of("row", 8, "status", "imported"));
        assertThat(JsonPath.from(reply).<Map<String, Object>>get("$")).containsOnlyKeys("quiz", "format", "rows");
    }

    @Test
    void questionsAreAddedToAQuizThatIsThere() throws IOException {
        var id = importFile(
                        "Mine.json",
                        "{\"questions\":[{\"kind\":\"slide\",\"text\":\"Hello\"},{\"kind\":\"riddle\",\"text\":\"?\"}]}")
                .extract()
                .<String>path("quiz.id");

        asDemo().multiPart("file", "Colours.csv", resource("blooket.csv"))
                .post("/api/quizzes/import?into=" + id)
                .then()
                .statusCode(200)
                .body("quiz.id", equalTo(id))
                .body("quiz.title", equalTo("Mine"))
                .body("rows.status", equalTo(List.of("imported", "imported", "changed")));

        asDemo().get("/api/quizzes/" + id)
                .then()
                .body("title", equalTo("Mine"))
                .body("questions.text", hasSize(5))
                .body("questions.text[0]", equalTo("Hello"))
                .body("questions[1].draft", equalTo(true))
                .body("questions.text[2]", equalTo("Which colour is a lime?"));
        asDemo().multiPart("file", "a.csv", resource("blooket.csv"))
                .post("/api/quizzes/import?into=" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @Test
    void aFullQuizTakesNoMore() throws IOException {
        var id = importFile("a.csv", "Question,Answer\n" + "a,b\n".repeat(Limits.QUESTIONS - 2))
                .extract()
                .<String>path("quiz.id");

        asDemo().multiPart("file", "a.csv", resource("blooket.csv"))
                .post("/api/quizzes/import?into=" + id)
                .then()
                .statusCode(200)
                .body("rows.status", equalTo(List.of("imported", "imported", "refused")))
                .body("rows[2].code", equalTo("too-many"));
        asDemo().multiPart("file", "a.csv", resource("blooket.csv"))
                .post("/api/quizzes/import?into=" + id)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("too-many"));
    }

    @Test
    void aTableWhoseColumnsNobodyKnowsIsShownAndThenTakenAsItsHostSays() {
        var table = "Fach;Was?;x;y;Welche\nBio;Lime?;green;blue;2\n".getBytes(StandardCharsets.UTF_8);

        asDemo().multiPart("file", "a.csv", table)
                .post("/api/quizzes/import")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("columns"))
                .body("errors[0].code", equalTo("unknown"));
        asDemo().multiPart("file", "a.csv", table)
                .post("/api/quizzes/import?preview=true")
                .then()
                .statusCode(200)
                .body("table.guessed", equalTo(true))
                .body("table.columns", equalTo(List.of("question", "correct", "wrong", "wrong", "wrong")))
                .body("table.lines[1].row", equalTo(2))
                .body("table.lines[1].cells", equalTo(List.of("Bio", "Lime?", "green", "blue", "2")));
        asDemo().multiPart("file", "a.csv", table)
                .post("/api/quizzes/import?first=2&columns=none,question,choice,choice,correct")
                .then()
                .statusCode(201)
                .body("rows", equalTo(List.of(Map.of("row", 2, "status", "imported"))));
        asDemo().multiPart("file", "a.csv", table)
                .post("/api/quizzes/import?columns=none,riddle")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("columns"));
    }

    @Test
    void anOwnFileBringsItsTagsAsFarAsTheyCanBeKept() {
        var many = "\"x%s\",7,\" \",\" Year  7 \",\"YEAR 7\",".formatted("x".repeat(60))
                + IntStream.range(0, 10_000).mapToObj(n -> "\"t" + n + "\"").collect(Collectors.joining(","));
        var id = importFile("a.json", "{\"title\":\"Tagged\",\"tags\":[" + many + "],\"questions\":[]}")
                .statusCode(201)
                .extract()
                .<String>path("quiz.id");

        var exported = export(id).extract().asString();
        assertThat(JsonPath.from(exported).<List<String>>get("tags"))
                .hasSize(20)
                .startsWith("Year 7", "t0", "t1");
        var again = importFile("a.json", exported).extract().<String>path("quiz.id");
        assertThat(export(again).extract().asString()).isEqualTo(exported);
        asDemo().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"title\":\"Renamed\"}")
                .put("/api/quizzes/" + id)
                .then()
                .statusCode(200);
        assertThat(JsonPath.from(export(id).extract().asString()).<List<String>>get("tags"))
                .hasSize(20);
    }

    @Test
    void ownQuestionsInOddShapesAreKeptAsFarAsTheyGo() throws IOException {
        importFile("a.json", resource("own-mixed.json"))
                .statusCode(201)
                .body("rows.findAll { it.row in [1, 2, 4, 5, 8] }.status.unique()", equalTo(List.of("imported")))
                .body("rows.findAll { it.row in [3, 6, 7, 9] }.status.unique()", equalTo(List.of("draft")))
                .body("rows.findAll { it.row > 9 }.status", equalTo(List.of("refused", "refused")));
        importFile("a.json", resource("own-utf16le-bom.json")).statusCode(201);
        importFile("a.json", resource("own-cp1252.json")).statusCode(201);
    }

    @Test
    void whatIsReadLaterIsNamed() throws IOException {
        refused("a.zip", resource("qti21.zip")).body("errors[0].message", containsString("QTI"));
        refused("a.json", "{\"kahoot\":{\"questions\":[]}}")
                .body("errors[0].message", containsString("another program"));
        refused("a.json", "{\"questions\":[{\"question\":\"?\",\"choices\":[{\"answer\":\"a\"}]}]}")
                .body("errors[0].message", containsString("another program"));
    }

    @Test
    void tenThousandRowsAreAnswered() {
        importFile("a.csv", "Question,Answer\n" + "a,b\n".repeat(9_999))
                .statusCode(201)
                .body("rows", hasSize(9_999))
                .body("rows[9998].code", equalTo("too-many"));
    }

    @Test
    void aQuizGoesOutInOtherProgramsFormatsAndSaysWhatTheyCannotHold() {
        var id = importFile("a.json", """
            {"title":"Über uns","questions":[
              {"kind":"choice","text":"Lime?","points":500,"choices":[{"text":"green","correct":true},{"text":"blue"}]},
              {"kind":"poll","text":"You?","choices":[{"text":"a"},{"text":"b"}]},
              {"kind":"riddle","text":"?"}]}\
            """).extract().<String>path("quiz.id");

        for (var format : List.of("kahoot", "gift", "moodle")) {
            asDemo().get("/api/quizzes/" + id + "/losses?format=" + format)
                    .then()
                    .statusCode(200)
                    .body("row", equalTo(List.of(1, 2, 3)))
                    .body("field", equalTo(List.of("points", "", "")))
                    .body("code", equalTo(List.of("not-allowed", "not-allowed", "required")));
            var file = asDemo().get("/api/quizzes/" + id + "/export?format=" + format)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"uber-uns.");
            importFile("back", file.asByteArray()).statusCode(201).body("rows.status", equalTo(List.of("imported")));
        }
        asDemo().get("/api/quizzes/" + id + "/losses?format=docx")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("format"));
        asDemo().get("/api/quizzes/" + UUID.randomUUID() + "/losses?format=gift")
                .then()
                .statusCode(404);
    }

    @Test
    void rowsBeyondTheLastPossibleQuestionAreRefused() {
        importFile("a.csv", "Question,Answer\n" + "a,b\n".repeat(Limits.QUESTIONS + 1))
                .statusCode(201)
                .body("rows", hasSize(Limits.QUESTIONS + 1))
                .body("rows[499].status", equalTo("imported"))
                .body("rows[500].status", equalTo("refused"))
                .body("rows[500].code", equalTo("too-many"));
    }

    @Test
    void anImportIsOneFile() {
        asDemo().multiPart("other", "a.json", "{}".getBytes(StandardCharsets.UTF_8))
                .post("/api/quizzes/import")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].code", equalTo("required"));
        asDemo().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/quizzes/import")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithTheMostThatIsPossible() throws Exception {
        tooLarge("{\"title\":\"" + "x".repeat(3 * MEBIBYTE), "at most 2 MiB");
        tooLarge("Question,Answer\n" + "a,b\n".repeat(50 * MEBIBYTE / 4), "at most 2 MiB");
        tooLarge("<?xml version=\"1.0\"?><quiz>" + " ".repeat(50 * MEBIBYTE), "at most 8 MiB");
        tooLarge("x".repeat(65 * MEBIBYTE), "larger than anything");
    }

    /** Without saying beforehand how much it is. */
    private void tooLarge(String content, String most) throws Exception {
        var form = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + content
                + "\r\n--part--\r\n";
        var bytes = form.getBytes(StandardCharsets.US_ASCII);
        var request = HttpRequest.newBuilder(base.resolve("/api/quizzes/import"))
                .header("Cookie", TestHosts.demoCookie())
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var reply = client.send(request, BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(reply.headers().firstValue("Content-Type")).hasValue(PROBLEM);
            assertThat(reply.body()).contains(most);
        }
    }

    @Test
    void anExportHasAFormatThatIsKnown() {
        var id = asDemo().get("/api/quizzes").<String>path("[0].id");

        asDemo().get("/api/quizzes/" + id + "/export?format=docx")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("format"))
                .body("errors[0].code", equalTo("unknown"));
        asDemo().get("/api/quizzes/" + UUID.randomUUID() + "/export").then().statusCode(404);
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = FileApiTest.class.getResourceAsStream("/import/" + name)) {
            return stream.readAllBytes();
        }
    }

    private static ValidatableResponse export(String id) {
        return asDemo().get("/api/quizzes/" + id + "/export?format=json")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse refused(String name, String content) {
        return refused(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse refused(String name, byte[] content) {
        return importFile(name, content).statusCode(422).contentType(PROBLEM);
    }

    private static ValidatableResponse importFile(String name, String content) {
        return importFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse importFile(String name, byte[] content) {
        return asDemo().multiPart("file", name, content)
                .post("/api/quizzes/import")
                .then();
    }
}
