package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How a host steers, and who may not. */
@QuarkusTest
class CommandTest {
    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI base;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.TEXT), "{\"countdownMs\":30000}");
    }

    @Test
    void a_command_with_an_old_seq_is_stale_and_changes_nothing() {
        try (var stage = stage()) {
            stage.host.send("{\"type\":\"command\",\"id\":\"c1\",\"do\":\"advance\",\"seq\":7}");
            var ack = stage.host.ack("c1");
            assertThat(ack.path("reason").asText()).isEqualTo("stale");
            assertThat(ack.path("seq").asLong()).isZero();
        }
    }

    @Test
    void the_same_id_again_gets_the_first_reply_and_happens_once() {
        try (var stage = stage()) {
            for (int i = 0; i < 3; i++) {
                stage.host.send("{\"type\":\"command\",\"id\":\"c1\",\"do\":\"lock\"}");
                var ack = stage.host.ack("c1");
                assertThat(ack.path("status").asText()).isEqualTo("done");
                assertThat(ack.path("seq").asLong()).isEqualTo(1);
            }
        }
    }

    @Test
    void what_the_phase_does_not_allow_is_refused_with_a_reason() {
        try (var stage = stage()) {
            assertThat(stage.command("close").path("reason").asText()).isEqualTo("phase");
            assertThat(stage.command("advance").path("status").asText()).isEqualTo("done");
            assertThat(stage.command("advance").path("reason").asText()).isEqualTo("clock");
            assertThat(stage.command("extend", Map.of("ms", 5_000))
                            .path("reason")
                            .asText())
                    .isEqualTo("phase");
            assertThat(stage.command("kick", Map.of("player", "00000000-0000-0000-0000-000000000000"))
                            .path("reason")
                            .asText())
                    .isEqualTo("unknown");
            assertThat(stage.command("end").path("status").asText()).isEqualTo("done");
            assertThat(stage.command("end").path("reason").asText()).isEqualTo("finished");
        }
    }

    @Test
    void close_stops_the_taps_at_once_and_the_question_a_moment_later() throws SQLException {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("advance");
            var closesAt = ada.await("question").at("/state/closesAt").asLong();
            stage.await("question");
            stage.command("close");
            var closing = ada.await("question");
            assertThat(closing.at("/state/closesAt").asLong()).isLessThan(closesAt);
            ada.await("reveal");
            // An instance knows the time to half a round trip; what decided is the database's, kept with the event.
            assertThat(closedAt(stage.gameId) - closing.at("/state/closesAt").asLong())
                    .isGreaterThanOrEqualTo(750);
        }
    }

    private long closedAt(String game) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT at FROM game_event WHERE game_id = ?::uuid AND type = 'closed'")) {
            query.setString(1, game);
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    @Test
    void only_the_games_host_gets_in() {
        try (var stage = stage();
                var nobody = Peer.connect(base, "/ws/host/" + stage.gameId);
                var forged = Peer.connect(base, "/ws/host/" + stage.gameId, "Cookie", "podium_session=x");
                var noGame = Peer.connect(
                        base,
                        "/ws/host/00000000-0000-0000-0000-000000000000",
                        "Cookie",
                        "podium_session=" + stage.cookie);
                var noId = Peer.connect(base, "/ws/host/x", "Cookie", "podium_session=" + stage.cookie)) {
            assertThat(nobody.closeCode()).isEqualTo(4505);
            assertThat(forged.closeCode()).isEqualTo(4505);
            assertThat(noGame.closeCode()).isEqualTo(4506);
            assertThat(noId.closeCode()).isEqualTo(4506);
        }
    }

    @Test
    void a_screen_sees_and_steers_nothing() {
        try (var stage = stage();
                var screen = stage.screen();
                var wrong = Peer.connect(base, "/ws/screen/wrong")) {
            screen.await("lobby");
            screen.send("{\"type\":\"command\",\"id\":\"c1\",\"do\":\"advance\",\"seq\":0}");
            assertThat(screen.next("error").path("id").asText()).isEqualTo("c1");
            assertThat(wrong.closeCode()).isEqualTo(4505);
            assertThat(stage.command("lock").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void a_host_steers_from_a_screen_that_is_told_no_more_than_others() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var screen = Peer.connect(
                        base, "/ws/host/" + stage.gameId + "?view=screen", "Cookie", "podium_session=" + stage.cookie);
                var nobody = Peer.connect(base, "/ws/host/" + stage.gameId + "?view=screen");
                var ada = stage.player("Ada")) {
            assertThat(nobody.closeCode()).isEqualTo(4505);
            ada.next("welcome");
            screen.await("lobby");
            screen.send("{\"type\":\"command\",\"id\":\"s1\",\"do\":\"advance\",\"seq\":0}");
            assertThat(screen.ack("s1").path("status").asText()).isEqualTo("done");
            screen.await("question");
            assertThat(screen.seen()).doesNotContain("Paris").doesNotContain("\"next\"");
            ada.answerWith("a1", 0, "{\"text\":\"Paris\"}");
            assertThat(screen.await("reveal").at("/state/question/correct/0").asText())
                    .isEqualTo("Paris");
        }
    }

    @Test
    void the_roster_follows_who_comes_and_goes() {
        try (var stage = stage();
                var screen = stage.screen();
                var ada = stage.player("Ada")) {
            screen.await("lobby");
            var id = ada.next("welcome").at("/player/id").asText();
            var joined = screen.next(
                    f -> f.at("/joined/0/nickname").asText().equals("Ada")
                            || f.at("/state/roster/0/nickname").asText().equals("Ada"),
                    "Ada in the roster");
            assertThat(joined.toString()).contains(id);
            ada.send("{\"type\":\"leave\"}");
            var left = screen.next("roster");
            assertThat(left.at("/left/0").asText()).isEqualTo(id);
            assertThat(left.path("players").asInt()).isZero();
        }
    }

    @Test
    void the_roster_tells_who_comes_back_while_another_leaves() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var zoe = stage.player("Zoe")) {
            ada.next("welcome");
            var id = zoe.next("welcome").at("/player/id").asText();
            try (var screen = stage.screen()) {
                screen.next(f -> f.toString().contains(id), "Zoe in the roster");
                zoe.send("{\"type\":\"leave\"}");
                screen.next(f -> f.at("/left/0").asText().equals(id), "Zoe has left");
                ada.send("{\"type\":\"leave\"}");
                try (var back = stage.player("Zoe")) {
                    assertThat(back.next("welcome").at("/player/id").asText()).isEqualTo(id);
                    screen.next(f -> f.at("/joined/0/id").asText().equals(id), "Zoe is back");
                }
            }
        }
    }

    @Test
    void a_screen_that_comes_back_sees_who_joined_while_nobody_watched() {
        try (var stage = stage();
                var screen = stage.screen();
                var zoe = stage.player("Zoe")) {
            screen.await("lobby");
            zoe.next("welcome");
            screen.close();
            stage.host.close();
            try (var ada = stage.player("Ada")) {
                ada.next("welcome");
                zoe.next(
                        f -> f.path("type").asText().equals("progress")
                                && f.path("players").asInt() == 2,
                        "two players");
                try (var again = stage.screen()) {
                    assertThat(again.await("lobby").at("/state/roster").findValuesAsText("nickname"))
                            .containsExactly("Ada", "Zoe");
                }
            }
        }
    }

    @Test
    void a_host_sees_the_key_while_a_screen_and_a_player_do_not() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var screen = stage.screen();
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("advance");
            ada.await("question");
            screen.await("question");
            assertThat(stage.await("question").at("/state/question/correct/0").asText())
                    .isEqualTo("Paris");
            assertThat(ada.seen()).doesNotContain("Paris");
            assertThat(screen.seen()).doesNotContain("Paris");
        }
    }
}
