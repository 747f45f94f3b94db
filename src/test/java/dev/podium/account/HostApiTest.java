package dev.podium.account;

import static dev.podium.account.TestHosts.PASSWORD;
import static dev.podium.account.TestHosts.another;
import static dev.podium.account.TestHosts.as;
import static dev.podium.account.TestHosts.signIn;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.podium.account.TestHosts.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins do: they invite hosts, change and disable them, and give a leaver's work to somebody else. */
@QuarkusTest
class HostApiTest {
    @Inject
    DataSource database;

    private Someone admin;

    @BeforeEach
    void anAdmin() throws SQLException {
        admin = another(database, "admin");
    }

    /** Other tests sign in as the demo's host, who is an admin. */
    @AfterEach
    void theDemoHasItsAdmin() throws SQLException {
        update("UPDATE host SET role = 'admin' WHERE demo");
    }

    @Test
    void whoIsInvitedChoosesANameAndAPasswordAndIsAHost() {
        var email = email();
        var token = invite(email, "host");
        look(token).then().statusCode(200).body("email", equalTo(email)).body("role", equalTo("host"));

        var cookie = accept(token).then().statusCode(204).extract().cookie("podium_session");

        as(cookie)
                .get("/api/session")
                .then()
                .body("email", equalTo(email))
                .body("name", equalTo("Grace"))
                .body("role", equalTo("host"));
        signIn(email, PASSWORD).statusCode(204);
        assertThat(hosts()).contains(email);
    }

    @Test
    void anInvitationIsGoodOnce() {
        var token = invite(email(), "host");
        accept(token).then().statusCode(204);

        look(token).then().statusCode(404);
        accept(token).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void ofTwoWhoUseAnInvitationAtTheSameMomentOneBecomesAHost() throws Exception {
        var token = invite(email(), "host");

        var one = supplyAsync(() -> accept(token).statusCode(), Thread::startVirtualThread);
        var two = supplyAsync(() -> accept(token).statusCode(), Thread::startVirtualThread);

        assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(204, 404);
    }

    @Test
    void anInvitationThatIsWithdrawnExpiredOrReplacedLeadsNowhere() throws SQLException {
        var withdrawn = invite(email(), "host");
        admin.calls()
                .delete("/api/invites/" + open().getFirst().get("id"))
                .then()
                .statusCode(204);
        look(withdrawn).then().statusCode(404);

        var email = email();
        var replaced = invite(email, "host");
        var newer = invite(email.toUpperCase(Locale.ROOT), "admin");
        look(replaced).then().statusCode(404);
        look(newer).then().statusCode(200).body("role", equalTo("admin"));

        update("UPDATE invite SET expires_at = now()");
        look(newer).then().statusCode(404);
        accept(newer).then().statusCode(404);
        assertThat(open()).isEmpty();
    }

    @Test
    void whoGuessesInvitationsIsHeldUpAndNobodyElseIs() {
        var token = invite(email(), "host");
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 200 && !statuses.contains(429); i++)
            statuses.add(look(TestHosts.from("127.0.0.11"), "guessed" + i).statusCode());

        assertThat(statuses).hasSizeGreaterThan(100).endsWith(429).contains(404);
        look(token).then().statusCode(200);
    }

