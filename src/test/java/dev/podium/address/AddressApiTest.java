package dev.podium.address;

import static dev.podium.account.TestHosts.asDemo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.podium.configuration.TestConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddressApiTest {
    @Test
    void a_host_sees_whether_a_phone_has_opened_the_test() {
        var test = "/api/addresses/tests/abcd1234";
        asDemo().get(test).then().statusCode(200).body("", equalTo(Map.of("reached", false)));
        given().get(test).then().statusCode(401);

        says(test, "{\"socket\":true,\"stream\":true}").statusCode(204);

        asDemo().get(test)
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("reached", true, "socket", true, "stream", true)));
        asDemo().get(test + "5").then().body("reached", equalTo(false));
    }

    @Test
    void a_host_sees_by_which_ways_the_last_phone_was_reached() {
        var test = "/api/addresses/tests/efgh5678";
        says(test, "{\"socket\":false,\"stream\":false}").statusCode(204);
        asDemo().get(test).then().body("", equalTo(Map.of("reached", false, "socket", false, "stream", false)));
        says(test, "{\"socket\":false,\"stream\":true}").statusCode(204);
        asDemo().get(test).then().body("", equalTo(Map.of("reached", true, "socket", false, "stream", true)));
    }

    @Test
    void what_says_no_way_is_no_result() {
        says("/api/addresses/tests/abcd1234", "{\"socket\":true}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("stream"));
    }

    private static ValidatableResponse says(String test, String result) {
        return given().contentType(ContentType.JSON).body(result).post(test).then();
    }

    @Test
    void a_test_of_another_form_is_none() {
        for (var token : List.of("short", "UPPERCASE", "x".repeat(33), "%20%20%20%20%20%20%20%20"))
            given().urlEncodingEnabled(false)
                    .contentType(ContentType.JSON)
                    .body("{\"socket\":true,\"stream\":true}")
                    .post("/api/addresses/tests/" + token)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
    }

    @Test
    void only_a_host_sees_the_addresses_and_the_one_in_use_is_the_first() {
        given().get("/api/addresses").then().statusCode(401);
        var addresses = asDemo().get("/api/addresses")
                .then()
                .statusCode(200)
                .body("public", equalTo(false))
                .extract()
                .<List<String>>path("addresses");

        assertThat(addresses).isNotEmpty().doesNotHaveDuplicates().allMatch(url -> url.startsWith("http://"));
    }

    @Test
    void beside_a_configured_address_there_is_no_other() {
        var configured = new Addresses(TestConfiguration.of(Map.of("public-url", "https://quiz.example.org/")), 8080);

        assertThat(configured.all()).containsExactly("https://quiz.example.org");
        assertThat(configured.isPublic()).isTrue();
    }
}
