package dev.podium.http;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On stand-ins for the built pages, which lie among the test resources. */
@QuarkusTest
class PagesTest {
    /** What arrives is looked at, not what it unpacks to. */
    private static final RestAssuredConfig AS_SENT =
            RestAssuredConfig.config().decoderConfig(decoderConfig().noContentDecoders());

    @ParameterizedTest
    @CsvSource({
        "/, index",
        "/?pin=123456, index",
        "/host, host",
        "/host/, host",
        "/host?a=b, host",
        "/host.html, host",
        "/screen, screen",
        "/screen/, screen",
        "/Host, host",
        "/HOST/, host",
        "/Screen, screen"
    })
    void a_page_has_a_short_address_and_is_asked_for_each_time(String address, String page) {
        given().get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("html.head.title", equalTo(page));
    }

    @ParameterizedTest
    @CsvSource({
        "/join, /",
        "/Join/, /",
        "/123456, /?pin=123456",
        "/123 456, /?pin=123456",
        "/play/123-456, /?pin=123456",
        "/join/123456/, /?pin=123456",
        "/pin=123456, /?pin=123456",
        "/quiz/12345678, /",
        "/%zz, /"
    })
    void what_a_person_may_type_leads_to_the_page_that_asks_for_the_pin(String typed, String page) {
        given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(typed)
                .then()
                .statusCode(303)
                .header("Location", page)
                .header("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/q/nothing", "/ws/nothing", "/assets/page-gone.js"})
    void what_no_person_types_leads_nowhere(String address) {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(404);
    }

    @Test
    void who_asks_for_no_page_gets_none() {
        given().redirects()
                .follow(false)
                .accept("application/json")
                .get("/join")
                .then()
                .statusCode(404);
        given().redirects()
                .follow(false)
                .accept("text/html")
                .post("/join")
                .then()
                .statusCode(404);
    }

    @Test
    void a_hashed_file_is_kept_for_ever() {
        given().get("/assets/page-abc123.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br, gzip          | br",
                "gzip, deflate, br | br",
                "gzip, deflate     | gzip",
                "gzip;q=0.5        | gzip",
                "br;q=0, gzip      | gzip",
                "br; q=0.0, GZIP   | gzip"
            })
    void a_hashed_file_is_sent_as_the_build_compressed_it(String accepted, String coding) throws IOException {
        var file = "/assets/page-abc123.js";
        var sent = given().config(AS_SENT)
                .header("Accept-Encoding", accepted)
                .get(file)
                .then()
                .statusCode(200)
                .header("Content-Encoding", coding)
                .header("Content-Type", equalToIgnoringCase("text/javascript;charset=UTF-8"))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", equalToIgnoringCase("accept-encoding"))
                .extract()
                .asByteArray();
        var suffix = coding.equals("br") ? ".br" : ".gz";
        try (var built = getClass().getResourceAsStream("/META-INF/resources" + file + suffix)) {
            assertThat(sent).isEqualTo(built.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br;q=0", "zstd", ""})
    void a_client_that_takes_neither_form_gets_the_file_itself(String accepted) {
        given().config(AS_SENT)
                .header("Accept-Encoding", accepted)
                .get("/assets/page-abc123.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", anyOf(nullValue(), equalTo("identity")))
                .header("Vary", equalToIgnoringCase("accept-encoding"))
                .body(containsString("stand-in"));
    }

    @Test
    void the_manifest_is_one_and_is_asked_for_each_time() {
        given().get("/manifest.webmanifest")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/manifest+json"))
                .header("Cache-Control", "no-cache");
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

    @Test
    void only_the_preview_stands_in_a_frame_and_only_in_our_own() {
        given().get("/preview.html").then().header("Content-Security-Policy", containsString("frame-ancestors 'self'"));
    }
}
