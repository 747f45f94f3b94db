package dev.podium.media;

import static dev.podium.account.TestHosts.anotherHost;
import static dev.podium.account.TestHosts.as;
import static dev.podium.content.TestFiles.bytes;
import static dev.podium.content.TestFiles.insert;
import static dev.podium.content.TestFiles.noise;
import static dev.podium.content.TestFiles.png;
import static io.restassured.RestAssured.given;
import static java.util.Arrays.copyOf;
import static java.util.Arrays.copyOfRange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.podium.content.TestFiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaApiTest {
    private static final int MIB = 1024 * 1024;

    @TestHTTPResource("/")
    URI base;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    String uploads;

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
        assertThat(range(url, "bytes=0-", 206)).isEqualTo(picture);
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
    void fiveHundredPhonesThatAskForOnePictureAtOnceReadItOnce() {
        var picture = png(8, 8, noise(100_000, 3));
        var address = base.resolve(url(picture));
        double before = reads();
        // As browsers do where there is no TLS: each by a connection of its own.
        try (var phones =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(address).build();
            var asked = Stream.generate(() -> phones.sendAsync(request, BodyHandlers.ofByteArray()))
                    .limit(500)
                    .toList();
            assertThat(asked)
                    .allSatisfy(phone -> assertThat(phone.join().body()).isEqualTo(picture));
        }
        assertThat(reads() - before).as("its head, and its only piece").isEqualTo(2);
    }

    @Test
    void whoReadsSlowlyHasNothingReadAhead() throws Exception {
        var film = png(8, 8, noise(20 * MIB - 1_000, 16));
        int pieces = 20 * MIB / Media.CHUNK;
        var url = url(film);
        double before = reads();
        try (var phone = new Socket()) {
            phone.setReceiveBufferSize(8 * 1024);
            phone.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            phone.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(url, base.getAuthority())
                            .getBytes(StandardCharsets.US_ASCII));
            var in = phone.getInputStream();
            in.read();
            // Another one gets all of its own meanwhile.
            var other = png(8, 8, noise(2 * MIB, 17));
            host = anotherHost(database);
            assertThat(given().get(url(other)).asByteArray()).isEqualTo(other);
            assertThat(reads() - before).as("what fits in the sockets' buffers").isLessThan(pieces / 2.0);
            assertThat(in.readAllBytes()).endsWith(film);
        }
        assertThat(reads() - before).isGreaterThan(pieces);
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
    void ofTwoUploadsThatTogetherAreBeyondAQuotaOneIsKept() throws Exception {
        var kept = pieces();
        var statuses = atOnce(png(8, 8, noise(12 * MIB, 18)), png(8, 8, noise(12 * MIB, 19)));
        assertThat(statuses).containsExactlyInAnyOrder(200, 413);
        assertThat(pieces() - kept).isEqualTo(12 * MIB / Media.CHUNK + 1);
        shelf("").body("items", hasSize(1));
    }

    @Test
    void twoTabsMayUploadTheSameFileAtOnce() throws Exception {
        var kept = pieces();
        var picture = png(8, 8, noise(300_000, 20));
        assertThat(atOnce(picture, picture, picture, picture)).containsOnly(200);
        assertThat(pieces() - kept).isEqualTo(2);
        shelf("").body("items", hasSize(1));
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        var kept = pieces();
        long files = uploads();
        try (var tab = new Socket(base.getHost(), base.getPort())) {
            var out = tab.getOutputStream();
            out.write("""
                    POST /api/media HTTP/1.1\r
                    Host: %s\r
                    Cookie: podium_session=%s\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 5000000\r
                    \r
                    --b\r
                    Content-Disposition: form-data; name="file"; filename="a.png"\r
                    Content-Type: image/png\r
                    \r
                    """.formatted(base.getAuthority(), host).getBytes(StandardCharsets.US_ASCII));
            out.write(png(8, 8, noise(1_000_000, 21)));
            out.flush();
            until(() -> uploads() > files);
        }
        until(() -> uploads() == files);
        assertThat(pieces()).isEqualTo(kept);
        shelf("").body("items", hasSize(0));
    }

    @Test
    void aPictureThatUnpacksToTooMuchIsRefusedWithASentence() throws Exception {
        var kept = pieces();
        upload(png(10_000, 10_000, noise(100, 22)))
                .statusCode(422)
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].code", equalTo("out-of-range"))
                .body("errors[0].message", equalTo("At most 40 million pixels are possible."));
        assertThat(pieces()).isEqualTo(kept);
    }

    @Test
    void aFilmThatIsBrokenOffIsRefusedWithASentence() throws Exception {
        for (var film : List.of(TestFiles.film(), TestFiles.written("vp9-opus.webm"))) {
            upload(copyOf(film, film.length - 100))
                    .statusCode(422)
                    .body("errors[0].message", equalTo("The file is damaged or broken off."));
        }
        shelf("").body("items", hasSize(0));
    }

    @Test
    void aPictureThatIsAPageAsWellIsServedAsAPictureThatRunsNothing() throws Exception {
        var gif = TestFiles.picture("gif");
        var page = bytes("<html><script>alert(1)</script>");
        // Into the pixels, where it cannot be left out.
        int pixels = gif.length - 2;
        var both = insert(gif, pixels, new byte[] {(byte) page.length}, page);
        var served = given().accept("text/html").get(url(insert(both, both.length, page)));
        assertThat(served.asByteArray()).isEqualTo(both);
        served.then()
                .statusCode(200)
                .header("Content-Type", "image/gif")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    @Test
    void ofAnotherHostsUploadsOneLearnsNothing() throws Exception {
        var picture = png(8, 8, noise(100, 23));
        var url = url(picture);
        var owner = host;
        host = anotherHost(database);
        shelf("").body("items", hasSize(0));
        as(host).delete("/api" + url).then().statusCode(404);
        upload(picture).statusCode(200).body("url", equalTo(url));
        as(host).delete("/api" + url).then().statusCode(204);
        host = owner;
        shelf("").body("items", hasSize(1));
        given().get(url).then().statusCode(200);
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
        var second =
                shelf("?after=" + first.path("next")).body("items", hasSize(2)).body("next", nullValue());
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
        shelf("")
                .body("items", hasSize(1))
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
        shelf("")
                .body("items[0].quizzes.title", equalTo(List.of("Seen")))
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
        emptyTrash();
        as(host).delete("/api" + url).then().statusCode(204);
        shelf("").body("items", hasSize(0));
    }

    @Test
    void aQuizThatComesBackFromTheTrashHasItsPictures() throws Exception {
        var url = url(png(8, 8, noise(100, 16)));
        var quiz = quiz(url);
        as(host).delete(quiz).then().statusCode(204);
        as(host).delete("/api" + url).then().statusCode(409);
        age(url);
        collector.collect().toCompletionStage().toCompletableFuture().join();

        as(host).contentType("application/json")
                .body("{\"quizzes\":[\"%s\"]}".formatted(quiz.substring(quiz.lastIndexOf('/') + 1)))
                .post("/api/library/restore")
                .then()
                .statusCode(204);
        as(host).get(quiz).then().body("questions[0].media.url", equalTo(url));
        given().get(url).then().statusCode(200);
    }

    @Test
    void whatNothingUsesForLongIsCollectedAndNothingElse() throws Exception {
        var fresh = url(png(8, 8, noise(100, 11)));
        var unused = url(png(8, 8, noise(100, 12)));
        var inQuiz = url(png(8, 8, noise(100, 13)));
        var inGame = url(png(8, 8, noise(100, 14)));
        var asLogo = url(png(8, 8, noise(100, 25)));
        quiz(inQuiz);
        var gone = quiz(inGame);
        as(host).contentType("application/json")
                .body("{\"quizId\":\"%s\",\"settings\":{\"look\":{\"logo\":\"%s\"}}}"
                        .formatted(gone.substring(gone.lastIndexOf('/') + 1), asLogo))
                .post("/api/games")
                .then()
                .statusCode(201);
        as(host).delete(gone).then().statusCode(204);
        for (var url : List.of(unused, inQuiz, inGame, asLogo)) age(url);

        collector.collect().toCompletionStage().toCompletableFuture().join();

        given().get(unused).then().statusCode(404);
        for (var url : List.of(fresh, inQuiz, inGame, asLogo))
            given().get(url).then().statusCode(200);
    }

    @Test
    void graceBeginsWhenTheLastUseEnds() throws Exception {
        var url = url(png(8, 8, noise(100, 15)));
        var first = quiz(url);
        var second = quiz(url);
        as(host).delete(first).then().statusCode(204);
        assertThat(number(
                        "SELECT count(*) FROM media WHERE unused_since IS NULL AND '/media/' || hash = '" + url + "'"))
                .isEqualTo(1);
        as(host).delete(second).then().statusCode(204);
        emptyTrash();
        assertThat(number("SELECT count(*) FROM media WHERE unused_since > clock_timestamp() - interval '1 hour'"
                        + " AND '/media/' || hash = '" + url + "'"))
                .isEqualTo(1);
    }

    @Test
    void aVersionThatIsKeptKeepsItsPicture() throws Exception {
        var url = url(png(8, 8, noise(100, 26)));
        var quiz = quiz(url);
        number("WITH past AS (UPDATE quiz SET updated_at = updated_at - interval '1 hour' WHERE id = '"
                + quiz.substring(quiz.lastIndexOf('/') + 1) + "' RETURNING 1) SELECT count(*) FROM past");
        as(host).contentType("application/json")
                .header("If-Match", "*")
                .body("{\"title\":\"Without a picture\"}")
                .put(quiz)
                .then()
                .statusCode(200);
        var unused = "SELECT count(*) FROM media WHERE unused_since IS NOT NULL AND '/media/' || hash = '" + url + "'";

        assertThat(number(unused)).isZero();
        as(host).delete(quiz + "/versions").then().statusCode(204);
        assertThat(number(unused)).isEqualTo(1);
    }

    private void emptyTrash() {
        as(host).delete("/api/library/trash").then().statusCode(204);
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

    /** The status of each. */
    private List<Integer> atOnce(byte[]... files) throws Exception {
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<Callable<Integer>> uploads =
                    Stream.of(files).map(file -> () -> upload(file).extract().statusCode());
            var statuses = new ArrayList<Integer>();
            for (var tab : tabs.invokeAll(uploads.toList())) statuses.add(tab.get());
            return statuses;
        }
    }

    /** Files on the disk that have come, as far as they have. */
    private long uploads() throws IOException {
        try (var files = Files.list(Path.of(uploads))) {
            return files.count();
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
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
                        {"title":"Seen","questions":[{"kind":"slide","text":"Look","media":{"url":"%s","kind":"image"}}]}""".formatted(url))
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
