package dev.podium.account;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Hosts for tests of the HTTP API: the demo host is always there, others are made when asked for. */
public final class TestHosts {
    static final String PASSWORD = "correct horse";
    private static String demo;

    private TestHosts() {}

    /** A request by the demo host. */
    public static RequestSpecification asDemo() {
        if (demo == null || as(demo).get("/api/session").statusCode() != 200) {
            demo = cookie(Hosts.DEMO_EMAIL, Hosts.DEMO_PASSWORD);
        }
        return as(demo);
    }

    /** The demo host's {@code Cookie} header, for other clients. */
    public static String demoCookie() {
        asDemo();
        return SessionCookie.NAME + "=" + demo;
    }

    public static RequestSpecification as(String cookie) {
        return given().cookie(SessionCookie.NAME, cookie);
    }

    /** A host made for a test, signed in. */
    public record Someone(UUID id, String email, String cookie) {
        public RequestSpecification calls() {
            return as(cookie);
        }

        /** Makes a token and sends it, instead of the cookie. */
        RequestSpecification withToken(String... scopes) {
            return bearing(calls().contentType(ContentType.JSON)
                    .body(Map.of("name", "A program", "scopes", scopes))
                    .post("/api/account/tokens")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("value"));
        }
    }

    static RequestSpecification bearing(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** Makes another host and signs it in. */
    public static String anotherHost(DataSource database) throws SQLException {
        return another(database, "host").cookie();
    }

    public static Someone another(DataSource database, String role) throws SQLException {
        var id = UUID.randomUUID();
        var email = id + "@example.org";
        insert(database, id, email, role);
        return new Someone(id, email, cookie(email, PASSWORD));
    }

    /** Gives a game to another host, past every rule. */
    public static void give(DataSource database, String game, Someone owner) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("UPDATE game SET owner_id = ? WHERE id = ?")) {
            statement.setObject(1, owner.id());
            statement.setObject(2, UUID.fromString(game));
            statement.executeUpdate();
        }
    }

    /** Lets the time of a session run out. */
    public static void expire(DataSource database, String cookie) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE host_session SET expires_at = now() - interval '1 s' WHERE token_hash = ?")) {
            statement.setBytes(1, new Token(cookie).hash());
            if (statement.executeUpdate() != 1) throw new AssertionError("no such session");
        }
    }

    /** A request from another address of this machine's own net, which is counted apart. */
    static RequestSpecification from(String address) {
        return given().config(RestAssured.config()
                .httpClient(httpClientConfig().setParam("http.route.local-address", InetAddress.ofLiteral(address))));
    }

    static ValidatableResponse signIn(String email, String password) {
        return signIn(given(), email, password);
    }

    static ValidatableResponse signIn(RequestSpecification by, String email, String password) {
        return given().spec(by)
                .contentType(ContentType.JSON)
                .body("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
                .post("/api/session")
                .then();
    }

    private static String cookie(String email, String password) {
        return signIn(email, password).statusCode(204).extract().cookie(SessionCookie.NAME);
    }

    private static void insert(DataSource database, UUID id, String email, String role) throws SQLException {
        var sql = "INSERT INTO host (id, email, name, role, password_hash) VALUES (?, ?, 'Other', ?, ?)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setString(2, email);
            statement.setString(3, role);
            statement.setString(4, BcryptUtil.bcryptHash(PASSWORD, 4));
            statement.executeUpdate();
        }
    }
}
