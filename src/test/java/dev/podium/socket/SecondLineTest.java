package dev.podium.socket;

import static dev.podium.games.OpenGames.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.client.StreamPeer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open no socket plays by a stream and by requests, with the same promises. */
@QuarkusTest
class SecondLineTest {
    private static final String PING = "{\"type\":\"ping\",\"t\":7}";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Pool pool;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.TEXT), Quizzes.AT_ONCE);
    }

    @Test
    void a_stream_shows_the_game_and_an_answer_by_request_is_acknowledged_when_it_is_stored() {
        try (var stage = stage();
                var ada = StreamPeer.join(base, stage.pin, "Ada");
                var bob = stage.player("Bob")) {
            bob.next("welcome");
            var ticket = ada.next("welcome").path("ticket").asText();
            stage.command("advance");
            var question = ada.await("question").path("question");
            assertThat(question.has("correct")).isFalse();
            var four = Peer.choice(question, "four");

            var first = StreamPeer.answer(base, ticket, 0, "a1", 0, four);
            assertThat(first).hasSize(1);
            assertThat(first.at("/0/status").asText()).isEqualTo("saved");
            assertThat(StreamPeer.answer(base, ticket, 0, "a1", 0, four)
                            .at("/0/status")
                            .asText())
                    .isEqualTo("duplicate");
            assertThat(StreamPeer.answer(base, ticket, 0, "a2", 0, Peer.choice(question, "five"))
                            .at("/0/answer/choices/0")
                            .asText())
                    .isEqualTo(four);

            stage.await("question");
            stage.command("pause");
            assertThat(ada.await("question").at("/mine/answer/choices/0").asText())
                    .isEqualTo(four);
            stage.command("skip");
            assertThat(ada.await("reveal").at("/mine/answer/choices/0").asText())
                    .isEqualTo(four);
        }
    }

    @Test
    void nothing_between_is_asked_to_keep_or_to_change_a_stream() {
        try (var stage = stage();
                var ada = StreamPeer.join(base, stage.pin, "Ada")) {
            ada.next("welcome");
            assertThat(ada.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(ada.header("Cache-Control")).contains("no-transform");
            assertThat(ada.header("X-Accel-Buffering")).isEqualTo("no");
        }
    }

    @Test
    void a_refused_name_ends_the_stream_and_another_one_may_be_asked_for() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var other = Peer.connect(base, "/ws/play")) {
            ada.next("welcome");
            other.join(stage.pin, "Cleo", "key-else");
            other.next("welcome");
            try (var taken = StreamPeer.join(base, stage.pin, "Cleo")) {
                var error = taken.next("error");
                assertThat(error.path("code").asText()).isEqualTo("nickname-taken");
                assertThat(taken.closeCode()).isZero();
            }
            try (var free = StreamPeer.join(base, stage.pin, "Dora")) {
                assertThat(free.next("welcome").at("/player/nickname").asText()).isEqualTo("Dora");
            }
        }
    }

    @Test
    void a_wrong_pin_ends_the_stream_with_the_code_of_a_socket() {
        try (var nowhere = StreamPeer.join(base, "000000", "Ada")) {
            assertThat(nowhere.closeCode()).isEqualTo(4506);
        }
    }

    @Test
    void of_a_socket_and_a_stream_on_one_seat_the_larger_n_lives() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            try (var stream = StreamPeer.resume(base, ticket, 3)) {
                stream.next("welcome");
                assertThat(ada.closeCode()).isEqualTo(4503);
                try (var older = StreamPeer.resume(base, ticket, 2)) {
                    assertThat(older.closeCode()).isEqualTo(4503);
                }
                try (var newer = Peer.connect(base, "/ws/play")) {
                    newer.resume(ticket, 4);
                    newer.next("welcome");
                    assertThat(stream.closeCode()).isEqualTo(4503);
                }
            }
        }
    }

    @Test
    void with_an_older_n_leaving_does_nothing_and_every_reply_says_that_the_seat_is_elsewhere() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            try (var stream = StreamPeer.resume(base, ticket, 3)) {
                stream.next("welcome");
                var pong = StreamPeer.frame(base, ticket, 2, PING);
                assertThat(pong.at("/0/type").asText()).isEqualTo("pong");
                assertThat(pong.at("/0/t").asInt()).isEqualTo(7);
                assertThat(pong.at("/1/code").asInt()).isEqualTo(4503);
                assertThat(StreamPeer.frame(base, ticket, 2, "{\"type\":\"leave\"}")
                                .at("/0/code")
                                .asInt())
                        .isEqualTo(4503);
                assertThat(StreamPeer.frame(base, ticket, 3, PING)).hasSize(1);
            }
        }
    }

    @Test
    void a_removed_player_is_told_so_by_either_way() {
        try (var stage = stage();
                var ada = StreamPeer.join(base, stage.pin, "Ada")) {
            var welcome = ada.next("welcome");
            stage.command(
                    "kick", java.util.Map.of("player", welcome.at("/player/id").asText()));
            assertThat(ada.closeCode()).isEqualTo(4502);
            var reply = StreamPeer.frame(base, welcome.path("ticket").asText(), 0, PING);
            assertThat(reply.at("/0/code").asInt()).isEqualTo(4502);
        }
    }

    @Test
    void a_ticket_that_opens_nothing_is_told_so() {
        assertThat(StreamPeer.frame(base, "made-up", 0, PING).at("/0/code").asInt())
                .isEqualTo(4505);
    }

    @Test
    void who_tries_many_tickets_is_told_to_wait_and_nobody_else_is() throws Exception {
        // A guesser's address of its own: what it has missed is remembered for a minute.
        var guesser = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral("127.0.0.8"))
                .build();
        var codes = new ArrayList<Integer>();
        for (int i = 0; i < 100 && !codes.contains(4508); i++)
            codes.add(StreamPeer.frames(StreamPeer.send(guesser, base, "made-up-" + i, 0, PING))
                    .at("/0/code")
                    .asInt());
        assertThat(codes).hasSizeGreaterThan(60).startsWith(4505).endsWith(4508);
        assertThat(StreamPeer.frame(base, "made-up", 0, PING).at("/0/code").asInt())
                .isEqualTo(4505);
    }

    @Test
    void an_answer_is_credited_with_the_round_trip_kept_with_the_seat_and_a_tenth_of_a_second_without_one() {
        try (var stage = stage();
                var ada = StreamPeer.join(base, stage.pin, "Ada");
                var ben = StreamPeer.join(base, stage.pin, "Ben");
                var cleo = stage.player("Cleo")) {
            cleo.next("welcome");
            var unmeasured = ada.next("welcome").path("ticket").asText();
            var measured = ben.next("welcome").path("ticket").asText();
            await(pool.preparedQuery("UPDATE player SET rtt_ms = 400 WHERE ticket = $1")
                    .execute(Tuple.of(measured)));
            stage.command("advance");
            var state = ada.await("question");
            long opensAt = state.path("opensAt").asLong();
            while (serverTime(unmeasured) < opensAt + 600) Thread.onSpinWait();
            assertThat(creditedMs(unmeasured, state)).satisfies(within(opensAt + 100));
            assertThat(creditedMs(measured, state)).satisfies(within(opensAt + 400));
        }
    }

    private long before;
    private long after;

    /** What an answer counts for that claims to have taken no time, in milliseconds. */
    private long creditedMs(String ticket, JsonNode state) {
        before = serverTime(ticket);
        var answer = "{\"type\":\"answer\",\"id\":\"" + ticket + "\",\"question\":0,\"answer\":{\"choices\":[\""
                + Peer.choice(state.path("question"), "four") + "\"]},\"elapsedMs\":0}";
        assertThat(StreamPeer.frame(base, ticket, 0, answer).at("/0/status").asText())
                .isEqualTo("saved");
        after = serverTime(ticket);
        return await(pool.preparedQuery("SELECT elapsed_ms FROM answer WHERE id = $1")
                        .execute(Tuple.of(ticket)))
                .iterator()
                .next()
                .getInteger(0);
    }

    private Consumer<Long> within(long since) {
        return credited -> assertThat(credited).isBetween(before - since, after - since);
    }

    private long serverTime(String ticket) {
        return StreamPeer.frame(base, ticket, 0, PING).at("/0/serverTime").asLong();
    }

    /** So that the bound of connections holds streams as well. */
    @Test
    void a_stream_has_a_connection_of_its_own() {
        try (var stage = stage();
                var ada = StreamPeer.join(base, stage.pin, "Ada")) {
            ada.next("welcome");
            assertThat(ada.answer().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void beyond_the_budget_a_seat_is_told_to_slow_down_and_at_twice_of_it_to_come_back() {
        try (var stage = stage();
                var ada = StreamPeer.join(base, stage.pin, "Ada")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            var big = "{\"type\":\"ping\",\"t\":7,\"pad\":\"" + "x".repeat(15_000) + "\"}";
            int slowed = 0;
            int code = 0;
            for (int i = 0; i < 12 && code == 0; i++) {
                var reply = StreamPeer.frame(base, ticket, 0, big);
                if (reply.at("/0/code").asText().equals("slow-down")) slowed++;
                code = reply.at("/0/code").asInt();
            }
            assertThat(slowed).isPositive();
            assertThat(code).isEqualTo(4004);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "{}", "{\"ticket\":1,\"frame\":{}}", "{\"ticket\":\"x\",\"n\":-1,\"frame\":{}}", "[]"})
    void what_carries_no_frame_is_a_bad_request(String body) {
        given().body(body)
                .post("/api/play/frame")
                .then()
                .statusCode(400)
                .contentType(is("application/problem+json"))
                .body("title", equalTo("Bad request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"type\":\"leave\"}", "{\"type\":\"join\"}"})
    void what_is_no_first_frame_opens_no_stream(String body) {
        given().body(body).post("/api/play/stream").then().statusCode(400).contentType(is("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/play/stream", "/api/play/frame", "/api/screen/stream"})
    void what_is_longer_than_a_frame_is_too_large(String path) {
        given().body("x".repeat(20_000)).post(path).then().statusCode(413).contentType(is("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/play/stream", "/api/play/frame", "/api/screen/stream"})
    void pages_of_other_sites_open_none(String path) {
        given().header("Origin", "https://elsewhere.example")
                .body("{}")
                .post(path)
                .then()
                .statusCode(403);
    }

    @Test
    void a_screen_watches_by_a_stream() {
        try (var stage = stage();
                var screen = StreamPeer.screen(base, stage.screenToken);
                var wrong = StreamPeer.screen(base, "made-up")) {
            screen.await("lobby");
            assertThat(wrong.closeCode()).isEqualTo(4505);
            stage.command("advance");
            assertThat(screen.await("question").path("question").has("correct")).isFalse();
        }
    }
}
