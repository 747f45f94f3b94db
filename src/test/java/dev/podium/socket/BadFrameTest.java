package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.client.RawSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that mean nothing: each gets its reply, and the game goes on. */
@QuarkusTest
class BadFrameTest {
    @TestHTTPResource("/")
    URI base;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"join\"}",
                "{\"type\":\"resume\",\"ticket\":{}}"
            })
    void a_malformed_frame_gets_an_error_and_the_tenth_closes(String frame) {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            for (int i = 0; i < 9; i++) {
                ada.send(frame);
                assertThat(ada.next("error").path("code").asText()).isEqualTo("malformed");
            }
            ada.send(frame);
            assertThat(ada.closeCode()).isEqualTo(4500);
            bob.next("welcome");
            assertThat(stage.command("advance").path("status").asText()).isEqualTo("done");
            bob.await("question");
        }
    }

    @Test
    void unknown_types_get_an_error_and_do_not_count() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            for (int i = 0; i < 20; i++) {
                ada.send("{\"type\":\"dance\"}");
                assertThat(ada.next("error").path("code").asText()).isEqualTo("unknown-type");
            }
        }
    }

    @Test
    void a_binary_frame_is_a_malformed_one() {
        try (var ada = Peer.connect(base, "/ws/play")) {
            ada.sendBinary(new byte[] {1, 2, 3});
            assertThat(ada.next("error").path("code").asText()).isEqualTo("malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16 * 1024 + 1, 60_000})
    void a_frame_above_the_limit_closes_with_1009(int size) {
        try (var ada = Peer.connect(base, "/ws/play")) {
            ada.send("x".repeat(size));
            assertThat(ada.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_mebibyte_ends_the_socket_and_nothing_else() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            try {
                ada.send("x".repeat(1024 * 1024));
            } catch (CompletionException e) {
                // The server may have ended it before all was sent.
            }
            assertThat(ada.closeCode()).isGreaterThanOrEqualTo(1000);
            stage.command("advance");
            bob.await("question");
        }
    }

    /** A frame of a kind that does not exist, and the head of one that is longer than any may be. */
    @ParameterizedTest
    @ValueSource(strings = {"838000000000", "81ff000000000001117000000000"})
    void what_is_no_frame_is_told_so_before_the_connection_ends(String bytes) throws IOException {
        try (var socket = RawSocket.open(base, "/ws/play")) {
            socket.write(HexFormat.of().parseHex(bytes));
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void an_answer_before_the_join_gets_an_error_with_its_id() {
        try (var ada = Peer.connect(base, "/ws/play")) {
            ada.answerWith("a1", 0, "{\"text\":\"x\"}");
            assertThat(ada.next("error").path("id").asText()).isEqualTo("a1");
        }
    }

    @Test
    void a_page_of_another_site_is_refused_at_the_upgrade() {
        assertThatThrownBy(() -> Peer.connect(base, "/ws/play", "Origin", "https://elsewhere.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .extracting(e -> ((WebSocketHandshakeException) e.getCause())
                        .getResponse()
                        .statusCode())
                .isEqualTo(403);
        try (var own = Peer.connect(base, "/ws/play", "Origin", "http://" + base.getAuthority())) {
            own.send("{\"type\":\"ping\",\"t\":1}");
            own.next("pong");
        }
    }
}
