package dev.podium.account;

import static dev.podium.account.TestHosts.PASSWORD;
import static dev.podium.account.TestHosts.another;
import static dev.podium.account.TestHosts.as;
import static dev.podium.account.TestHosts.bearing;
import static dev.podium.account.TestHosts.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.podium.account.TestHosts.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hosts do with their own account: who they are, where they are signed in, and which programs act for them. */
@QuarkusTest
class AccountApiTest {
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Inject
    DataSource database;

    private Someone host;

    @BeforeEach
    void aHost() throws SQLException {
        host = another(database, "host");
    }

    @Test
    void aNameAndALanguageAreOnesOwn() {
        json(Map.of("name", " Ada ", "language", "ar"))
                .put("/api/account")
                .then()
                .statusCode(204);
        host.calls().get("/api/session").then().body("name", equalTo("Ada")).body("language", equalTo("ar"));

        json(Map.of("name", " ", "language", "<b>"))
                .put("/api/account")
                .then()
                .statusCode(422)
                .body("errors.field", contains("language", "name"));
    }

    @Test
    void aNewPasswordEndsEveryOtherSessionAndNotThisOne() {
        var elsewhere = signIn(host.email(), PASSWORD).extract().cookie("podium_session");
        password(PASSWORD, "battery staple").then().statusCode(204);

        as(elsewhere).get("/api/session").then().statusCode(401);
        host.calls().get("/api/session").then().statusCode(200);
        signIn(host.email(), PASSWORD).statusCode(401);
        signIn(host.email(), "battery staple").statusCode(204);
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() {
        password("wrong", "battery staple")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("current"))
                .body("errors[0].code", equalTo("invalid"));
        password(PASSWORD, "short").then().statusCode(422).body("errors[0].code", equalTo("too-short"));
        password(PASSWORD, "ä".repeat(37)).then().statusCode(422).body("errors[0].code", equalTo("too-long"));
        for (var i = 0; i < SignIn.MAX_PER_ACCOUNT; i++) password("wrong", "battery staple");
        password("wrong", "battery staple").then().statusCode(429);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsIt() throws SQLException {
        var firefox = signIn(given().header("User-Agent", FIREFOX), host.email(), PASSWORD)
                .extract()
                .cookie("podium_session");
        String id = host.calls()
                .get("/api/account/sessions")
                .then()
                .statusCode(200)
                .body("current", contains(false, true))
                .body("[0].device", equalTo("Firefox, Windows"))
                .extract()
                .path("[0].id");

        another(database, "host")
                .calls()
                .delete("/api/account/sessions/" + id)
                .then()
                .statusCode(404);
        as(firefox).get("/api/session").then().statusCode(200);
        host.calls().delete("/api/account/sessions/" + id).then().statusCode(204);
        as(firefox).get("/api/session").then().statusCode(401);
    }

    @Test
    void oneSignsOutEverywhereElse() throws SQLException {
        var elsewhere = signIn(host.email(), PASSWORD).extract().cookie("podium_session");
        var somebody = another(database, "host");
        host.calls().delete("/api/account/sessions").then().statusCode(204);

        as(elsewhere).get("/api/session").then().statusCode(401);
        host.calls().get("/api/account/sessions").then().body("", hasSize(1));
        somebody.calls().get("/api/session").then().statusCode(200);
    }

    @Test
    void aTokenDoesWhatItsScopesSayAndNoMore() {
        var quiz = "{\"title\":\"Mine\",\"questions\":[{\"kind\":\"slide\",\"text\":\"Hello\"}]}";
        String id = host.withToken("write")
                .contentType(ContentType.JSON)
                .body(quiz)
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        host.withToken("write").get("/api/quizzes/" + id).then().statusCode(403);
        host.withToken("read").get("/api/quizzes/" + id).then().statusCode(200);
        host.withToken("read")
                .contentType(ContentType.JSON)
                .body(quiz)
                .post("/api/quizzes")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("The token lacks the scope write."));
        host.withToken("read", "write")
                .delete("/api/quizzes/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        var game = Map.of("quizId", id);
        for (var scope : List.of("read", "write"))
            host.withToken(scope)
                    .contentType(ContentType.JSON)
                    .body(game)
                    .post("/api/games")
                    .then()
                    .statusCode(403);
        String opened = host.withToken("host")
                .contentType(ContentType.JSON)
                .body(game)
                .post("/api/games")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        host.withToken("read")
                .get("/api/games/" + opened + "/report?format=json")
                .then()
                .statusCode(200);
    }

    @Test
    void noTokenOpensAnAccountAlsoAnAdminsAlsoBesideACookie() throws SQLException {
        var admin = another(database, "admin");
        var program = admin.withToken("read", "write", "host").cookie("podium_session", admin.cookie());
        for (var path :
                List.of("/api/session", "/api/account/sessions", "/api/account/tokens", "/api/hosts", "/api/invites"))
            given().spec(program).get(path).then().statusCode(403).contentType("application/problem+json");
        given().spec(program)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "More", "scopes", List.of("read")))
                .post("/api/account/tokens")
                .then()
                .statusCode(403);
        given().spec(program).delete("/api/account/sessions").then().statusCode(403);
        given().spec(program)
                .contentType(ContentType.JSON)
                .body(Map.of("email", admin.email(), "password", PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenIsToldOnceAndRevokedForGood() throws SQLException {
        var made = json(Map.of("name", "Backup", "scopes", List.of("read", "host")))
                .post("/api/account/tokens")
                .then()
                .statusCode(201)
                .body("value", startsWith("podium_"))
                .extract();
        String id = made.path("id");
        String value = made.path("value");
        host.calls()
                .get("/api/account/tokens")
                .then()
                .body("value", contains(nullValue()))
                .body("usedAt", contains(nullValue()))
                .body("scopes", contains(List.of("read", "host")));
        bearing(value).get("/api/quizzes").then().statusCode(200);
        assertThat(host.calls().get("/api/account/tokens").<String>path("[0].usedAt"))
                .isNotNull();
        assertThat(stored()).isNotEmpty().doesNotContain(value);

        another(database, "host")
                .calls()
                .delete("/api/account/tokens/" + id)
                .then()
                .statusCode(404);
        bearing(value).get("/api/quizzes").then().statusCode(200);
        host.calls().delete("/api/account/tokens/" + id).then().statusCode(204);
        bearing(value).get("/api/quizzes").then().statusCode(401).contentType("application/problem+json");
        host.calls().delete("/api/account/tokens/" + id).then().statusCode(404);
    }

    @Test
    void aTokenSeesNothingOfAnotherHostAndAGuessedOneNothingAtAll() throws SQLException {
        String id = json("{\"title\":\"Mine\",\"questions\":[]}")
                .post("/api/quizzes")
                .path("id");
        another(database, "host")
                .withToken("read", "write")
                .get("/api/quizzes/" + id)
                .then()
                .statusCode(404);

        bearing("podium_guessed").get("/api/quizzes").then().statusCode(401);
        bearing("podium_guessed")
                .cookie("podium_session", host.cookie())
                .get("/api/quizzes")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer somebody-elses")
                .cookie("podium_session", host.cookie())
                .get("/api/quizzes")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsOpenToEverybodyIsOpenToWhoSendsATokenToo() {
        host.withToken("write").get("/media/" + "0".repeat(64)).then().statusCode(404);
    }

    @Test
    void aForeignPageGainsNothingByAToken() {
        host.withToken("read")
                .header("Origin", "https://evil.example")
                .get("/api/quizzes")
                .then()
                .statusCode(403);
    }

    @Test
    void aHostHasTwentyTokensAtMost() {
        for (var i = 0; i < ApiTokens.MAX_PER_HOST; i++) host.withToken("read");

        json(Map.of("name", "One more", "scopes", List.of("read")))
                .post("/api/account/tokens")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void whatCannotBeATokenIsNamedFieldByField() {
        json(Map.of("name", "", "scopes", List.of()))
                .post("/api/account/tokens")
                .then()
                .statusCode(422)
                .body("errors.field", contains("name", "scopes"))
                .body("errors.code", contains("required", "too-few"));
        json(Map.of("name", "A", "scopes", List.of("everything")))
                .post("/api/account/tokens")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown"));
        json(Map.of("name", "A"))
                .post("/api/account/tokens")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("required"));
    }

    @Test
    void aTokenOfTheDemoAccountIsGoodOnThisMachineOnly() {
        String value = TestHosts.asDemo()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "A program", "scopes", List.of("read")))
                .post("/api/account/tokens")
                .path("value");
        bearing(value).get("/api/quizzes").then().statusCode(200);
        // What came through a proxy came from another machine.
        bearing(value)
                .header("X-Forwarded-For", "203.0.113.9")
                .get("/api/quizzes")
                .then()
                .statusCode(403)
                .body("code", equalTo("only-here"));
    }

    private Response password(String current, String next) {
        return json(Map.of("current", current, "password", next)).post("/api/account/password");
    }

    private RequestSpecification json(Object body) {
        return host.calls().contentType(ContentType.JSON).body(body);
    }

    private String stored() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(api_token::text, ' ') FROM api_token")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
