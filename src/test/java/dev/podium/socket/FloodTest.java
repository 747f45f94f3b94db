package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.client.RawSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends far too much slows nobody else, and nothing is stored twice. */
@QuarkusTest
class FloodTest {
    private static final String PING = "{\"type\":\"ping\",\"t\":1}";

    @TestHTTPResource("/")
    URI base;

    @Inject
    DataSource database;

    @Test
    void thirty_answers_at_once_leave_one_saved_and_the_game_goes_on() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            ada.await("question");
            bob.await("question");
            for (int i = 0; i < 30; i++) ada.answerWith("a" + i, 0, "{\"text\":\"" + i + "\"}");
            bob.answerWith("b", 0, "{\"text\":\"Paris\"}");
            assertThat(bob.status("b")).isEqualTo("saved");
            bob.await("reveal");
            ada.await("reveal");
            assertThat(ada.seen()
                            .lines()
                            .filter(line -> line.contains("\"saved\"") && line.contains("\"type\":\"ack\"")))
                    .hasSize(1);
            stage.await("reveal");
            assertThat(stage.command("advance").path("status").asText()).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/play", "/ws/host/none", "/ws/screen/none"})
    void eighty_frames_at_once_close_a_socket_with_4004(String path) throws IOException {
        try (var socket =
                RawSocket.open(base, path, "", RawSocket.times(80, RawSocket.frame(RawSocket.PING, new byte[2])))) {
            assertThat(socket.closeCode()).isEqualTo(4004);
        }
    }

    @Test
    void beyond_its_budget_a_socket_is_told_once_to_slow_down_and_still_served() {
        try (var ada = Peer.connect(base, "/ws/play")) {
            for (int i = 0; i < 60; i++) ada.send(PING);
            for (int i = 0; i < 60; i++) ada.next("pong");
            assertThat(ada.seen().lines().filter(line -> line.contains("\"slow-down\"")))
                    .hasSize(1);
            for (int i = 0; i < 20; i++) ada.send(PING);
            assertThat(ada.closeCode()).isEqualTo(4004);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {RawSocket.PING, RawSocket.PONG, RawSocket.TEXT, RawSocket.BINARY})
    void frames_of_every_kind_count(int opcode) throws IOException {
        try (var socket = RawSocket.open(base, "/ws/play")) {
            socket.write(RawSocket.times(5_000, RawSocket.frame(opcode, new byte[2])));
            assertThat(socket.closeCode()).isIn(4004, 4500);
        }
    }

    @Test
    void bytes_count_as_well() {
        try (var ada = Peer.connect(base, "/ws/play")) {
            var long_ = "{\"type\":\"ping\",\"t\":1,\"x\":\"" + "x".repeat(16_000) + "\"}";
            for (int i = 0; i < 5; i++) ada.send(long_);
            assertThat(ada.next("error").path("code").asText()).isEqualTo("slow-down");
            for (int i = 0; i < 4; i++) ada.send(long_);
            assertThat(ada.closeCode()).isEqualTo(4004);
        }
    }

    @Test
    void of_thirty_commands_at_once_eight_are_under_way_and_the_others_are_refused_and_not_stored() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE)) {
            for (int i = 0; i < 30; i++) lock(stage, "c" + i);
            var replies = new HashMap<String, JsonNode>();
            while (replies.size() < 30) {
                var reply = stage.host.next(frame -> frame.has("id"), "a reply");
                assertThat(reply.path("type").asText()).isEqualTo("ack");
                replies.put(reply.path("id").asText(), reply);
            }
            var busy = replies.entrySet().stream()
                    .filter(reply -> reply.getValue().path("reason").asText().equals("busy"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(busy).isNotEmpty().hasSizeLessThanOrEqualTo(22);
            assertThat(replies.get(busy.iterator().next()).path("status").asText())
                    .isEqualTo("refused");
            var again = busy.iterator().next();
            lock(stage, again);
            assertThat(stage.host.ack(again).path("reason").asText()).isNotEqualTo("busy");
        }
    }

    private static void lock(Stage stage, String id) {
        stage.host.send("{\"type\":\"command\",\"id\":\"" + id + "\",\"do\":\"lock\"}");
    }

    @Test
    void leaving_a_second_time_changes_nothing() throws SQLException {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var adas = ada.next("welcome").at("/player/id").asText();
            var bobs = bob.next("welcome").at("/player/id").asText();
            stage.host.next(frame -> frame.path("players").asInt() == 2, "both in the roster");
            leave(ada);
            awaitLeft(stage, adas);
            long first = lostAt(adas);
            for (int i = 0; i < 20; i++) leave(ada);
            ada.send(PING);
            ada.next("pong");
            // What is written later is written in a later statement.
            leave(bob);
            awaitLeft(stage, bobs);
            assertThat(lostAt(adas)).isEqualTo(first);
        }
    }

    private static void leave(Peer player) {
        player.send("{\"type\":\"leave\"}");
    }

    private static void awaitLeft(Stage stage, String player) {
        stage.host.next(frame -> frame.at("/left/0").asText().equals(player), player + " has left");
    }

    private long lostAt(String player) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT lost_at FROM player WHERE id = ?::uuid")) {
            query.setString(1, player);
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
