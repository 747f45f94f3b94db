package dev.podium.media;

import static dev.podium.account.TestHosts.anotherHost;
import static dev.podium.account.TestHosts.as;
import static dev.podium.content.TestFiles.noise;
import static dev.podium.content.TestFiles.png;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.content.TestFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quiz goes out with its pictures and sounds, and comes back. */
@QuarkusTest
class ArchiveApiTest {
    private static final int MIB = 1024 * 1024;
    private static final String NO_HASH = "0".repeat(64);

    @Inject
    DataSource database;

    private String host;

    @BeforeEach
    void signIn() throws Exception {
        host = anotherHost(database);
    }

    @Test
    void aQuizWithItsMediaComesBackByteForByteAtAHostWhoHadNoneOfThem() throws Exception {
        var large = png(8, 8, noise(700_000, 40));
        var urls = new ArrayList<String>();
        for (var file : List.of(large, TestFiles.picture("jpeg"), TestFiles.written("opus.ogg"), TestFiles.film())) {
            urls.add(upload(file));
        }
        var quiz = create("Größe – 10 €", urls);
        var exported = export(quiz);
        assertThat(unzip(exported).keySet())
                .containsExactly(
                        "quiz.json",
                        name(urls.get(0), "png"),
                        name(urls.get(1), "jpg"),
                        name(urls.get(2), "ogg"),
                        name(urls.get(3), "mp4"));
        assertThat(unzip(exported)).containsEntry(name(urls.get(0), "png"), large);

        as(host).delete("/api/quizzes/" + quiz).then().statusCode(204);
        as(host).delete("/api/library/trash").then().statusCode(204);
        for (var url : urls) as(host).delete("/api" + url).then().statusCode(204);
        forget(urls);
        host = anotherHost(database);
        var imported = importZip(exported).statusCode(201).extract().<String>path("quiz.id");

        assertThat(export(imported)).isEqualTo(exported);
        assertThat(given().get(urls.getFirst()).asByteArray()).isEqualTo(large);
        as(host).get("/api/media").then().body("items", hasSize(4));
    }

    @Test
    void aZipThatAnotherProgramMadeIsTakenWithoutWhatItsPicturesTell() throws Exception {
        var sent = TestFiles.written("photo.avif");
        var id = importZip(zip(
                        "__MACOSX/._quiz.json",
                        new byte[3],
                        "media/" + NO_HASH + ".avif",
                        sent,
                        "quiz.json",
                        quiz(NO_HASH)))
                .statusCode(201)
                .body("quiz.title", equalTo("Zipped"))
                .extract()
                .<String>path("quiz.id");
        var url = as(host).get("/api/quizzes/" + id).<String>path("questions[0].media.url");
        assertThat(url).isNotEqualTo("/media/" + NO_HASH);
        assertThat(given().get(url)
                        .then()
                        .statusCode(200)
                        .contentType("image/avif")
                        .extract()
                        .asByteArray())
                .hasSameSizeAs(sent)
                .isNotEqualTo(sent);
    }

    @Test
    void aPhonesSmallPictureComesBackBesideItsLargeOne() throws Exception {
        var large = png(8, 8, noise(300_000, 45));
        var small = png(8, 8, noise(20_000, 46));
        var kept = as(host).multiPart("file", "a", large)
                .multiPart("phone", "b", small)
                .post("/api/media")
                .then()
                .statusCode(200)
                .extract();
        var both = List.<String>of(kept.path("url"), kept.path("phone.url"));
        var quiz = createOf("""
                {"title":"Paired","questions":[{"kind":"slide","text":"Look","media":{"url":"%s","kind":"image",
                "width":8,"height":8,"phone":{"url":"%s","width":8,"height":8}}}]}""".formatted(both.toArray()));
        var exported = export(quiz);
        as(host).delete("/api/quizzes/" + quiz).then().statusCode(204);
        as(host).delete("/api/library/trash").then().statusCode(204);
        as(host).delete("/api" + both.getFirst()).then().statusCode(204);
        forget(both);

        host = anotherHost(database);
        var imported = importZip(exported).statusCode(201).extract().<String>path("quiz.id");

        assertThat(export(imported)).isEqualTo(exported);
        as(host).get("/api/media")
                .then()
                .body("items", hasSize(1))
                .body("items[0].url", equalTo(both.get(0)))
                .body("items[0].phone.url", equalTo(both.get(1)))
                .body("used", equalTo(large.length + small.length));
    }

