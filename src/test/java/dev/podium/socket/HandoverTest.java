package dev.podium.socket;

import static dev.podium.games.OpenGames.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A seat moves to another phone: with its answers and points, once, and the old phone is told. */
@QuarkusTest
class HandoverTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Pool pool;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE), Quizzes.AT_ONCE);
    }

    @Test
    void a_code_gives_the_seat_with_all_it_has_to_one_other_phone_also_where_nobody_is_let_in() {
        try (var stage = stage();
                var old = stage.player("Ada");
                var bob = stage.player("Bob");
                var next = Peer.connect(base, "/ws/play");
                var third = Peer.connect(base, "/ws/play")) {
            var seat = old.next("welcome");
            bob.next("welcome");
            stage.command("extra", Map.of("player", seat.at("/player/id").asText(), "percent", 50));
            stage.command("advance");
            stage.command("lock");
            var asked = old.await("question").at("/state/question");
            old.answer("a1", 0, Peer.choice(asked, "four"));
            assertThat(old.status("a1")).isEqualTo("saved");
            var ticket = seat.path("ticket").asText();
            var first = code(ticket, 0, 200);
            var code = code(ticket, 0, 200);

            move(third, stage, "key-third", first);
            assertThat(third.next("error").path("code").asText()).isEqualTo("handover-unknown");
            move(next, stage, "key-next", code);
            var welcome = next.next("welcome");
            assertThat(welcome.path("player")).isEqualTo(seat.path("player"));
            assertThat(welcome.path("ticket").asText()).isNotEqualTo(ticket);
            assertThat(welcome.at("/state/mine/answer/choices/0").asText()).isEqualTo(Peer.choice(asked, "four"));
            assertThat(welcome.at("/state/closesAt").asLong()
                            - welcome.at("/state/opensAt").asLong())
                    .isGreaterThan(20_000);
            assertThat(old.closeCode()).isEqualTo(4503);
            move(third, stage, "key-third", code);
            assertThat(third.next("error").path("code").asText()).isEqualTo("handover-unknown");
            code(ticket, 0, 404);
            try (var resumed = Peer.connect(base, "/ws/play");
                    var again = Peer.connect(base, "/ws/play")) {
                resumed.resume(ticket, 9);
                assertThat(resumed.closeCode()).isEqualTo(4505);
                // What was not heard is asked again.
                move(again, stage, "key-next", code);
                assertThat(again.next("welcome").path("ticket").asText())
                        .isEqualTo(welcome.path("ticket").asText());
            }
            assertThat(stored(stage)).isEqualTo("1 answers, 2 seats, 1 of them moved");
        }
    }

    @Test
    void a_host_hands_over_any_seat_also_one_that_was_left_and_the_old_socket_elsewhere_is_found() {
        try (var stage = stage();
                var old = stage.player("Ada");
                var next = Peer.connect(base, "/ws/play")) {
            var id = old.next("welcome").at("/player/id").asText();
            old.send("{\"type\":\"leave\"}");
            stage.host.next(frame -> frame.at("/joined/0/left").asBoolean(), "Ada has left");
            move(next, stage, "key-next", byHost(stage, id, 200));
            assertThat(next.next("welcome").at("/player/nickname").asText()).isEqualTo("Ada");
            byHost(stage, UUID.randomUUID().toString(), 404);

            // As if another instance had given the seat away: this one finds out.
            await(pool.preparedQuery(
                            "UPDATE player SET ticket = 'another', handed_at = (extract(epoch FROM clock_timestamp())"
                                    + " * 1000)::bigint WHERE game_id = $1 AND id = $2")
                    .execute(Tuple.of(UUID.fromString(stage.gameId), UUID.fromString(id))));
            assertThat(next.closeCode()).isEqualTo(4503);
        }
    }

    @Test
    void a_seat_that_was_removed_or_is_at_another_phone_is_not_handed_over() {
        try (var stage = stage();
                var old = stage.player("Ada");
                var now = Peer.connect(base, "/ws/play");
                var next = Peer.connect(base, "/ws/play")) {
            var welcome = old.next("welcome");
            var ticket = welcome.path("ticket").asText();
            var id = welcome.at("/player/id").asText();
            now.resume(ticket, 3);
            now.next("welcome");
            code(ticket, 2, 409);
            var code = code(ticket, 3, 200);
            stage.command("kick", Map.of("player", id));
            move(next, stage, "key-next", code);
            assertThat(next.next("error").path("code").asText()).isEqualTo("handover-unknown");
            byHost(stage, id, 404);
            code(ticket, 4, 404);
        }
    }

    @Test
    void a_code_is_good_for_a_minute_and_stored_as_a_hash() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var next = Peer.connect(base, "/ws/play")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            var code = code(ticket, 0, 200);
            var game = Tuple.of(UUID.fromString(stage.gameId));
            var row = await(pool.preparedQuery("UPDATE player SET handover_until = handover_until - 60000"
                                    + " WHERE game_id = $1 RETURNING encode(handover, 'escape'), length(handover)")
                            .execute(game))
                    .iterator()
                    .next();
            assertThat(row.getInteger(1)).isEqualTo(32);
            assertThat(row.getString(0)).doesNotContain(code.substring(22));
            move(next, stage, "key-next", code);
            assertThat(next.next("error").path("code").asText()).isEqualTo("handover-unknown");
            move(next, stage, "key-next", "odd");
            assertThat(next.next("error").path("code").asText()).isEqualTo("handover-unknown");
        }
    }

    private static void move(Peer peer, Stage stage, String key, String code) {
        peer.send("{\"type\":\"join\",\"pin\":\"" + stage.pin + "\",\"nickname\":\"\",\"key\":\"" + key
                + "\",\"handover\":\"" + code + "\"}");
    }

    private static String code(String ticket, int n, int status) {
        var reply = given().contentType(ContentType.JSON)
                .body(Map.of("ticket", ticket, "n", n))
                .post("/api/play/handover")
                .then()
                .statusCode(status)
                .extract();
        return status == 200 ? reply.path("code") : null;
    }

    private static String byHost(Stage stage, String player, int status) {
        var reply = given().cookie("podium_session", stage.cookie)
                .post("/api/games/" + stage.gameId + "/players/" + player + "/handover")
                .then()
                .statusCode(status)
                .extract();
        return status == 200 ? reply.<String>path("url").replaceAll(".*#handover=", "") : null;
    }

    /** That a seat has moved is how other instances find its old socket. */
    private String stored(Stage stage) {
        var row = await(pool.preparedQuery("SELECT (SELECT count(*) FROM answer WHERE game_id = $1) || ' answers, '"
                                + " || (SELECT count(*) || ' seats, ' || count(handed_at) || ' of them moved'"
                                + " FROM player WHERE game_id = $1)")
                        .execute(Tuple.of(UUID.fromString(stage.gameId))))
                .iterator()
                .next();
        return row.getString(0);
    }
}
