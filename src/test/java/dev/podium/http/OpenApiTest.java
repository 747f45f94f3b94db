package dev.podium.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class);

    private record Call(String method, String path, boolean authenticated) {}

    @Test
    void everyCallIsDescribedAndNoOther() throws JsonProcessingException {
        var described = new ArrayList<String>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method + " " + path.getKey())));

        assertThat(described)
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(
                        calls().map(call -> call.method() + " " + call.path()).toList());
    }

    @Test
    void everyCallSaysWhatItIsAndHowItMayBeRefused() throws JsonProcessingException {
        var paths = document().get("paths");

        assertThat(calls()).allSatisfy(call -> {
            var operation = paths.get(call.path()).get(call.method());
            assertThat(operation.path("operationId").asText()).isNotEmpty();
            assertThat(operation.path("summary").asText()).isNotEmpty();
            assertThat(operation.has("security")).isEqualTo(call.authenticated());
            var statuses = iterable(operation.get("responses").fieldNames());
            assertThat(statuses).anyMatch(status -> status.startsWith("2")).contains("403", "503");
            if (call.authenticated()) assertThat(statuses).contains("401");
            if (call.path().contains("{")) assertThat(statuses).contains("404");
            if (operation.has("requestBody")) assertThat(statuses).contains("400", "413", "415", "422");
            assertThat(statuses)
                    .filteredOn(status -> status.startsWith("4") || status.startsWith("5"))
                    .allSatisfy(status -> assertThat(operation
                                    .get("responses")
                                    .get(status)
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .endsWith("/Problem"));
        });
    }

    @Test
    void whatIsReferredToIsThere() throws JsonProcessingException {
        var document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void theLimitsAreThoseOfTheCode() throws JsonProcessingException {
        var schemas = document().at("/components/schemas");

        assertThat(schemas.at("/Choice/properties/choices/maxItems").asInt()).isEqualTo(8);
        assertThat(schemas.at("/Common/properties/timeLimitMs/maximum").asInt()).isEqualTo(300_000);
        assertThat(iterable(schemas.at("/Scoring/enum").elements()))
                .extracting(JsonNode::asText)
                .containsExactly("speed", "accuracy");
        assertThat(iterable(schemas.at("/Code/enum").elements()))
                .extracting(JsonNode::asText)
                .contains("out-of-range");
        assertThat(iterable(schemas.at("/Problem/properties").fieldNames()))
                .contains("type", "title", "status", "code", "detail", "errors");
    }

    /** What a client made from the description would refuse to send, and what it would send in vain. */
    @Test
    void aCountdownIsMillisecondsOrAsLongAsReadingTakes() throws JsonProcessingException {
        var schemas = document().at("/components/schemas");
        var setting = schemas.at("/ChosenSettings/properties/countdownMs");

        assertThat(setting.path("oneOf").findValuesAsText("$ref"))
                .containsExactly("#/components/schemas/Milliseconds", "#/components/schemas/ReadingTime");
        assertThat(setting.has("type")).isFalse();
        assertThat(setting.has("$ref")).isFalse();
        assertThat(schemas.at("/Milliseconds/type").asText()).isEqualTo("integer");
        assertThat(schemas.at("/Milliseconds/minimum").asInt()).isZero();
        assertThat(schemas.at("/Milliseconds/maximum").asInt()).isEqualTo(30_000);
        assertThat(schemas.at("/ReadingTime/type").asText()).isEqualTo("string");
        assertThat(iterable(schemas.at("/ReadingTime/enum").elements()))
                .extracting(JsonNode::asText)
                .containsExactly("auto");
    }

    @Test
    void itSaysHowOneIsSignedIn() throws JsonProcessingException {
        assertThat(document().at("/info/title").asText()).isEqualTo("Podium");
        assertThat(document().at("/components/securitySchemes/session/name").asText())
                .isEqualTo("podium_session");
    }

    @Test
    void itIsYamlUnlessJsonIsAskedFor() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("openapi: 3."));
    }

    /** Every endpoint there is, by the annotations that make it one. */
    private static Stream<Call> calls() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.podium").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(method -> METHODS.stream()
                                .filter(method::isAnnotatedWith)
                                .map(kind -> call(kind, method.getOwner(), method)));
    }

    private static Call call(Class<? extends Annotation> kind, JavaClass type, JavaMethod method) {
        var path = type.getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class)
                        .map(more -> "/" + more.value())
                        .orElse("");
        return new Call(
                kind.getSimpleName().toLowerCase(Locale.ROOT),
                path,
                type.isAnnotatedWith(Authenticated.class) || method.isAnnotatedWith(Authenticated.class));
    }

    private static <T> List<T> iterable(Iterator<T> iterator) {
        var list = new ArrayList<T>();
        iterator.forEachRemaining(list::add);
        return list;
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
