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
import java.util.UUID;
import javax.sql.DataSource;

/** Hosts for tests of the HTTP API: the demo host is always there, others are made when asked for. */
public final class TestHosts {
    private static final String PASSWORD = "correct horse";
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

    /** Makes another host and signs it in. */
    public static String anotherHost(DataSource database) throws SQLException {
        var email = UUID.randomUUID() + "@example.org";
        insert(database, email);
        return cookie(email, PASSWORD);
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

    private static void insert(DataSource database, String email) throws SQLException {
        var sql = "INSERT INTO host (id, email, name, role, password_hash) VALUES (?, ?, 'Other', 'host', ?)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, email);
            statement.setString(3, BcryptUtil.bcryptHash(PASSWORD, 4));
            statement.executeUpdate();
        }
    }
}
