package dev.podium.http;

import static dev.podium.account.TestHosts.asDemo;
import static dev.podium.account.TestHosts.demoCookie;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every endpoint does with requests that are none. */
@QuarkusTest
class ProblemApiTest {
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    URI base;

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        post("{\"title\":\n oops}", 400).body("detail", containsString("line 2"));
        post("{\"title\":\"a\"", 400);
        post("{\"title\":\"a\"} x", 400);
        post("{\"title\":\"a\",\"title\":\"b\"}", 400);
        post("[".repeat(5_000), 400);
        post("{\"title\":" + "9".repeat(500) + "}", 400);
        postBytes(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, 400);
        postBytes(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 0, (byte) 0xD8}, 400);
    }

    @Test
    void malformedJsonOfWhatHasATypeIsRefusedLikewise() {
        for (var path : new String[] {"/api/session", "/api/setup", "/api/games"}) {
            for (var body : new String[] {"{\"email\":\n oops}", "{\"a\":1,\"a\":2}", "{} x", "[".repeat(5_000)}) {
                refused(asDemo().contentType(ContentType.JSON).body(body).post(path), 400);
            }
            for (var body : new String[] {"", "[]", "7", "null"}) {
                refused(asDemo().contentType(ContentType.JSON).body(body).post(path), 422);
            }
        }
    }

    @Test
    void anotherContentTypeIsRefused() {
        for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/xml"}) {
            asDemo().contentType(type)
                    .body("{\"title\":\"t\"}")
                    .post("/api/quizzes")
                    .then()
                    .statusCode(415)
                    .contentType(PROBLEM);
        }
    }

    @Test
    void anotherMethodIsRefused() {
        for (var path : new String[] {"/api/quizzes", "/api/games", "/api/session"}) {
            refused(asDemo().patch(path), 405);
        }
    }

    @Test
    void whatNobodyCanGiveIsRefused() {
        for (var path : new String[] {"/api/quizzes", "/api/games", "/api/session", "/api/setup"}) {
            refused(asDemo().accept("image/png").get(path), 406);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api/",
                "/api/quizzes/1/2/3",
                "/api/quizzes/no-uuid",
                "/api/games/no-uuid",
                "/api/games/%F0%9F%98%80/report"
            })
    void whatIsNotThereIsNotFound(String path) {
        refused(asDemo().urlEncodingEnabled(false).get(path), 404);
        if (!path.contains("uuid")) refused(given().urlEncodingEnabled(false).delete(path), 404);
    }

    @Test
    void threeMebibytesAreTooMuch() {
        post("{\"title\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}", 413);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10})
    void asMuchThatDoesNotTellItsLengthIsTooMuchAsWell(int mebibytes) throws Exception {
        var much = "x".repeat(mebibytes * 1024 * 1024);
        var form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n%s\r\n--b--\r\n";

        for (var response : List.of(
                chunked("/api/session", "application/json", "{\"email\":\"%s\",\"password\":\"p\"}".formatted(much)),
                chunked("/api/quizzes/import", "multipart/form-data; boundary=b", form.formatted(much)))) {
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.headers().firstValue("Content-Type")).contains(PROBLEM);
            assertThat(response.body()).contains("\"status\":413");
        }
    }

    @Test
    void whoIsRefusedAndSendsOnIsCutOffInTheEnd() throws Exception {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = socket.getOutputStream();
            out.write("POST /api/quizzes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n".getBytes());
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413 ");
            assertThatThrownBy(() -> {
                        while (true) out.write(new byte[1024]);
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aSmallBodyNeedNotTellItsLength() throws Exception {
        var response = chunked("/api/quizzes", "application/json", "{\"title\":\"" + "é".repeat(100) + "\"}");

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void aForeignPageMayNotAct() {
        for (var origin : new String[] {"https://evil.example.org", "null", "http://localhost:1"}) {
            asDemo().header("Origin", origin)
                    .contentType(ContentType.JSON)
                    .body("{\"title\":\"t\"}")
                    .post("/api/quizzes")
                    .then()
                    .statusCode(403)
                    .contentType(PROBLEM);
            asDemo().header("Origin", origin).delete("/api/session").then().statusCode(403);
        }
    }

    @Test
    void aPageOfOursMay() {
        var own = base.getScheme() + "://" + base.getAuthority();

        asDemo().header("Origin", own)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"t\"}")
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    /** Sent in pieces, so that no header tells how long it is. */
    private HttpResponse<String> chunked(String path, String type, String body) throws Exception {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .header("Cookie", demoCookie())
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void postBytes(byte[] body, int status) {
        refused(asDemo().contentType(ContentType.JSON).body(body).post("/api/quizzes"), status);
    }

    private static ValidatableResponse post(String body, int status) {
        return refused(asDemo().contentType(ContentType.JSON).body(body).post("/api/quizzes"), status);
    }

    private static ValidatableResponse refused(Response response, int status) {
        return response.then().statusCode(status).contentType(PROBLEM).body("status", equalTo(status));
    }
}
