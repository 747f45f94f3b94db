package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stream lives as long as its player is heard by requests. */
@QuarkusTest
@TestProfile(SilentStreamTest.Hasty.class)
class SilentStreamTest {
    @TestHTTPResource("/")
    URI base;

    /** Silence is seven seconds. */
    public static class Hasty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("podium.heartbeat-ms", "1000");
        }
    }

    @Test
    void a_player_who_is_heard_stays_and_a_silent_one_is_closed() throws InterruptedException {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = StreamPeer.join(base, stage.pin, "Ada");
                var silent = StreamPeer.join(base, stage.pin, "Ben")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            silent.next("welcome");
            while (silent.open()) {
                StreamPeer.frame(base, ticket, 0, "{\"type\":\"ping\",\"t\":1}");
                TimeUnit.MILLISECONDS.sleep(1_000);
            }
            assertThat(silent.closeCode()).isEqualTo(4003);
            assertThat(ada.open()).isTrue();
            assertThat(ada.closeCode()).isEqualTo(4003);
        }
    }
}
