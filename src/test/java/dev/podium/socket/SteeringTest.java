package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.account.TestHosts;
import dev.podium.account.TestHosts.Someone;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A game has several wheels: its owner's, those of hosts who are asked, and those of phones with a link. */
@QuarkusTest
class SteeringTest {
    private static final String PLAY = """
            [{"kind":"choice","text":"2 + 2?","timeLimitMs":20000,"points":1000,"notes":"Count on fingers.",
              "choices":[{"text":"four","correct":true},{"text":"five","correct":false}]},
             {"kind":"slide","text":"Half-time"}]
            """;

    @TestHTTPResource("/")
    URI base;

    @Inject
    DataSource database;

    private Stage stage() {
        return Stage.open(base, PLAY, "{\"countdownMs\":0}");
    }

    private static RequestSpecification owner(Stage stage) {
        return TestHosts.as(stage.cookie).contentType(ContentType.JSON);
    }

    private static String games(Stage stage) {
        return "/api/games/" + stage.gameId;
    }

    /** What a new remote's link carries. */
    private static String token(Stage stage) {
        String url = owner(stage)
                .post(games(stage) + "/remotes")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        assertThat(url).contains("/host#/remote/" + stage.gameId + "/");
        return url.replaceAll(".*/", "");
    }

    private Peer remote(String game, String token, String more) {
        return Peer.connect(base, "/ws/host/" + game + "?remote=" + token + more);
    }

    private Peer asHost(Stage stage, Someone host) {
        return Peer.connect(base, "/ws/host/" + stage.gameId, "Cookie", "podium_session=" + host.cookie());
    }

    private static JsonNode command(Peer wheel, String what, long seq) {
        var id = UUID.randomUUID().toString();
        wheel.send("{\"type\":\"command\",\"id\":\"%s\",\"do\":\"%s\",\"seq\":%d}".formatted(id, what, seq));
        return wheel.ack(id);
    }

