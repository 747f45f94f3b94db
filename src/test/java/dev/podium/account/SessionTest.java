package dev.podium.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {
    @Test
    void aHostSignsInIsKnownAndSignsOut() {
        var cookie = signIn("Host@Podium.local", "podium")
                .statusCode(204)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/"))
                .extract()
                .cookie("podium_session");

        given().cookie("podium_session", cookie)
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("email", equalTo("host@podium.local"))
                .body("name", notNullValue())
                .body("role", equalTo("host"))
                .body("id", matchesPattern("[0-9a-f-]{36}"));

        given().cookie("podium_session", cookie)
                .delete("/api/session")
                .then()
                .statusCode(204)
                .cookie("podium_session", "");
        given().cookie("podium_session", cookie).get("/api/session").then().statusCode(401);
    }

    @Test
    void nobodyIsToldThatNobodyIsSignedIn() {
        given().get("/api/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("title", equalTo("Not signed in"))
                .body("status", equalTo(401));
        given().cookie("podium_session", "guessed")
                .get("/api/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static io.restassured.response.ValidatableResponse signIn(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
                .post("/api/session")
                .then();
    }
}
