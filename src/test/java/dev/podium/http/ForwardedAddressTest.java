package dev.podium.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Behind one proxy, which writes the address it has seen behind whatever a client wrote there itself. */
@QuarkusTest
@TestProfile(ForwardedAddressTest.BehindOneProxy.class)
class ForwardedAddressTest {
    public static final class BehindOneProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("podium.trusted-proxies", "1", "quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Test
    void who_invents_addresses_guesses_no_more_passwords() {
        IntUnaryOperator guess = i -> given().header("X-Forwarded-For", "10.0.0." + i + ", 203.0.113.1")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "guessed@podium.local", "password", "wrong" + i))
                .post("/api/session")
                .statusCode();

        assertRefused(guess);
    }

    @Test
    void who_invents_addresses_tries_no_more_pins() {
        IntUnaryOperator look = i -> given().header("X-Forwarded-For", "10.0.0." + i + ", 203.0.113.2")
                .get("/api/join/000000")
                .statusCode();

        assertRefused(look);
    }

    @Test
    void who_has_a_whole_network_or_many_ports_is_one_client() {
        IntUnaryOperator network = i -> look("2001:db8:0:7::" + i);
        IntUnaryOperator ports = i -> look("203.0.113.6:" + (40_000 + i));

        assertRefused(network);
        assertRefused(ports);
        assertThat(look("2001:db8:0:8::1")).isEqualTo(404);
    }

    @Test
    void another_address_before_the_proxy_is_somebody_else() {
        for (var i = 0; i < 70; i++) look("203.0.113.3");

        assertThat(look("203.0.113.4")).isEqualTo(404);
    }

    @Test
    void the_demo_account_is_not_for_who_only_says_to_be_on_this_machine() {
        given().header("X-Forwarded-For", "127.0.0.1, 203.0.113.5")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "host@podium.local", "password", "podium"))
                .post("/api/session")
                .then()
                .statusCode(403);
    }

    /** Within so many tries; not at a certain one, as some are forgotten meanwhile. */
    private static void assertRefused(IntUnaryOperator status) {
        assertThat(IntStream.range(0, 200).map(status).anyMatch(it -> it == 429))
                .isTrue();
    }

    private static int look(String address) {
        return given().header("X-Forwarded-For", address)
                .get("/api/join/000000")
                .statusCode();
    }
}