    @Test
    void a_phone_with_the_link_steers_a_whole_game_without_an_account_and_others_see_that_it_did() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var phone = remote(stage.gameId, token(stage), "")) {
            ada.next("welcome");
            phone.next("welcome");
            assertThat(command(phone, "advance", 0).path("status").asText()).isEqualTo("done");
            var open = phone.await("question");
            assertThat(open.at("/state/question/correct")).hasSize(1);
            assertThat(open.at("/state/notes").asText()).isEqualTo("Count on fingers.");
            var skipped = command(phone, "skip", open.path("seq").asLong());
            assertThat(skipped.path("status").asText()).isEqualTo("done");
            var seen = stage.await("reveal");
            assertThat(seen.at("/state/did/what").asText()).isEqualTo("skipped");
            assertThat(seen.at("/state/did/by").asText()).hasSize(8);
            assertThat(seen.at("/state/did").has("name")).isFalse();
            assertThat(ada.await("reveal").path("state").has("did")).isFalse();
            for (var phase : new String[] {"reveal", "standings", "question"})
                command(phone, "advance", phone.await(phase).path("seq").asLong());
            phone.await("finished");
        }
    }

    /** In every phase: whoever steers from what a class looks at shows it what any screen would. */
    @Test
    void a_remote_or_a_host_whom_a_class_looks_at_is_told_what_a_screen_is_told_and_a_remote_what_a_host_is() {
        var settings = "{\"countdownMs\":0,\"identify\":{\"label\":\"Number\"}}";
        try (var stage = Stage.open(base, PLAY, settings);
                var screen = stage.screen();
                var desk = atDesk(stage, "");
                var presenter = atDesk(stage, "?view=screen");
                var remote = remote(stage.gameId, token(stage), "");
                var shown = remote(stage.gameId, token(stage), "&view=screen");
                var ada = Peer.connect(base, "/ws/play")) {
            for (var wheel : List.of(screen, desk, presenter, remote, shown)) wheel.next("welcome");
            ada.send("{\"type\":\"join\",\"pin\":\"" + stage.pin
                    + "\",\"nickname\":\"Ada\",\"key\":\"key-Ada\",\"identity\":\"s-1834\"}");
            var player = ada.next("welcome").at("/player/id").asText();
            stage.command("extra", Map.of("player", player, "percent", 50));
            stage.command("append", Map.of("quizId", stage.quiz("More", PLAY)));
            long seq = 1;
            for (var phase : List.of("lobby", "question", "reveal", "standings", "question", "break", "finished")) {
                long after = seq;
                var told = first(screen, phase, after);
                seq = told.path("seq").asLong();
                for (var looked : List.of(shown, presenter))
                    assertThat(first(looked, phase, after)).isEqualTo(told);
                var steered = first(desk, phase, after).path("state");
                assertThat(unnamed(first(remote, phase, after).path("state"))).isEqualTo(unnamed(steered));
                var asked = steered.at("/question/kind").asText().equals("choice");
                if (asked) assertThat(steered.at("/question/correct")).hasSize(1);
                if (phase.equals("finished")) continue;
                var what = phase.equals("break") ? "end" : phase.equals("question") && asked ? "close" : "advance";
                assertThat(command(stage.host, what, seq).path("status").asText())
                        .isEqualTo("done");
            }
            for (var looked : List.of(screen, shown, presenter)) {
                assertThat(looked.seen())
                        .doesNotContain("fingers", "\"notes\"", "\"phones\"", "\"hosts\"", "\"extra\"", "1834");
                assertThat(looked.seen().split("\"phase\":\"reveal\"")[0]).doesNotContain("\"correct\"");
            }
            assertThat(remote.seen()).contains("\"extra\":50", "fingers").doesNotContain("1834", "identity");
            assertThat(desk.seen()).contains("\"identity\":\"s-1834\"");
        }
    }

    private Peer atDesk(Stage stage, String more) {
        return Peer.connect(base, "/ws/host/" + stage.gameId + more, "Cookie", "podium_session=" + stage.cookie);
    }

    /** The first of a phase beyond a seq. */
    private static JsonNode first(Peer peer, String phase, long seq) {
        ObjectNode frame = peer.next(
                        state -> state.at("/state/phase").asText().equals(phase)
                                && state.path("seq").asLong() > seq,
                        phase + " after " + seq)
                .deepCopy();
        return frame.without("serverTime");
    }

    /** Without what only signed-in hosts are told. */
    private static JsonNode unnamed(JsonNode state) {
        ObjectNode bare = state.deepCopy();
        bare.path("roster").forEach(seat -> ((ObjectNode) seat).remove("identity"));
        return bare;
    }

    @Test
    void those_who_steer_are_told_how_many_they_are_at_whichever_instance() throws SQLException {
        try (var stage = stage();
                var screen = stage.screen();
                var shown = remote(stage.gameId, token(stage), "&view=screen")) {
            hosts(stage.host, 1);
            try (var phone = remote(stage.gameId, token(stage), "")) {
                hosts(stage.host, 2);
                hosts(phone, 2);
            }
            hosts(stage.host, 1);
            // As two others do by another instance, which dies then.
            var other = UUID.randomUUID().toString();
            update("INSERT INTO instance (id) VALUES (?)", other);
            update(
                    "INSERT INTO game_desk SELECT '" + stage.gameId + "'::uuid, id, 2 FROM instance WHERE id = ?",
                    other);
            hosts(stage.host, 3);
            update("UPDATE instance SET alive_at = alive_at - interval '1 minute' WHERE id = ?", other);
            hosts(stage.host, 1);
            update("DELETE FROM instance WHERE id = ?", other);
            assertThat(screen.seen() + shown.seen()).doesNotContain("\"hosts\"");
        }
    }

    private static void hosts(Peer wheel, int n) {
        wheel.next(frame -> frame.path("hosts").asInt() == n, n + " who steer");
    }

    @Test
    void a_link_opens_its_own_game_alone_and_nothing_else() {
        try (var stage = stage();
                var other = stage()) {
            var token = token(stage);
            var guessed = token.substring(0, 8) + "x".repeat(22);
            for (var wrong : new String[] {"x".repeat(30), guessed, token.substring(1), token + "x", ""}) {
                try (var guess = remote(stage.gameId, wrong, "")) {
                    assertThat(guess.closeCode()).isEqualTo(4505);
                }
            }
            try (var elsewhere = remote(other.gameId, token, "")) {
                assertThat(elsewhere.closeCode()).isEqualTo(4505);
            }
            given().queryParam("remote", token)
                    .post(games(stage) + "/remotes")
                    .then()
                    .statusCode(401);
            given().queryParam("remote", token)
                    .get(games(stage) + "/report")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void of_a_link_only_a_hash_is_kept_and_a_revoked_one_leaves_the_wheel() throws SQLException {
        try (var stage = stage()) {
            var token = token(stage);
            try (var phone = remote(stage.gameId, token, "")) {
                phone.next("welcome");
                var id = token.substring(0, 8);
                owner(stage)
                        .get(games(stage) + "/crew")
                        .then()
                        .body("remotes", hasSize(1))
                        .body("remotes[0].id", is(id))
                        .body("remotes[0].token", is((Object) null));
                assertThat(kept(stage.gameId)).hasSize(64).doesNotContain(token);
                owner(stage).delete(games(stage) + "/remotes/" + id).then().statusCode(204);
                assertThat(phone.closeCode()).isEqualTo(4505);
            }
            try (var again = remote(stage.gameId, token, "")) {
                assertThat(again.closeCode()).isEqualTo(4505);
            }
            owner(stage).get(games(stage) + "/crew").then().body("remotes", empty());
        }
    }

    @Test
    void a_link_is_over_an_hour_after_its_game() throws SQLException {
        try (var stage = stage()) {
            var token = token(stage);
            try (var phone = remote(stage.gameId, token, "")) {
                phone.next("welcome");
                stage.command("end");
                stage.await("finished");
                try (var late = remote(stage.gameId, token, "")) {
                    late.next("welcome");
                }
                owner(stage).post(games(stage) + "/remotes").then().statusCode(409);
                update("UPDATE game SET finished_at = finished_at - 3600001 WHERE id = ?", stage.gameId);
                assertThat(phone.closeCode()).isEqualTo(4505);
            }
        }
    }

    @Test
    void a_game_has_ten_remotes_and_not_more() {
        try (var stage = stage()) {
            for (var i = 0; i < 10; i++) token(stage);
            owner(stage).post(games(stage) + "/remotes").then().statusCode(409);
        }
    }

    @Test
    void another_host_who_is_asked_takes_over_in_any_phase_and_nobody_else_does() throws SQLException {
        var grace = TestHosts.another(database, "host");
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            try (var stranger = asHost(stage, grace)) {
                assertThat(stranger.closeCode()).isEqualTo(4506);
            }
            grace.calls().get(games(stage) + "/crew").then().statusCode(404);
            owner(stage)
                    .body(Map.of("email", grace.email()))
                    .put(games(stage) + "/hosts")
                    .then()
                    .statusCode(200)
                    .body("hosts.email", hasItem(grace.email()));
            grace.calls()
                    .get("/api/games")
                    .then()
                    .body("id", hasItem(stage.gameId))
                    .body("find { it.id == '" + stage.gameId + "' }.owner", is("Demo"));
            for (var phase : new String[] {"lobby", "question", "reveal", "standings"}) {
                try (var wheel = asHost(stage, grace)) {
                    var at = wheel.await(phase);
                    var what = phase.equals("question") ? "skip" : "advance";
                    assertThat(command(wheel, what, at.path("seq").asLong())
                                    .path("status")
                                    .asText())
                            .isEqualTo("done");
                    // The next question opens at once, and its state takes the place of the one before.
                    if (!what.equals("skip") && !phase.equals("reveal")) continue;
                    var did = stage.host.next(
                            frame -> frame.path("seq").asLong() > at.path("seq").asLong()
                                    && frame.at("/state").has("did"),
                            "what was done");
                    assertThat(did.at("/state/did/name").asText()).isEqualTo("Other");
                    assertThat(did.at("/state/did/by").asText())
                            .isEqualTo(grace.id().toString());
                }
            }
            grace.calls().get(games(stage) + "/report").then().statusCode(200);
            grace.calls().delete(games(stage)).then().statusCode(403);
            grace.calls()
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", "host@podium.local"))
                    .put(games(stage) + "/hosts")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void another_host_takes_over_before_a_question_opens_and_in_a_break() throws SQLException {
        var grace = TestHosts.another(database, "host");
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), "{\"countdownMs\":10000,\"breakMs\":300000}");
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            owner(stage)
                    .body(Map.of("email", grace.email()))
                    .put(games(stage) + "/hosts")
                    .then()
                    .statusCode(200);
            var more = stage.quiz("More", Quizzes.of(Quizzes.CHOICE));
            stage.command("append", Map.of("quizId", more));
            stage.command("advance");
            takeOver(stage, grace, "ready", "skip");
            stage.await("reveal");
            stage.command("advance");
            stage.await("standings");
            stage.command("advance");
            takeOver(stage, grace, "break", "advance");
            ada.await("break");
            assertThat(ada.await("ready").at("/state/question/index").asInt()).isEqualTo(1);
        }
    }

    private void takeOver(Stage stage, Someone host, String phase, String what) {
        try (var wheel = asHost(stage, host)) {
            long seq = wheel.await(phase).path("seq").asLong();
            assertThat(command(wheel, what, seq).path("status").asText()).isEqualTo("done");
        }
    }

    @Test
    void a_host_who_is_dismissed_leaves_the_wheel() throws SQLException {
        var grace = TestHosts.another(database, "host");
        try (var stage = stage()) {
            owner(stage)
                    .body(Map.of("email", grace.email()))
                    .put(games(stage) + "/hosts")
                    .then()
                    .statusCode(200);
            try (var wheel = asHost(stage, grace)) {
                wheel.next("welcome");
                owner(stage)
                        .delete(games(stage) + "/hosts/" + grace.id())
                        .then()
                        .statusCode(204);
                assertThat(wheel.closeCode()).isEqualTo(4505);
            }
            grace.calls().get("/api/games").then().body("id", not(hasItem(stage.gameId)));
        }
    }

    @Test
    void whoever_may_edit_a_quiz_steers_its_games() throws SQLException {
        var grace = TestHosts.another(database, "host");
        var demo = TestHosts.asDemo();
        String quiz = demo.contentType(ContentType.JSON)
                .body("{\"title\":\"Shared\",\"questions\":" + PLAY + "}")
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestHosts.asDemo()
                .contentType(ContentType.JSON)
                .body(Map.of("email", grace.email(), "may", "edit"))
                .put("/api/quizzes/" + quiz + "/shares")
                .then()
                .statusCode(200);
        String game = TestHosts.asDemo()
                .contentType(ContentType.JSON)
                .body(Map.of("quizId", quiz))
                .post("/api/games")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (var wheel = Peer.connect(base, "/ws/host/" + game, "Cookie", "podium_session=" + grace.cookie())) {
            wheel.next("welcome");
        }
        TestHosts.asDemo().get("/api/games/" + game + "/crew").then().body("hosts.email", everyItem(is(grace.email())));
    }

    @Test
    void nobody_is_asked_who_does_not_host_here_and_nobody_asks_oneself() {
        try (var stage = stage()) {
            for (var email : new String[] {"nobody@example.org", "host@podium.local"})
                owner(stage)
                        .body(Map.of("email", email))
                        .put(games(stage) + "/hosts")
                        .then()
                        .statusCode(422)
                        .body("errors[0].field", is("email"));
        }
    }

    @Test
    void those_who_steer_are_told_how_each_phone_is_doing() {
        try (var stage = stage();
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            bob.next("welcome");
            var id = ada.next("welcome").at("/player/id").asText();
            phone(stage, id, phone -> phone.path("connected").asBoolean());
            stage.command("advance");
            var question = ada.await("question").at("/state/question");
            ada.answer("a1", 0, Peer.choice(question, "four"));
            phone(stage, id, phone -> phone.path("answered").asBoolean());
            ada.drop();
            phone(stage, id, phone -> !phone.path("connected").asBoolean());
            assertThat(screen.seen()).doesNotContain("\"phones\"");
        }
    }

    private static void phone(Stage stage, String id, Predicate<JsonNode> which) {
        stage.host.next(
                frame -> frame.path("phones")
                        .valueStream()
                        .anyMatch(phone -> phone.path("id").asText().equals(id) && which.test(phone)),
                "how a phone is doing");
    }

    private String kept(String game) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT encode(token_hash, 'hex') FROM game_remote WHERE game_id = ?")) {
            statement.setObject(1, UUID.fromString(game));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void update(String sql, String game) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(game));
            statement.executeUpdate();
        }
    }
}
