package dev.podium.library;

import static dev.podium.account.TestHosts.asDemo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The quiz to start with shows what there is, on a bad line too. */
@QuarkusTest
class DemoQuizTest {
    private static final int MAX_BYTES = 60_000;

    @Test
    void its_pictures_are_there_and_small() {
        var pictures = pictures(demo());
        assertThat(pictures).hasSize(5);
        int bytes = 0;
        for (var picture : pictures) {
            bytes += given().get(picture)
                    .then()
                    .statusCode(200)
                    .contentType("image/png")
                    .extract()
                    .asByteArray()
                    .length;
        }
        assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
    }

    private static List<String> pictures(JsonPath quiz) {
        var asked = quiz.<String>getList("questions.findAll { it.media != null }.media.url");
        var chosen = quiz.<String>getList(
                "questions.collectMany { it.choices ?: [] }.findAll { it.media != null }.media.url");
        return Stream.concat(asked.stream(), chosen.stream()).toList();
    }

    private static JsonPath demo() {
        var id = asDemo().get("/api/quizzes").<String>path("find { it.title == 'Around the world' }.id");
        return asDemo().get("/api/quizzes/" + id).jsonPath();
    }
}