    @Test
    void aZipThatIsAddedToAQuizBringsItsMedia() throws Exception {
        var picture = png(8, 8, noise(1_000, 47));
        var zip = zip("quiz.json", quiz(NO_HASH), "media/" + NO_HASH + ".png", picture);
        var open = create("Open", List.of());
        as(host).multiPart("file", "a.zip", zip)
                .post("/api/quizzes/import?into=" + open)
                .then()
                .statusCode(200);
        var url = as(host).get("/api/quizzes/" + open).<String>path("questions[0].media.url");
        assertThat(given().get(url).asByteArray()).isEqualTo(picture);

        // Somebody whose questions are not sent, but typed into the quiz that is open in a page.
        host = anotherHost(database);
        as(host).multiPart("file", "a.zip", zip)
                .post("/api/quizzes/import?preview=true")
                .then()
                .statusCode(200);
        nothingIsKept();
        as(host).multiPart("file", "a.zip", zip)
                .post("/api/quizzes/import?preview=true&media=true")
                .then()
                .statusCode(200)
                .body("rows[0].question.media.url", equalTo(url));
        as(host).get("/api/media").then().body("items.url", equalTo(List.of(url)));
        as(host).get("/api/quizzes").then().body("$", hasSize(0));
    }

    @Test
    void picturesInsideMoodlesXmlComeAlong() throws Exception {
        var picture = png(8, 8, noise(2_200_000, 48));
        var choice = png(8, 8, noise(500, 49));
        var moodle = """
                <quiz><question type="multichoice"><questiontext format="html">
                <text><![CDATA[Which? <img src="@@PLUGINFILE@@/a.png" alt="A lime">]]></text>
                <file name="a.png" encoding="base64">%s</file></questiontext>
                <answer fraction="100" format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/b.png">]]></text>
                <file name="b.png" encoding="base64">%s</file></answer>
                <answer fraction="0" format="html"><text><![CDATA[No <img src="@@PLUGINFILE@@/c.svg">]]></text>
                <file name="c.svg" encoding="base64">PHN2Zy8+</file></answer></question></quiz>""".formatted(
                        Base64.getMimeEncoder().encodeToString(picture),
                        Base64.getEncoder().encodeToString(choice));
        var id = as(host).multiPart("file", "a.xml", bytes(moodle))
                .post("/api/quizzes/import")
                .then()
                .statusCode(201)
                .body("rows[0].status", equalTo("changed"))
                .body("rows[0].field", equalTo("media"))
                .body("rows[0].code", equalTo("not-allowed"))
                .extract()
                .<String>path("quiz.id");
        var question = as(host).get("/api/quizzes/" + id).then();
        question.body("questions[0].media.alt", equalTo("A lime"))
                .body("questions[0].choices[0].media.kind", equalTo("image"))
                .body("questions[0].choices[1].media", nullValue());
        assertThat(given().get(question.extract().<String>path("questions[0].media.url"))
                        .asByteArray())
                .isEqualTo(picture);
        assertThat(given().get(question.extract().<String>path("questions[0].choices[0].media.url"))
                        .asByteArray())
                .isEqualTo(choice);
        as(host).multiPart(
                        "file", "a.xml", ("<quiz>" + " ".repeat(8 * MIB) + "</quiz>").getBytes(StandardCharsets.UTF_8))
                .post("/api/quizzes/import")
                .then()
                .statusCode(413);
    }

