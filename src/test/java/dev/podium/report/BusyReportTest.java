package dev.podium.report;

import static dev.podium.account.TestHosts.asDemo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BusyReportTest {
    @Inject
    Turns turns;

    @Test
    void a_report_that_is_asked_for_while_too_many_are_read_is_refused_and_comes_when_they_have_ended() {
        var quiz = asDemo().get("/api/quizzes").<String>path("[0].id");
        var report = "/api/games/"
                + asDemo().contentType(ContentType.JSON)
                        .body("{\"quizId\":\"" + quiz + "\"}")
                        .post("/api/games")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id")
                + "/report";
        var running = new ArrayList<Turns.Turn>();
        for (int i = 0; i < Turns.AT_ONCE; i++) running.add(turns.next());
        var waiting = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < Turns.WAITING; i++)
            waiting.add(CompletableFuture.runAsync(
                    () -> turns.next().close(), work -> Thread.ofVirtual().start(work)));
        while (turns.waiting() < Turns.WAITING) Thread.onSpinWait();

        for (var format : new String[] {"json", "csv", "xlsx"})
            asDemo().get(report + "?format=" + format)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("title", equalTo("Busy"));

        running.forEach(Turns.Turn::close);
        waiting.forEach(CompletableFuture::join);
        asDemo().get(report).then().statusCode(200);
    }
}
