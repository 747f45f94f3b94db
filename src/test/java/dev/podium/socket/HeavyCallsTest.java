package dev.podium.socket;

import static dev.podium.account.TestHosts.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.account.TestHosts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes long happens where no phone waits for it: never on an event loop, which carries thousands of sockets. */
@QuarkusTest
class HeavyCallsTest {
    /** Far above what a loop is at work at a time, far below what a report of this size would cost it. */
    private static final long LONGEST_MS = 300;

    private static final int PLAYERS = 10_000;
    private static final int QUESTIONS = 30;

    private static FilledGame hall;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Vertx vertx;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xlsx"})
    void a_report_of_three_hundred_thousand_answers_keeps_no_loop_busy(String format) throws Exception {
        fillTheHall();
        var cookie = Stage.signIn();
        var classes = watched(() -> given().cookie("podium_session", cookie)
                .get("/api/games/" + hall.id() + "/report?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(classes)
                .doesNotContain("dev.podium.report.ReportJson", "dev.podium.report.ReportCsv")
                .doesNotContain("dev.podium.report.ReportXlsx", "dev.podium.report.AnswerWords");
    }

    @Test
    void a_file_of_two_mebibytes_is_imported_and_exported_off_the_loops() throws Exception {
        var cookie = TestHosts.anotherHost(database);
        var file = quiz();
        assertThat(file).hasSizeBetween(1_600_000, 2_000_000);
        var classes = watched(() -> {
            for (int i = 0; i < 3; i++) {
                var id = as(cookie)
                        .multiPart("file", "big.json", file)
                        .post("/api/quizzes/import")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("quiz.id");
                as(cookie).get("/api/quizzes/" + id + "/export").then().statusCode(200);
            }
        });
        assertThat(classes)
                .doesNotContain("dev.podium.formats.Formats", "dev.podium.library.JsonImport")
                .doesNotContain("dev.podium.library.QuizJson");
    }

    @Test
    void a_quiz_of_two_mebibytes_is_made_and_opened_off_the_loops() throws Exception {
        var cookie = TestHosts.anotherHost(database);
        var file = quiz();
        var classes = watched(() -> {
            for (int i = 0; i < 3; i++) {
                var id = as(cookie)
                        .contentType("application/json")
                        .body(file)
                        .post("/api/quizzes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
                as(cookie)
                        .contentType("application/json")
                        .body("{\"quizId\":\"" + id + "\"}")
                        .post("/api/games")
                        .then()
                        .statusCode(201);
            }
        });
        assertThat(classes)
                .doesNotContain("dev.podium.library.QuestionJson", "dev.podium.library.QuestionReader")
                .doesNotContain("dev.podium.library.QuestionWriter", "dev.podium.game.Freezer");
    }

    @Test
    void a_full_library_is_listed_off_the_loops() throws Exception {
        var cookie = TestHosts.anotherHost(database);
        var owner = as(cookie).get("/api/session").<String>path("id");
        fillTheLibrary(UUID.fromString(owner));
        var classes = watched(() -> {
            for (int i = 0; i < 3; i++) {
                var titles =
                        as(cookie).get("/api/quizzes").then().statusCode(200).extract();
                assertThat(titles.jsonPath().getList("id")).hasSize(2_000);
            }
        });
        assertThat(classes).doesNotContain("dev.podium.library.QuizJson");
    }

    @Test
    void passwords_are_compared_off_the_loops() throws Exception {
        var classes = watched(() -> {
            for (int i = 0; i < 20; i++) Stage.signIn();
        });
        assertThat(classes).noneMatch(name -> name.startsWith("dev.podium.account.Passwords$"));
    }

    /** Does the work while a phone asks and is answered; gives the classes that were at work on event loops. */
    private List<String> watched(Work work) throws Exception {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var phone = stage.player("Anna");
                var watch = new LoopWatch(vertx)) {
            phone.next("welcome");
            var done = new AtomicBoolean();
            var pings = Thread.ofVirtual().start(() -> {
                while (!done.get()) {
                    phone.send("{\"type\":\"ping\",\"t\":1}");
                    phone.next("pong");
                    pause();
                }
            });
            try {
                work.run();
            } finally {
                done.set(true);
                pings.join();
            }
            assertThat(phone.seen()).contains("\"pong\"");
            assertThat(watch.longestMs()).isLessThan(LONGEST_MS);
            return watch.atWork().stream().sorted().toList();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fillTheHall() throws SQLException {
        if (hall != null) return;
        var questions = Collections.nCopies(QUESTIONS, Quizzes.CHOICE).toArray(String[]::new);
        try (var stage = Stage.open(base, Quizzes.of(questions), Quizzes.AT_ONCE)) {
            stage.command("end");
            hall = FilledGame.of(database, stage.gameId, QUESTIONS, PLAYERS, "'x'", "1");
        }
    }

    private void fillTheLibrary(UUID owner) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO quiz (id, owner_id, title, questions, version, created_at, updated_at)
                        SELECT gen_random_uuid(), ?, 'Quiz ' || n,
                               (SELECT jsonb_agg(jsonb_build_object('kind', 'text', 'text', repeat('x', 200)))
                                FROM generate_series(1, 30)), 1, now(), now() FROM generate_series(1, 2000) AS n""")) {
            statement.setObject(1, owner);
            assertThat(statement.executeUpdate()).isEqualTo(2_000);
        }
    }

    /** As many questions as a quiz may have, with texts about as long as they may be, as a file. */
    private static byte[] quiz() {
        var choices = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i > 0) choices.append(',');
            choices.append("{\"text\":\"%s%d\",\"correct\":%b}".formatted("y".repeat(190), i, i == 0));
        }
        var question = "{\"kind\":\"choice\",\"text\":\"%s\",\"explanation\":\"%s\",\"choices\":[%s]}"
                .formatted("x".repeat(490), "z".repeat(990), choices);
        var file = "{\"title\":\"Big\",\"questions\":[" + String.join(",", Collections.nCopies(500, question)) + "]}";
        return file.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