    @Test
    void aLinkIsAHashInTheDatabase() throws SQLException {
        var token = invite(email(), "host");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(invite::text, ' ') FROM invite")) {
            rows.next();
            assertThat(rows.getString(1)).isNotEmpty().doesNotContain(token);
        }
    }

    @Test
    void whoIsAHostAlreadyIsNotInvited() {
        admin.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("email", admin.email(), "role", "host"))
                .post("/api/invites")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("email"))
                .body("errors[0].code", equalTo("duplicate"));
    }

    @Test
    void whatCannotBeAnInvitationIsNamedFieldByField() {
        admin.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("email", "no address", "role", "king"))
                .post("/api/invites")
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("email", "role"))
                .body("errors.code", hasItems("invalid", "unknown"));
        accept(given(), "t", "", "short").then().statusCode(422).body("errors.field", contains("name", "password"));
    }

    @Test
    void adminsAloneSeeAndChangeOthers() throws SQLException {
        var host = another(database, "host");
        host.calls().get("/api/hosts").then().statusCode(403).contentType("application/problem+json");
        host.calls().get("/api/invites").then().statusCode(403);
        change(host, host, "admin", false).then().statusCode(403);
        transfer(host, admin, host).then().statusCode(403);
        given().get("/api/hosts").then().statusCode(401);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndComesBackWithThePassword() throws SQLException {
        var host = another(database, "host");
        var program = host.withToken("read");
        change(admin, host, "host", true).then().statusCode(204);

        host.calls().get("/api/session").then().statusCode(401);
        program.get("/api/quizzes").then().statusCode(401);
        signIn(host.email(), PASSWORD).statusCode(403).body("code", equalTo("disabled"));
        signIn(host.email(), "wrong").statusCode(401);

        change(admin, host, "host", false).then().statusCode(204);
        host.calls().get("/api/session").then().statusCode(401);
        program.get("/api/quizzes").then().statusCode(401);
        signIn(host.email(), PASSWORD).statusCode(204);
    }

    @Test
    void aRoleCountsFromTheNextCallOn() throws SQLException {
        var host = another(database, "host");
        change(admin, host, "admin", false).then().statusCode(204);
        host.calls().get("/api/hosts").then().statusCode(200);
        var token = invite(host, email(), "host");

        change(admin, host, "host", false).then().statusCode(204);
        host.calls().get("/api/hosts").then().statusCode(403);
        look(token).then().statusCode(404);
    }

    @Test
    void theLastAdminStaysOne() throws SQLException {
        update("UPDATE host SET role = 'host' WHERE id <> '" + admin.id() + "'");

        change(admin, admin, "host", false).then().statusCode(409).body("code", equalTo("last-admin"));
        change(admin, admin, "admin", true).then().statusCode(409).body("code", equalTo("last-admin"));
        admin.calls().get("/api/hosts").then().statusCode(200);
    }

    @Test
    void ofTwoAdminsWhoTakeTheRoleFromEachOtherAtTheSameMomentOneStays() throws Exception {
        var other = another(database, "admin");
        update("UPDATE host SET role = 'host' WHERE id NOT IN ('" + admin.id() + "', '" + other.id() + "')");

        var one = supplyAsync(() -> change(admin, other, "host", false).statusCode(), Thread::startVirtualThread);
        var two = supplyAsync(() -> change(other, admin, "host", false).statusCode(), Thread::startVirtualThread);

        assertThat(List.of(one.get(), two.get())).containsOnlyOnce(204);
    }

    @Test
    void whatALeaverHasGoesToAnotherHost() throws SQLException {
        var leaver = another(database, "host");
        var heir = another(database, "host");
        var quiz = quiz(leaver);
        String game = leaver.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("quizId", quiz))
                .post("/api/games")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        transfer(admin, leaver, heir).then().statusCode(409);
        change(admin, leaver, "host", true).then().statusCode(204);

        transfer(admin, leaver, heir)
                .then()
                .statusCode(200)
                .body("quizzes", equalTo(1))
                .body("games", equalTo(1));

        heir.calls().get("/api/quizzes/" + quiz).then().statusCode(200);
        heir.calls().get("/api/games/" + game).then().statusCode(200);
        change(admin, leaver, "host", false).then().statusCode(204);
        var back = as(signIn(leaver.email(), PASSWORD).extract().cookie("podium_session"));
        back.get("/api/quizzes").then().body("", hasSize(0));
        back.get("/api/games/" + game).then().statusCode(404);
    }

    @Test
    void nothingGoesToWhoCannotSignIn() throws SQLException {
        var leaver = another(database, "host");
        var gone = another(database, "host");
        change(admin, leaver, "host", true);
        change(admin, gone, "host", true);

        transfer(admin, leaver, gone).then().statusCode(422).body("errors[0].field", equalTo("to"));
        transfer(admin, leaver, leaver).then().statusCode(422);
        admin.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("to", UUID.randomUUID()))
                .post("/api/hosts/" + leaver.id() + "/transfer")
                .then()
                .statusCode(422);
        admin.calls()
                .contentType(ContentType.JSON)
                .body("{\"to\":\"nobody\"}")
                .post("/api/hosts/" + UUID.randomUUID() + "/transfer")
                .then()
                .statusCode(422);
        admin.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("to", admin.id()))
                .post("/api/hosts/" + UUID.randomUUID() + "/transfer")
                .then()
                .statusCode(404);
    }

    @Test
    void hostsAreListedPageByPage() throws SQLException {
        update(
                "INSERT INTO host (id, email, name, role, password_hash)"
                        + " SELECT gen_random_uuid(), 'page' || n || '@example.net', 'N', 'host', '' FROM generate_series(1, 150) n");
        var all = hosts();
        assertThat(all)
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSizeGreaterThan(150)
                .contains("page77@example.net");
        update("DELETE FROM host WHERE email LIKE 'page%@example.net'");
    }

    /** The addresses of all, over all pages. */
    private List<String> hosts() {
        var all = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = admin.calls()
                    .queryParam("after", next)
                    .get("/api/hosts")
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.path("items.email"));
            next = page.path("next");
        }
        return all;
    }

    private List<Map<String, String>> open() {
        return admin.calls()
                .get("/api/invites")
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    private String quiz(Someone host) {
        return host.calls()
                .contentType(ContentType.JSON)
                .body("{\"title\":\"Mine\",\"questions\":[{\"kind\":\"slide\",\"text\":\"Hello\"}]}")
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String invite(String email, String role) {
        return invite(admin, email, role);
    }

    private static String invite(Someone by, String email, String role) {
        String path = by.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "role", role))
                .post("/api/invites")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
        assertThat(path).startsWith("/host#/invitation/");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Response look(String token) {
        return look(given(), token);
    }

    private static Response look(RequestSpecification by, String token) {
        return by.contentType(ContentType.JSON).body(Map.of("token", token)).post("/api/invitation");
    }

    private static Response accept(String token) {
        return accept(given(), token, "Grace", PASSWORD);
    }

    private static Response accept(RequestSpecification by, String token, String name, String password) {
        return by.contentType(ContentType.JSON)
                .body(Map.of("token", token, "name", name, "password", password))
                .post("/api/invitation/accept");
    }

    private static Response change(Someone by, Someone host, String role, boolean disabled) {
        return by.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("role", role, "disabled", disabled))
                .put("/api/hosts/" + host.id());
    }

    private static Response transfer(Someone by, Someone from, Someone to) {
        return by.calls()
                .contentType(ContentType.JSON)
                .body(Map.of("to", to.id()))
                .post("/api/hosts/" + from.id() + "/transfer");
    }

    private static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    private void update(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
