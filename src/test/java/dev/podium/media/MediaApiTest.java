package dev.podium.media;

import static dev.podium.account.TestHosts.anotherHost;
import static dev.podium.account.TestHosts.as;
import static dev.podium.media.TestFiles.noise;
import static dev.podium.media.TestFiles.png;
import static io.restassured.RestAssured.given;
import static java.util.Arrays.copyOfRange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaApiTest {
    private static final int MIB = 1024 * 1024;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Inject
    Collector collector;

    private String host;

    @BeforeEach
    void signIn() throws Exception {
        host = anotherHost(database);
    }

    @Test
    void aPictureOfSeveralPiecesComesBackAsItWas() {
        var picture = png(8, 8, noise(600_000, 1));
        var served = given().get(url(picture))
                .then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Length", equalTo(String.valueOf(picture.length)))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .extract();
        assertThat(served.asByteArray()).isEqualTo(picture);
        assertThat(served.headers().getValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        given().header("If-None-Match", served.header("ETag"))
                .get(url(picture))
                .then()
                .statusCode(304);
    }

    @Test
    void aPlayerMaySeek() {
        var picture = png(8, 8, noise(600_000, 2));
        var url = url(picture);
        int size = picture.length;

        assertThat(range(url, "bytes=262140-262150", 206)).isEqualTo(copyOfRange(picture, 262_140, 262_151));
        assertThat(range(url, "bytes=599000-", 206)).isEqualTo(copyOfRange(picture, 599_000, size));
        assertThat(range(url, "bytes=-10", 206)).isEqualTo(copyOfRange(picture, size - 10, size));
        assertThat(range(url, "bytes=2-1", 200)).isEqualTo(picture);
        assertThat(range(url, "bytes=0-1,4-5", 200)).isEqualTo(picture);
        given().header("Range", "bytes=" + size + "-")
                .get(url)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + size);
        given().header("Range", "bytes=0-1")
                .header("If-Range", "\"another\"")
                .get(url)
                .then()
                .statusCode(200);
        given().head(url).then().statusCode(200).header("Content-Length", String.valueOf(size));
    }

    @Test
    void aHallThatAsksForOnePictureAtOnceReadsItOnce() throws Exception {
        var picture = png(8, 8, noise(100_000, 3));
        var url = url(picture);
        double before = reads();
        try (var hall = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<byte[]> phone = () -> given().get(url).asByteArray();
            for (var got : hall.invokeAll(IntStream.range(0, 100).mapToObj(_ -> phone).toList())) {
                assertThat(got.get()).isEqualTo(picture);
            }
        }
        assertThat(reads() - before).as("its head, and its only piece").isEqualTo(2);
    }

    @Test
    void theSameAgainIsKeptOnce() throws Exception {
        var picture = png(8, 8, noise(400_000, 4));
        long before = pieces();
        var url = url(picture);
        upload(picture).statusCode(200).body("url", equalTo(url));
        host = anotherHost(database);
        upload(picture).statusCode(200).body("url", equalTo(url));
        assertThat(pieces() - before).isEqualTo(2);
    }

    @Test
    void twentyMebibytesAreTakenAndNotMore() throws Exception {
        var largest = png(8, 8, noise(20 * MIB - 100, 5));
        assertThat(given().get(url(largest)).asByteArray()).isEqualTo(largest);
        upload(png(8, 8, noise(20 * MIB, 6))).statusCode(413);
        as(host).multiPart("file", "a.json", new byte[3 * MIB])
                .post("/api/quizzes/import")
                .then()
                .statusCode(413);
    }

    @Test
    void whatIsBeyondAQuotaIsRefusedWhole() throws Exception {
        upload(png(8, 8, noise(15 * MIB, 7))).statusCode(200);
        var kept = pieces();
        upload(png(8, 8, noise(7 * MIB, 8))).statusCode(413).body("code", equalTo("quota"));
        assertThat(pieces()).isEqualTo(kept);
    }

    @Test
    void onlyHostsUploadAndNobodyFindsWhatIsNot() {
        given().multiPart("file", "a.png", png(8, 8, noise(100, 9)))
                .post("/api/media")
                .then()
                .statusCode(401);
        upload("<html>".getBytes()).statusCode(422).body("errors[0].code", equalTo("unknown"));
        upload(new byte[0]).statusCode(422).body("errors[0].code", equalTo("required"));
        given().get("/media/" + "0".repeat(64)).then().statusCode(404);
        given().head("/media/" + "0".repeat(64)).then().statusCode(404);
    }

    @Test
    void aShelfIsReadPageByPage() {
        var uploaded = new HashSet<String>();
        for (int n = 0; n < Shelf.PAGE + 2; n++) uploaded.add(url(png(8, 8, noise(10, 100 + n))));

        var first = shelf("").body("items", hasSize(Shelf.PAGE)).extract();
        var second = shelf("?after=" + first.path("next")).body("items", hasSize(2)).body("next", nullValue());
        var found = new HashSet<>(first.<List<String>>path("items.url"));
        found.addAll(second.extract().path("items.url"));
        assertThat(found).isEqualTo(uploaded);
        as(host).get("/api/media?after=anything").then().statusCode(422);
    }

    @Test
    void aPictureAndItsRenditionAreOneOnTheShelf() {
        var small = png(8, 8, noise(50_000, 20));
        var large = png(8, 8, noise(300_000, 21));
        var kept = upload(large, small).statusCode(200).extract();
        assertThat(given().get(kept.<String>path("phone.url")).asByteArray()).isEqualTo(small);

        upload(large).statusCode(200);
        shelf("").body("items", hasSize(1))
                .body("items[0].url", equalTo(kept.path("url")))
                .body("items[0].phone.url", equalTo(kept.path("phone.url")))
                .body("used", equalTo(large.length + small.length))
                .body("quota", equalTo(21 * MIB))
                .body("largest", equalTo(20 * MIB));
    }

    @Test
    void aRenditionIsASmallPictureOrNothingIsKept() throws Exception {
        var large = png(8, 8, noise(1_000, 22));
        long before = pieces();
        for (var small : List.of(png(8, 8, noise(60_001, 23)), TestFiles.film())) {
            upload(large, small).statusCode(422).body("errors[0].field", equalTo("phone"));
        }
        assertThat(pieces()).isEqualTo(before);
        shelf("").body("items", hasSize(0));
    }

    @Test
    void aShelfNamesWhatUsesAnUpload() throws Exception {
        var url = url(png(8, 8, noise(100, 24)));
        shelf("").body("items[0].quizzes", hasSize(0)).body("items[0].games", equalTo(0));
        var quiz = quiz(url);
        var id = quiz.substring(quiz.lastIndexOf('/') + 1);
        as(host).contentType("application/json")
                .body("{\"quizId\":\"%s\"}".formatted(id))
                .post("/api/games")
                .then()
                .statusCode(201);
        shelf("").body("items[0].quizzes.title", equalTo(List.of("Seen")))
                .body("items[0].quizzes.id", equalTo(List.of(id)))
                .body("items[0].games", equalTo(1));
    }

    @Test
    void whatIsUsedCannotBeTakenFromAShelf() throws Exception {
        var url = url(png(8, 8, noise(100, 10)));
        var quiz = quiz(url);
        as(host).delete("/api" + url).then().statusCode(409);
        as(anotherHost(database)).delete("/api" + url).then().statusCode(404);
        as(host).delete(quiz).then().statusCode(204);
        as(host).delete("/api" + url).then().statusCode(204);
        shelf("").body("items", hasSize(0));
    }

    @Test
    void whatNothingUsesForLongIsCollectedAndNothingElse() throws Exception {
        var fresh = url(png(8, 8, noise(100, 11)));
        var unused = url(png(8, 8, noise(100, 12)));
        var inQuiz = url(png(8, 8, noise(100, 13)));
        var inGame = url(png(8, 8, noise(100, 14)));
        quiz(inQuiz);
        var gone = quiz(inGame);
        as(host).contentType("application/json")
                .body("{\"quizId\":\"%s\"}".formatted(gone.substring(gone.lastIndexOf('/') + 1)))
                .post("/api/games")
                .then()
                .statusCode(201);
        as(host).delete(gone).then().statusCode(204);
        for (var url : List.of(unused, inQuiz, inGame)) age(url);

        collector.collect().toCompletionStage().toCompletableFuture().join();

        given().get(unused).then().statusCode(404);
        for (var url : List.of(fresh, inQuiz, inGame)) given().get(url).then().statusCode(200);
    }

    @Test
    void graceBeginsWhenTheLastUseEnds() throws Exception {
        var url = url(png(8, 8, noise(100, 15)));
        var first = quiz(url);
        var second = quiz(url);
        as(host).delete(first).then().statusCode(204);
        assertThat(number("SELECT count(*) FROM media WHERE unused_since IS NULL AND '/media/' || hash = '" + url + "'"))
                .isEqualTo(1);
        as(host).delete(second).then().statusCode(204);
        assertThat(number("SELECT count(*) FROM media WHERE unused_since > clock_timestamp() - interval '1 hour'"
                        + " AND '/media/' || hash = '" + url + "'"))
                .isEqualTo(1);
    }

    private ValidatableResponse upload(byte[] bytes) {
        return as(host).multiPart("file", "a.png", bytes).post("/api/media").then();
    }

    private ValidatableResponse upload(byte[] bytes, byte[] small) {
        return as(host).multiPart("file", "a.png", bytes)
                .multiPart("phone", "b.png", small)
                .post("/api/media")
                .then();
    }

    private String url(byte[] bytes) {
        return upload(bytes).statusCode(200).extract().path("url");
    }

    private ValidatableResponse shelf(String query) {
        return as(host).get("/api/media" + query).then().statusCode(200);
    }

    private static byte[] range(String url, String range, int status) {
        return given().header("Range", range)
                .get(url)
                .then()
                .statusCode(status)
                .extract()
                .asByteArray();
    }

    /** Where a quiz is that shows this. */
    private String quiz(String url) {
        return as(host).contentType("application/json")
                .body("""
                        {"title":"Seen","questions":[{"kind":"slide","text":"Look","media":{"url":"%s","kind":"image"}}]}"""
                        .formatted(url))
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private double reads() {
        return metrics.find("podium.media.asked").tag("from", "database").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** As if it had been unused for long, wrongly of what is used: the collector looks itself. */
    private void age(String url) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE media SET unused_since = clock_timestamp() - interval '31 days'"
                    + " WHERE '/media/' || hash = '" + url + "'");
        }
    }

    private long pieces() throws Exception {
        return number("SELECT count(*) FROM media_chunk");
    }

    private long number(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
