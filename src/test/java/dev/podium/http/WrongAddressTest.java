package dev.podium.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A laptop without a public address: a name of the internet that leads to it was pointed there by somebody else. */
@QuarkusTest
class WrongAddressTest {
    @TestHTTPResource
    URI base;

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.org", "203.0.113.9", "podium.localhost.example.org", "1.local.example.org"})
    void a_page_under_a_name_that_was_pointed_here_signs_nobody_in(String host) {
        var authority = host + ":" + base.getPort();
        given().header("Host", authority)
                .header("Origin", "http://" + authority)
                .contentType(ContentType.JSON)
                .body(Map.of("email", "host@podium.local", "password", "podium"))
                .post("/api/session")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("wrong-address"));
        given().header("Host", authority)
                .get("/api/setup")
                .then()
                .statusCode(403)
                .body("code", equalTo("wrong-address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.8.8", "[::1]", "podium.localhost", "LOCALHOST."})
    void the_machines_own_names_are_ours(String host) {
        var authority = host + ":" + base.getPort();
        given().header("Host", authority)
                .header("Origin", "http://" + authority)
                .contentType(ContentType.JSON)
                .body(Map.of("email", "host@podium.local", "password", "podium"))
                .post("/api/session")
                .then()
                .statusCode(204);
    }

    /** Nobody has looked this one up yet: the request waits, its body with it. */
    @Test
    void the_name_of_the_machine_is_ours() throws Exception {
        var name = InetAddress.getLocalHost().getHostName();
        Assumptions.assumeFalse(name.contains(":") || name.equals("localhost"), "This machine has a name.");

        given().header("Host", name + ":" + base.getPort())
                .header("Origin", "http://" + name + ":" + base.getPort())
                .contentType(ContentType.JSON)
                .body(Map.of("email", "host@podium.local", "password", "podium"))
                .post("/api/session")
                .then()
                .statusCode(204);
    }

    @Test
    void a_socket_under_such_a_name_is_not_opened() throws Exception {
        assertThat(upgrade("evil.example.org")).startsWith("HTTP/1.1 403 ");
        assertThat(upgrade("localhost")).startsWith("HTTP/1.1 101 ");
    }

    private String upgrade(String host) throws Exception {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write("""
                    GET /ws/play HTTP/1.1
                    Host: %1$s:%2$d
                    Origin: http://%1$s:%2$d
                    Connection: Upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                    """.formatted(host, base.getPort())
                    .replace("\n", "\r\n")
                    .getBytes());
            return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
        }
    }
}
