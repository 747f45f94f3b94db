package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.hamcrest.Matchers.is;

import dev.podium.client.StreamPeer;
import dev.podium.games.OpenGames;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams count as sockets, also those that share a connection. */
@QuarkusTest
@TestProfile(ManyStreamsTest.Few.class)
class ManyStreamsTest {
    @TestHTTPResource("/")
    URI base;

    /** Room for a host's socket and two streams. */
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("podium.lines.most", "3");
        }
    }

    @Test
    void beyond_the_bound_no_stream_is_begun_until_another_has_ended() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = StreamPeer.joinSharing(base, stage.pin, "Ada");
                var screen = StreamPeer.screen(base, stage.screenToken)) {
            ada.next("welcome");
            screen.next("welcome");
            assertThat(metric("podium_sockets")).isEqualTo(3);
            assertThat(metric("podium_streams")).isEqualTo(1);
            refused("/api/play/stream", "{\"type\":\"resume\",\"ticket\":\"x\"}");
            refused("/api/screen/stream", "{\"token\":\"" + stage.screenToken + "\"}");
            ada.close();
            OpenGames.until("its place is free", () -> metric("podium_sockets") == 2);
            try (var ben = StreamPeer.joinSharing(base, stage.pin, "Ben")) {
                ben.next("welcome");
                assertThat(ben.open()).isTrue();
            }
        }
    }

    private void refused(String path, String body) {
        given().body(body)
                .post(path)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType(is("application/problem+json"))
                .body("title", is("Full"));
    }

    private double metric(String name) {
        var lines = given().get("/q/metrics").asString().lines();
        return lines.filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseGet(() -> fail("there is no " + name));
    }
}
