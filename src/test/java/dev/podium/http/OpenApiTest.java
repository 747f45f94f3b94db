package dev.podium.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    private static final List<String> CALLS = List.of(
            "delete /api/games/{id}",
            "delete /api/quizzes/{id}",
            "delete /api/session",
            "get /api/addresses",
            "get /api/addresses/tests/{token}",
            "get /api/games",
            "get /api/games/{id}",
            "get /api/games/{id}/report",
            "get /api/join/{pin}",
            "get /api/quizzes",
            "get /api/quizzes/{id}",
            "get /api/quizzes/{id}/export",
            "get /api/session",
            "get /api/setup",
            "post /api/addresses/tests/{token}",
            "post /api/games",
            "post /api/quizzes",
            "post /api/quizzes/import",
            "post /api/quizzes/{id}/duplicate",
            "post /api/session",
            "post /api/setup",
            "put /api/quizzes/{id}");

    @Test
    void everyCallIsDescribed() throws JsonProcessingException {
        var paths = document().get("paths");

        var calls = new ArrayList<String>();
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        calls.add(method + " " + path.getKey());
                    }
                }));
        assertThat(calls).containsExactlyInAnyOrderElementsOf(CALLS);
    }

    @Test
    void whatIsReferredToIsThere() throws JsonProcessingException {
        var document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        assertThat(document.at("/components/schemas/Choice/allOf/1/properties/choices/maxItems")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void itIsYamlUnlessJsonIsAskedFor() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("openapi: 3."));
    }

    private static JsonNode document() throws JsonProcessingException {
        var text = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new ObjectMapper().readTree(text);
    }
}
