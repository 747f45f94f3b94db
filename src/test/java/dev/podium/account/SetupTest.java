package dev.podium.account;

import static dev.podium.http.Async.await;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SetupTest.WithoutDemo.class)
class SetupTest {
    private static final String ISSUER = "https://login.school.example";

    public static final class WithoutDemo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("podium.demo", "false");
        }
    }

    @Inject
    Setup setup;

    @Inject
    ProviderHosts byProvider;

    @Inject
    DataSource database;

    @BeforeEach
    void forgetAllHosts() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM host");
        }
    }

    @Test
    void theTokenOfTheLogMakesTheFirstHostAnAdminAndSignsItIn() throws Throwable {
        given().get("/api/setup").then().body("needed", equalTo(true)).body("demo", equalTo(false));

        var cookie = complete(tokenOfTheLog(), "ada@example.org", "correct horse")
                .then()
                .statusCode(204)
                .extract()
                .cookie("podium_session");

        TestHosts.as(cookie)
                .get("/api/session")
                .then()
                .body("email", equalTo("ada@example.org"))
                .body("role", equalTo("admin"));
        TestHosts.signIn("ada@example.org", "correct horse").statusCode(204);
        given().get("/api/setup").then().body("needed", equalTo(false));
    }

    @Test
    void aWrongTokenMakesNobody() {
        complete("guessed", "ada@example.org", "correct horse")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("token"));
        given().get("/api/setup").then().body("needed", equalTo(true));
    }

    @Test
    void aTokenIsOfNoUseOnceThereIsAHost() throws Throwable {
        var first = tokenOfTheLog();
        var second = tokenOfTheLog();
        complete(first, "ada@example.org", "correct horse").then().statusCode(204);

        complete(second, "eve@example.org", "correct horse").then().statusCode(409);
        complete(first, "eve@example.org", "correct horse").then().statusCode(409);
    }

    @Test
    void ofTwoAtTheSameMomentOneBecomesTheHost() throws Throwable {
        var first = tokenOfTheLog();
        var second = tokenOfTheLog();

        var one = supplyAsync(
                () -> complete(first, "ada@example.org", "correct horse").statusCode(), Thread::startVirtualThread);
        var two = supplyAsync(
                () -> complete(second, "eve@example.org", "correct horse").statusCode(), Thread::startVirtualThread);

        assertThat(List.of(one.get(), two.get())).containsOnlyOnce(204).doesNotContain(500);
    }

    @Test
    void whoComesByAProviderFirstIsAnAdminOrNobody() {
        assertThatThrownBy(() -> await(byProvider.enter(vouched("1", Role.HOST))))
                .hasMessage("not-set-up");
        given().get("/api/setup").then().body("needed", equalTo(true));

        await(byProvider.enter(vouched("1", Role.ADMIN)));
        given().get("/api/setup").then().body("needed", equalTo(false));
        await(byProvider.enter(vouched("2", Role.HOST)));
    }

    @Test
    void theLastAdminStaysOneWhateverAProviderTells() throws Exception {
        var ada = await(byProvider.enter(vouched("1", Role.ADMIN)));
        await(byProvider.enter(vouched("1", Role.HOST)));
        assertThat(roleOf(ada)).isEqualTo("admin");

        await(byProvider.enter(vouched("2", Role.ADMIN)));
        assertThat(await(byProvider.enter(vouched("1", Role.HOST)))).isEqualTo(ada);
        assertThat(roleOf(ada)).isEqualTo("host");
        await(byProvider.enter(vouched("1", Role.ADMIN)));
        assertThat(roleOf(ada)).isEqualTo("admin");
    }

    @Test
    void aNewcomerInTwoTabsIsOneHost() throws Exception {
        var who = vouched("1", Role.ADMIN);
        var one = byProvider.enter(who);
        var two = byProvider.enter(who);
        assertThat(await(one)).isEqualTo(await(two));
    }

    @Test
    void anAddressOfAHostIsNoWayInForSomebodyElseAndOneLoginIsOneHosts() {
        var ada = await(byProvider.enter(vouched("1", Role.ADMIN)));
        var eve = await(byProvider.enter(vouched("2", Role.HOST)));
        var imposter = new Vouched(ISSUER, "3", "1@SCHOOL.example", "Mallory", Optional.empty());

        assertThatThrownBy(() -> await(byProvider.enter(imposter))).hasMessage("taken");
        assertThatThrownBy(() -> await(byProvider.link(eve, vouched("1", Role.HOST))))
                .hasMessage("linked-elsewhere");
        await(byProvider.link(ada, imposter));
        assertThat(await(byProvider.enter(imposter))).isEqualTo(ada);
        assertThatThrownBy(() -> await(byProvider.unlink(ada))).hasMessage("The only way in");
    }

    private static Vouched vouched(String subject, Role role) {
        return new Vouched(ISSUER, subject, subject + "@school.example", "Ada", Optional.of(role));
    }

    private String roleOf(UUID host) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT role FROM host WHERE id = ?")) {
            statement.setObject(1, host);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void whatCannotBeAHostIsNamedFieldByField() {
        complete("", "no address", "short")
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("token", "email", "password"))
                .body("errors.code", hasItems("required", "invalid", "too-short"));
        complete("t", "ada@example.org", "ä".repeat(37))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-long"));
    }

    private static Response complete(String token, String email, String password) {
        return given().contentType(ContentType.JSON)
                .body("{\"token\":\"%s\",\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\"}"
                        .formatted(token, email, password))
                .post("/api/setup");
    }

    /** What an instance prints that starts now. */
    private String tokenOfTheLog() throws Throwable {
        var lines = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getParameters() == null ? line.getMessage() : String.valueOf(line.getParameters()[0]));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(Setup.class.getName());
        logger.addHandler(handler);
        VertxContextSupport.subscribeAndAwait(setup::offer);
        logger.removeHandler(handler);
        assertThat(lines).hasSize(1);
        return lines.getFirst().substring(lines.getFirst().lastIndexOf(' ') + 1);
    }
}
