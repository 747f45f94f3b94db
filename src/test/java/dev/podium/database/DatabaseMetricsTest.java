package dev.podium.database;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseMetricsTest {
    @Test
    void the_pool_is_told_by_its_name_and_no_connection_stands_for_all_of_them() {
        given().get("/api/quizzes");
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("sql_pool_queue_size{pool_name=\"database\",pool_type=\"sql\"}"),
                        containsString("postgresql_completed_total{"),
                        not(containsString("postgresql_queue_size"))));
    }
}
