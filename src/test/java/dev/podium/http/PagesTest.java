package dev.podium.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On stand-ins for the built pages, which lie among the test resources. */
@QuarkusTest
class PagesTest {
    @ParameterizedTest
    @CsvSource({
        "/, index",
        "/?pin=123456, index",
        "/host, host",
        "/host/, host",
        "/host?a=b, host",
        "/host.html, host",
        "/screen, screen",
        "/screen/, screen"
    })
    void a_page_has_a_short_address_and_is_asked_for_each_time(String address, String page) {
        given().get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("html.head.title", equalTo(page));
    }

    @Test
    void a_hashed_file_is_kept_for_ever() {
        given().get("/assets/page-abc123.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void a_hashed_file_that_is_gone_is_not() {
        given().get("/assets/page-gone.js").then().statusCode(404).header("Cache-Control", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/host", "/assets/page-abc123.js", "/api/setup", "/nothing"})
    void whatever_is_answered_is_protected(String address) {
        given().get(address)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe")),
                                not(containsString("upgrade-insecure-requests"))));
    }
}
