package dev.podium.http;

import static dev.podium.account.TestHosts.asDemo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

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
        asDemo().patch("/api/quizzes").then().statusCode(405).contentType(PROBLEM);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().get("/api/nothing").then().statusCode(404);
    }

    @Test
    void threeMebibytesAreTooMuch() {
        post("{\"title\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}", 413);
    }

    @Test
    void threeMebibytesThatDoNotTellTheirLengthAreTooMuchAsWell() throws Exception {
        var body = new byte[3 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');
        var request = HttpRequest.newBuilder(base.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
        }
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
