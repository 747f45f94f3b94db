package dev.podium.account;

import static dev.podium.account.TestHosts.as;
import static dev.podium.account.TestHosts.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.podium.http.Problem;
import dev.podium.http.Problem.Refusal;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {
    @Inject
    Hosts hosts;

    @Inject
    SignIn signIn;

    @Inject
    DataSource database;

    @TestHTTPResource
    URI base;

    @Test
    void aHostSignsInIsKnownAndSignsOut() {
        var cookie = signIn("Host@Podium.local", "podium")
                .statusCode(204)
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/"))
                .header("Set-Cookie", containsString("Max-Age=2592000"))
                .header("Set-Cookie", not(containsString("Secure")))
                .extract()
                .cookie("podium_session");

        as(cookie)
                .get("/api/session")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("email", equalTo("host@podium.local"))
                .body("name", notNullValue())
                .body("role", equalTo("admin"))
                .body("id", matchesPattern("[0-9a-f-]{36}"));

        as(cookie).delete("/api/session").then().statusCode(204).cookie("podium_session", "");
        as(cookie).get("/api/session").then().statusCode(401);
    }

    @Test
    void aCookieOfASecurePageIsSecureThoughAProxyEndsTls() {
        var page = given().header("Origin", "https://localhost:" + base.getPort());

        signIn(page, "host@podium.local", "podium").statusCode(204).header("Set-Cookie", containsString("Secure"));
    }

    @Test
    void whoIsNotSignedInIsToldSo() {
        given().get("/api/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("title", equalTo("Not signed in"))
                .body("status", equalTo(401));
        as("guessed").get("/api/session").then().statusCode(401).contentType("application/problem+json");
        given().header("Cookie", "podium_session=\u0001; ;=;")
                .get("/api/session")
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutTwiceIsFine() {
        given().delete("/api/session").then().statusCode(204);
        as("guessed").delete("/api/session").then().statusCode(204);
    }

    @Test
    void aWrongPasswordAndAnUnknownHostAreTheSame() {
        var wrong =
                signIn("host@podium.local", "wrong").statusCode(401).extract().asString();
        var unknown =
                signIn("nobody@podium.local", "wrong").statusCode(401).extract().asString();

        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    void whatIsMissingIsNamed() {
        given().contentType(ContentType.JSON)
                .body("{\"email\":7}")
                .post("/api/session")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("email", "password"))
                .body("errors.code", hasItems("invalid", "required"));
    }

    @Test
    void afterTenWrongPasswordsOneWaits() {
        for (var i = 0; i < SignIn.MAX_PER_ACCOUNT; i++) {
            signIn("guessed@podium.local", "wrong" + i).statusCode(401);
        }

        signIn("guessed@podium.local", "wrong").statusCode(429).header("Retry-After", matchesPattern("[1-9][0-9]*"));
        signIn("Guessed@podium.local", "wrong").statusCode(429);
    }

    @Test
    void whoGuessesBesideAHostDoesNotLockTheHostOut() throws SQLException {
        var host = TestHosts.another(database, "host");
        var device = signIn(host.email(), TestHosts.PASSWORD).extract().cookie("podium_device");
        for (var i = 0; i < SignIn.MAX_PER_ACCOUNT; i++) signIn(host.email(), "guessed" + i);
        signIn(host.email(), TestHosts.PASSWORD).statusCode(429);

        signIn(given().cookie("podium_device", device), host.email(), TestHosts.PASSWORD)
                .statusCode(204);
    }

    @Test
    void aKnownDeviceHasAFewTriesAndForItsOwnAccountOnly() throws SQLException {
        var host = TestHosts.another(database, "host");
        var other = TestHosts.another(database, "host");
        var device = signIn(host.email(), TestHosts.PASSWORD).extract().cookie("podium_device");
        for (var i = 0; i < SignIn.MAX_PER_ACCOUNT; i++) {
            signIn(given().cookie("podium_device", device), host.email(), "wrong")
                    .statusCode(401);
            signIn(other.email(), "wrong").statusCode(401);
        }

        signIn(given().cookie("podium_device", device), host.email(), TestHosts.PASSWORD)
                .statusCode(429);
        for (var shown : List.of(device, "made.up", "." + device, device + "x"))
            signIn(given().cookie("podium_device", shown), other.email(), TestHosts.PASSWORD)
                    .statusCode(429);
    }

    @Test
    void guessesFromEverywhereTogetherAreBoundedToo() throws SQLException {
        var host = TestHosts.another(database, "host");
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 2 * SignIn.MAX_EVERYWHERE && !statuses.contains(429); i++)
            statuses.add(signIn(TestHosts.from("127.0.1." + (i / 5 + 1)), host.email(), "guessed")
                    .extract()
                    .statusCode());

        assertThat(statuses).hasSizeGreaterThan(SignIn.MAX_EVERYWHERE).endsWith(429);
    }

    @Test
    void aCookieSaysWhoItIsUntilItExpires() throws Throwable {
        var cookie = TestHosts.anotherHost(database);
        var header = "theme=dark; podium_session=" + cookie;

        assertThat(byCookie(header)).map(SignedIn::name).contains("Other");
        assertThat(byCookie(null)).isEmpty();
        assertThat(byCookie("podium_session=")).isEmpty();
        assertThat(byCookie("podium_session=" + cookie + "x")).isEmpty();

        expireAll();
        assertThat(byCookie(header)).isEmpty();
        as(cookie).get("/api/session").then().statusCode(401);
    }

    @Test
    void anOldSessionEndsForANewOneWhenThereAreTooMany() throws Throwable {
        var cookies = new HashSet<String>();
        for (var i = 0; i < Sessions.MAX_PER_HOST + 3; i++) {
            cookies.add(signIn("host@podium.local", "podium").extract().cookie("podium_session"));
        }
        var valid = 0;
        for (var cookie : cookies) {
            valid += byCookie("podium_session=" + cookie).isPresent() ? 1 : 0;
        }
        assertThat(valid).isEqualTo(Sessions.MAX_PER_HOST);
    }

    @Test
    void aSessionInUseOutlivesTwentyNewOnes() throws Throwable {
        var used = signIn("host@podium.local", "podium").extract().cookie("podium_session");
        var unused = signIn("host@podium.local", "podium").extract().cookie("podium_session");
        aDayPasses();
        as(used).get("/api/session").then().statusCode(200);

        for (var i = 0; i < Sessions.MAX_PER_HOST - 1; i++) {
            signIn("host@podium.local", "podium").statusCode(204);
        }

        as(used).get("/api/session").then().statusCode(200);
        as(unused).get("/api/session").then().statusCode(401);
    }

    @Test
    void aRequestWritesNothingWhileItsSessionIsKnownToBeInUse() throws Throwable {
        var cookie = signIn("host@podium.local", "podium").extract().cookie("podium_session");
        aDayPasses();
        as(cookie).get("/api/session").then().statusCode(200);
        var noted = lastUse();

        as(cookie).get("/api/session").then().statusCode(200);

        assertThat(lastUse()).isEqualTo(noted);
    }

    @Test
    void aHundredWrongPasswordsHoldUpNobodyElse() {
        var elsewhere = TestHosts.from("127.0.0.9");
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 2 * SignIn.MAX_PER_ADDRESS && !statuses.contains(429); i++) {
            statuses.add(signIn(elsewhere, "guessed" + i + "@podium.local", "wrong")
                    .extract()
                    .statusCode());
        }

        assertThat(statuses).hasSizeGreaterThan(SignIn.MAX_PER_ADDRESS).endsWith(429);
        signIn(elsewhere, "host@podium.local", "podium").statusCode(204);
    }

    @Test
    void theDemoAccountIsForThisMachineOnly() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> signIn.check(
                        "host@podium.local", "podium", new Caller("203.0.113.9", false, Optional.empty()))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(403);
                    assertThat(refusal.problem().code()).isEqualTo(Problem.ONLY_HERE);
                });
    }

    @Test
    void theDemoAccountSignsInThroughTheMachinesOwnAddress() throws Exception {
        var own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        Assumptions.assumeTrue(own.isPresent(), "This machine has a network.");

        given().contentType(ContentType.JSON)
                .body("{\"email\":\"host@podium.local\",\"password\":\"podium\"}")
                .post("http://" + own.get().getHostAddress() + ":" + base.getPort() + "/api/session")
                .then()
                .statusCode(204);
    }

    private Optional<SignedIn> byCookie(String header) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> hosts.byCookie(header));
    }

    private void expireAll() throws SQLException {
        update("UPDATE host_session SET expires_at = clock_timestamp()");
    }

    private void aDayPasses() throws SQLException {
        update("UPDATE host_session SET used_at = used_at - interval '1 day'");
    }

    private Instant lastUse() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT max(used_at) FROM host_session")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }

    private void update(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