    @Test
    void picturesGoOutInMoodlesXmlAndComeBackAsTheyWere() throws Exception {
        var moodle = bytes("""
                <quiz><question type="multichoice"><questiontext format="html">
                <text><![CDATA[Which?<br>One <img src="@@PLUGINFILE@@/a.png" alt="A &quot;lime&quot;">]]></text>
                <file name="a.png" encoding="base64">%s</file></questiontext>
                <answer fraction="100" format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/b.png" alt="B">]]></text>
                <file name="b.png" encoding="base64">%s</file></answer>
                <answer fraction="0"><text>No</text></answer></question></quiz>""".formatted(
                        Base64.getEncoder().encodeToString(png(8, 8, noise(3_500_000, 50))),
                        Base64.getEncoder().encodeToString(png(8, 8, noise(500, 51)))));
        var first = imported(moodle);
        as(host).get("/api/quizzes/" + first + "/losses?format=moodle").then().body("$", hasSize(0));
        var out =
                as(host).get("/api/quizzes/" + first + "/export?format=moodle").asByteArray();
        var again = imported(out);

        assertThat(questions(again)).isEqualTo(questions(first)).contains("/media/", "A \\\"lime\\\"");
        as(host).get("/api/quizzes/" + first + "/losses?format=gift")
                .then()
                .body("code", equalTo(List.of("not-allowed")));
    }

    private String imported(byte[] file) {
        return as(host).multiPart("file", "a.xml", file)
                .post("/api/quizzes/import")
                .then()
                .statusCode(201)
                .body("rows.status", equalTo(List.of("imported")))
                .extract()
                .path("quiz.id");
    }

