package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.account.TestHosts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A host's socket ends with the session it was opened with, and with no other. */
@QuarkusTest
class HostSessionTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    DataSource database;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
    }

    @Test
    void signing_out_takes_the_hand_off_the_wheel_and_leaves_other_sign_ins_alone() {
        try (var stage = stage();
                var elsewhere =
                        Peer.connect(base, "/ws/host/" + stage.gameId, "Cookie", "podium_session=" + Stage.signIn());
                var ada = stage.player("Ada")) {
            elsewhere.next("welcome");
            ada.next("welcome");
            given().cookie("podium_session", stage.cookie)
                    .delete("/api/session")
                    .then()
                    .statusCode(204);
            assertThat(stage.host.closeCode()).isEqualTo(4505);
            elsewhere.send("{\"type\":\"command\",\"id\":\"c1\",\"do\":\"lock\"}");
            assertThat(elsewhere.ack("c1").path("status").asText()).isEqualTo("done");
            ada.next(frame -> frame.at("/state/locked").asBoolean(), "the lock");
        }
    }

    @Test
    void a_host_who_is_disabled_loses_the_wheel_and_whoever_takes_the_game_over_has_it() throws SQLException {
        try (var stage = stage()) {
            var leaver = TestHosts.another(database, "host");
            var heir = TestHosts.another(database, "host");
            var admin = TestHosts.another(database, "admin");
            TestHosts.give(database, stage.gameId, leaver);
            try (var wheel =
                    Peer.connect(base, "/ws/host/" + stage.gameId, "Cookie", "podium_session=" + leaver.cookie())) {
                wheel.next("welcome");
                admin.calls()
                        .contentType(ContentType.JSON)
                        .body("{\"role\":\"host\",\"disabled\":true}")
                        .put("/api/hosts/" + leaver.id())
                        .then()
                        .statusCode(204);
                assertThat(wheel.closeCode()).isEqualTo(4505);
            }
            admin.calls()
                    .contentType(ContentType.JSON)
                    .body("{\"to\":\"" + heir.id() + "\"}")
                    .post("/api/hosts/" + leaver.id() + "/transfer")
                    .then()
                    .statusCode(200);
            try (var wheel =
                    Peer.connect(base, "/ws/host/" + stage.gameId, "Cookie", "podium_session=" + heir.cookie())) {
                wheel.next("welcome");
            }
        }
    }

    @Test
    void a_session_that_expires_ends_its_sockets() throws SQLException {
        try (var stage = stage()) {
            TestHosts.expire(database, stage.cookie);
            assertThat(stage.host.closeCode()).isEqualTo(4505);
        }
    }
}
