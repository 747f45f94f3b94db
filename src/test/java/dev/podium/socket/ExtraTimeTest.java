package dev.podium.socket;

import static dev.podium.games.OpenGames.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.client.StreamPeer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** More time for one player: who has it gets it everywhere, and nobody else is told. */
@QuarkusTest
class ExtraTimeTest {
    private static final long LIMIT_MS = 5_000;
    private static final String SHORT = "{\"kind\":\"choice\",\"text\":\"2 + 2\",\"timeLimitMs\":" + LIMIT_MS
            + ",\"points\":1000,\"choices\":[{\"text\":\"four\",\"correct\":true},{\"text\":\"five\"}]}";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Pool pool;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(SHORT, SHORT), "{\"countdownMs\":0}");
    }

    @Test
    void who_has_more_time_answers_after_all_others_by_either_line_and_others_cannot_tell() {
        try (var stage = stage();
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob");
                var cleo = StreamPeer.join(base, stage.pin, "Cleo")) {
            grant(stage, ada.next("welcome"), 100);
            var ticket = grant(stage, cleo.next("welcome"), 100).path("ticket").asText();
            bob.next("welcome");
            assertThat(stage.host
                            .next(frame -> frame.toString().contains("\"extra\":100"), "the roster says so")
                            .isEmpty())
                    .isFalse();
            stage.command("advance");
            var common = bob.await("question").at("/state/closesAt").asLong();
            assertThat(screen.await("question").at("/state/closesAt").asLong()).isEqualTo(common);
            var asked = ada.await("question").path("state");
            assertThat(asked.path("closesAt").asLong()).isEqualTo(common + LIMIT_MS);
            assertThat(cleo.await("question").path("closesAt").asLong()).isEqualTo(common + LIMIT_MS);
            var four = Peer.choice(asked.path("question"), "four");

            past(bob, common + 700);
            bob.answer("b1", 0, four);
            assertThat(bob.status("b1")).isEqualTo("late");
            ada.answerWith("a1", 0, "{\"choices\":[\"" + four + "\"]}");
            assertThat(ada.status("a1")).isEqualTo("saved");
            // Only a host is told that somebody still answers.
            stage.host.next(frame -> frame.path("answered").asInt() == 1, "Ada has answered");
            assertThat(StreamPeer.answer(base, ticket, 0, "c1", 0, four)
                            .at("/0/status")
                            .asText())
                    .isEqualTo("saved");

            var mine = ada.await("reveal").at("/state/mine");
            long elapsed = mine.path("elapsedMs").asLong();
            assertThat(mine.path("points").asLong())
                    .isEqualTo(Math.round(1_000 * (1 - elapsed / (2.0 * LIMIT_MS) / 2)));
            assertThat(screen.await("reveal").at("/state/answered").asInt()).isEqualTo(2);
            assertThat(before(screen.seen(), "reveal")).doesNotContain("\"answered\":1", "\"answered\":2");
            assertThat(screen.seen() + bob.seen() + ada.seen()).doesNotContain("extra", "percent");
            assertThat(limits(stage)).isEqualTo("10000,10000");
        }
    }

    @Test
    void a_close_is_everybodys_and_what_is_granted_stays_with_the_seat() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var welcome = grant(stage, ada.next("welcome"), 50);
            bob.next("welcome");
            stage.command("advance");
            long common = bob.await("question").at("/state/closesAt").asLong();
            ada.drop();
            try (var again = Peer.connect(base, "/ws/play")) {
                again.resume(welcome.path("ticket").asText(), 1);
                assertThat(again.next("welcome").at("/state/closesAt").asLong()).isEqualTo(common + LIMIT_MS / 2);
                stage.await("question");
                stage.command("pause");
                assertThat(again.await("question").at("/state/remainingMs").asLong()
                                - bob.await("question").at("/state/remainingMs").asLong())
                        .isEqualTo(LIMIT_MS / 2);
                stage.command("continue");
                stage.command("close");
                long closed = bob.next(
                                f -> !f.at("/state/closesAt").isMissingNode()
                                        && f.at("/state/closesAt").asLong() < common,
                                "the close")
                        .at("/state/closesAt")
                        .asLong();
                again.next(f -> f.at("/state/closesAt").asLong() == closed, "the same close");
                stage.await("reveal");
                assertThat(stage.command("extra", Map.of("player", UUID.randomUUID(), "percent", 25))
                                .path("reason")
                                .asText())
                        .isEqualTo("unknown");
                assertThat(stage.command("extra", Map.of("player", id(welcome), "percent", 26))
                                .path("reason")
                                .asText())
                        .isEqualTo("invalid");
            }
        }
    }

    @Test
    void a_link_for_one_player_gives_more_time_to_the_first_who_comes_by_it() {
        try (var stage = stage()) {
            var invite = invite(stage, 100, 200).replaceAll(".*#invite=", "");
            invite(stage, 33, 422);
            try (var ada = Peer.connect(base, "/ws/play");
                    var again = Peer.connect(base, "/ws/play");
                    var other = Peer.connect(base, "/ws/play")) {
                join(ada, stage, "Ada", "key-Ada", invite);
                var seat = ada.next("welcome").at("/player/id").asText();
                join(other, stage, "Bob", "key-Bob", invite);
                assertThat(other.next("error").path("code").asText()).isEqualTo("invite-unknown");
                join(other, stage, "Bob", "key-Bob", "AAAAAAAAAAAAAAAAAAAAAA");
                assertThat(other.next("error").path("code").asText()).isEqualTo("invite-unknown");
                other.join(stage.pin, "Bob", "key-Bob");
                other.next("welcome");
                join(again, stage, "Ada", "key-Ada", invite);
                assertThat(again.next("welcome").at("/player/id").asText()).isEqualTo(seat);
                stage.command("advance");
                long common = other.await("question").at("/state/closesAt").asLong();
                assertThat(again.await("question").at("/state/closesAt").asLong())
                        .isEqualTo(common + LIMIT_MS);
            }
            assertThat(await(pool.preparedQuery("SELECT count(*) FROM game_invite WHERE hash = $1::text::bytea")
                                    .execute(Tuple.of(invite)))
                            .iterator()
                            .next()
                            .getLong(0))
                    .isZero();
        }
    }

    @Test
    void a_host_sees_the_links_that_were_made_and_takes_back_any_of_them() {
        try (var stage = stage();
                var ada = Peer.connect(base, "/ws/play");
                var bob = Peer.connect(base, "/ws/play")) {
            var used = invite(stage, 50, 200).replaceAll(".*#invite=", "");
            var other = invite(stage, 100, 200).replaceAll(".*#invite=", "");
            join(ada, stage, "Ada", "key-Ada", used);
            ada.next("welcome");
            var links = invites(stage).statusCode(200).extract().jsonPath();
            assertThat(links.getList("extra")).isEqualTo(List.of(50, 100));
            assertThat(links.getList("player")).isEqualTo(Arrays.asList("Ada", null));
            // What is told of a link opens nothing.
            List<String> ids = links.getList("id");
            assertThat(used + other).doesNotContain(ids.get(0), ids.get(1));
            for (var id : ids) withdraw(stage, id, 204);
            withdraw(stage, ids.get(0), 404);
            invites(stage).body("", hasSize(0));
            join(bob, stage, "Bob", "key-Bob", other);
            assertThat(bob.next("error").path("code").asText()).isEqualTo("invite-unknown");
            bob.join(stage.pin, "Bob", "key-Bob");
            bob.next("welcome");
            stage.command("advance");
            // Who had come by it keeps the time.
            long common = bob.await("question").at("/state/closesAt").asLong();
            assertThat(ada.await("question").at("/state/closesAt").asLong()).isEqualTo(common + LIMIT_MS / 2);
        }
    }

    @Test
    void a_game_has_two_hundred_such_links_and_not_more() {
        try (var stage = stage()) {
            await(pool.preparedQuery("INSERT INTO game_invite (game_id, hash, extra, created_at)"
                            + " SELECT $1, sha256(i::text::bytea), 50, 0 FROM generate_series(1, 199) i")
                    .execute(Tuple.of(UUID.fromString(stage.gameId))));
            invite(stage, 100, 200);
            invite(stage, 100, 409);
        }
    }

    private static ValidatableResponse invites(Stage stage) {
        return given().cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId + "/invites")
                .then();
    }

    private static void withdraw(Stage stage, String id, int status) {
        given().cookie("podium_session", stage.cookie)
                .delete("/api/games/" + stage.gameId + "/invites/" + id)
                .then()
                .statusCode(status);
    }

    private static void join(Peer peer, Stage stage, String nickname, String key, String invite) {
        peer.send("{\"type\":\"join\",\"pin\":\"" + stage.pin + "\",\"nickname\":\"" + nickname + "\",\"key\":\"" + key
                + "\",\"invite\":\"" + invite + "\"}");
    }

    private static String invite(Stage stage, int percent, int status) {
        var made = given().cookie("podium_session", stage.cookie)
                .contentType(ContentType.JSON)
                .body("{\"extra\":" + percent + "}")
                .post("/api/games/" + stage.gameId + "/invites")
                .then()
                .statusCode(status)
                .extract();
        return status == 200 ? made.path("url") : "";
    }

    private static JsonNode grant(Stage stage, JsonNode welcome, int percent) {
        var ack = stage.command("extra", Map.of("player", id(welcome), "percent", percent));
        assertThat(ack.path("status").asText()).isEqualTo("done");
        return welcome;
    }

    private static String id(JsonNode welcome) {
        return welcome.at("/player/id").asText();
    }

    /** Asks what time it is until it is late enough. */
    private static void past(Peer peer, long time) {
        while (true) {
            peer.send("{\"type\":\"ping\",\"t\":1}");
            if (peer.next("pong").path("serverTime").asLong() > time) return;
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static String before(String seen, String phase) {
        return seen.substring(0, seen.indexOf("\"phase\":\"" + phase));
    }

    private String limits(Stage stage) {
        var rows = await(pool.preparedQuery("SELECT string_agg(limit_ms::text, ',') FROM answer WHERE game_id = $1")
                .execute(Tuple.of(UUID.fromString(stage.gameId))));
        return rows.iterator().next().getString(0);
    }
}