    private String questions(String quiz) throws Exception {
        return new ObjectMapper()
                .readTree(as(host).get("/api/quizzes/" + quiz).asString())
                .get("questions")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../quiz.json", "media/../../etc/passwd", "/etc/passwd", "..\\evil", "C:\\evil", ".."})
    void aNameThatLeadsOutOfAZipIsRefused(String name) throws Exception {
        importZip(zip("quiz.json", quiz(NO_HASH), name, new byte[1]))
                .statusCode(422)
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].code", equalTo("not-allowed"));
        nothingIsKept();
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedWithoutBeingUnpacked() throws Exception {
        var picture = png(8, 8, new byte[21 * MIB]);
        var bomb = zip("quiz.json", quiz(NO_HASH), "media/" + NO_HASH + ".png", picture);
        assertThat(bomb).hasSizeLessThan(MIB);
        importZip(bomb).statusCode(413).body("detail", containsString("20 MiB"));

        var hashes =
                IntStream.range(1, 5).mapToObj(n -> NO_HASH.substring(1) + n).toList();
        var entries = new ArrayList<Object>(List.of("quiz.json", quiz(hashes.toArray(String[]::new))));
        for (var hash : hashes) entries.addAll(List.of("media/" + hash + ".png", png(8, 8, new byte[15 * MIB])));
        importZip(zip(entries.toArray())).statusCode(413);

        importZip(zip("quiz.json", new byte[3 * MIB])).statusCode(413).body("detail", containsString("2 MiB"));
        var many = new ArrayList<Object>(List.of("quiz.json", quiz(NO_HASH)));
        for (int n = 0; n < 10_000; n++) many.addAll(List.of("a" + n, new byte[0]));
        importZip(zip(many.toArray())).statusCode(422).body("errors[0].code", equalTo("too-many"));
        nothingIsKept();
    }

    @Test
    void aZipThatIsBrokenOffOrHoldsABrokenPictureIsRefusedWhole() throws Exception {
        var good = png(8, 8, noise(1_000, 41));
        var whole = zip("quiz.json", quiz(NO_HASH), "media/" + NO_HASH + ".png", good);
        importZip(Arrays.copyOf(whole, whole.length - 30)).statusCode(422);

        var other = NO_HASH.replace('0', '1');
        importZip(zip(
                        "quiz.json",
                        quiz(NO_HASH, other),
                        "media/" + NO_HASH + ".png",
                        good,
                        "media/" + other + ".png",
                        Arrays.copyOf(good, 500)))
                .statusCode(422)
                .body("errors[0].message", equalTo("media/" + other + ".png: The file is damaged or broken off."));
        importZip(zip("quiz.json", bytes("no json"), "media/" + NO_HASH + ".png", good))
                .statusCode(422);
        nothingIsKept();
    }

    @Test
    void aQuotaReachedInTheMiddleLeavesNothing() throws Exception {
        var other = NO_HASH.replace('0', '1');
        importZip(zip(
                        "quiz.json",
                        quiz(NO_HASH, other),
                        "media/" + NO_HASH + ".png",
                        png(8, 8, noise(15 * MIB, 42)),
                        "media/" + other + ".png",
                        png(8, 8, noise(15 * MIB, 43))))
                .statusCode(413);
        nothingIsKept();
    }

    @Test
    void aQuizThatMayNotBeMadeLeavesNoMedia() throws Exception {
        fillTheLibrary();
        importZip(zip("quiz.json", quiz(NO_HASH), "media/" + NO_HASH + ".png", png(8, 8, noise(1_000, 44))))
                .statusCode(422);
        as(host).get("/api/media").then().body("items", hasSize(0));
    }

    @Test
    void whatIsNoQuizIsNamed() throws Exception {
        importZip(zip("readme.txt", new byte[5])).statusCode(422).body("errors[0].code", equalTo("unknown"));
        as(host).get("/api/quizzes/" + create("Asked", List.of()) + "/export?format=docx")
                .then()
                .statusCode(422)
                .body("errors[0].message", equalTo("One of json, zip, kahoot, gift and moodle is expected."));
    }

    private void nothingIsKept() {
        as(host).get("/api/media").then().body("items", hasSize(0));
        as(host).get("/api/quizzes").then().body("$", hasSize(0));
    }

    private String upload(byte[] file) {
        return as(host).multiPart("file", "a", file)
                .post("/api/media")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
    }

    private String create(String title, List<String> urls) {
        return createOf(document(title, urls));
    }

    private String createOf(String document) {
        return as(host).contentType("application/json")
                .body(document)
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private byte[] export(String quiz) {
        return as(host).get("/api/quizzes/" + quiz + "/export?format=zip")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/zip")
                .header("Content-Disposition", containsString(".zip"))
                .extract()
                .asByteArray();
    }

    private ValidatableResponse importZip(byte[] zip) {
        return as(host).multiPart("file", "Zipped.zip", zip)
                .post("/api/quizzes/import")
                .then();
    }

    private static byte[] quiz(String... hashes) {
        return bytes(document(
                "Zipped", Arrays.stream(hashes).map(hash -> "/media/" + hash).toList()));
    }

    private static String document(String title, List<String> urls) {
        return """
                {"title":"%s","questions":[%s]}""".formatted(title, urls.stream().map(url -> """
                                        {"kind":"slide","text":"Look","media":{"url":"%s","kind":"image"}}""".formatted(url)).collect(Collectors.joining(",")));
    }

    private static String name(String url, String ending) {
        return url.substring(1) + "." + ending;
    }

    /** @param entries names and bytes in turn */
    private static byte[] zip(Object... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int n = 0; n < entries.length; n += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[n]));
                zip.write((byte[]) entries[n + 1]);
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As if these had never been here. */
    private void forget(List<String> urls) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("DELETE FROM media WHERE '/media/' || hash = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", urls.toArray()));
            statement.executeUpdate();
        }
    }

    /** With as many quizzes as a host may have. */
    private void fillTheLibrary() throws Exception {
        var id = create("First", List.of());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO quiz (id, owner_id, title, questions, version, created_at, updated_at)
                        SELECT gen_random_uuid(), owner_id, title, questions, version, created_at, updated_at
                        FROM quiz q, generate_series(2, 5000) WHERE q.id = ?::uuid""")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
