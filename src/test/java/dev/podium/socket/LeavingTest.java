package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leaving is no trap: neither for who leaves by mistake, nor for those who stay. */
@QuarkusTest
class LeavingTest {
    @TestHTTPResource("/")
    URI base;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE), Quizzes.AT_ONCE);
    }

    @Test
    void who_leaves_without_an_answer_counts_nowhere_and_gives_the_name_back() {
        try (var stage = stage();
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var left = ada.next("welcome");
            bob.next("welcome");
            leave(stage, ada, left);
            try (var other = phone(stage, "Ada")) {
                var taken = other.next("welcome");
                assertThat(taken.at("/player/nickname").asText()).isEqualTo("Ada");
                assertThat(id(taken)).isNotEqualTo(id(left));
                leave(stage, other, taken);
            }
            stage.command("advance");
            bob.answer("b1", 0, Peer.choice(bob.await("question").at("/state/question"), "five"));
            assertThat(screen.await("reveal").at("/state/players").asInt()).isEqualTo(1);
            stage.await("reveal");
            stage.command("end");
            var end = screen.await("finished").path("state");
            assertThat(end.path("top").findValuesAsText("nickname")).containsExactly("Bob");
            assertThat(end.path("players").asInt()).isEqualTo(1);
            var report = given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=csv");
            assertThat(report.asString()).contains("Bob").doesNotContain("Ada");
        }
    }

    @Test
    void who_has_answered_keeps_the_score_the_name_and_the_way_back() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var seat = ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            ada.answer("a1", 0, Peer.choice(ada.await("question").at("/state/question"), "four"));
            assertThat(ada.status("a1")).isEqualTo("saved");
            leave(stage, ada, seat);
            try (var other = phone(stage, "Ada")) {
                assertThat(other.next("error").path("code").asText()).isEqualTo("nickname-taken");
            }
            bob.answer("b1", 0, Peer.choice(bob.await("question").at("/state/question"), "five"));
            stage.await("reveal");
            stage.command("advance");
            assertThat(stage.await("standings").at("/state/top/0/nickname").asText())
                    .isEqualTo("Ada");
            try (var back = Peer.connect(base, "/ws/play")) {
                back.resume(seat.path("ticket").asText(), 2);
                assertThat(back.next("welcome").at("/state/mine/score").asInt()).isEqualTo(1000);
            }
        }
    }

    @Test
    void a_seat_that_was_left_without_a_trace_is_given_back_under_a_name_that_is_free() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            var seat = ada.next("welcome");
            leave(stage, ada, seat);
            try (var back = Peer.connect(base, "/ws/play")) {
                back.resume(seat.path("ticket").asText(), 2);
                var again = back.next("welcome");
                assertThat(again.path("player")).isEqualTo(seat.path("player"));
                stage.host.next(
                        frame -> frame.at("/joined/0/id").asText().equals(id(seat))
                                && !frame.at("/joined/0").has("left"),
                        "the host sees who is back");
                leave(stage, back, again);
            }
            try (var other = phone(stage, "Ada");
                    var back = Peer.connect(base, "/ws/play")) {
                other.next("welcome");
                back.resume(seat.path("ticket").asText(), 3);
                var again = back.next("welcome");
                assertThat(id(again)).isEqualTo(id(seat));
                assertThat(again.at("/player/nickname").asText()).isEqualTo("Ada 2");
                stage.command("advance");
                back.answer("a1", 0, Peer.choice(back.await("question").at("/state/question"), "four"));
                assertThat(back.status("a1")).isEqualTo("saved");
            }
        }
    }

    @Test
    void the_same_key_comes_back_under_another_name_if_it_likes() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var seat = ada.next("welcome");
            bob.next("welcome");
            leave(stage, ada, seat);
            try (var back = Peer.connect(base, "/ws/play")) {
                back.join(stage.pin, "Bob", "key-Ada");
                assertThat(back.next("error").path("code").asText()).isEqualTo("nickname-taken");
                back.join(stage.pin, "Countess", "key-Ada");
                var again = back.next("welcome");
                assertThat(id(again)).isEqualTo(id(seat));
                assertThat(again.at("/player/nickname").asText()).isEqualTo("Countess");
            }
        }
    }

    @Test
    void a_released_name_goes_to_a_phone_that_had_left_another_seat() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var spare = stage.player("Ada too")) {
            var seat = ada.next("welcome");
            leave(stage, spare, spare.next("welcome"));
            stage.command("release", Map.of("player", id(seat)));
            try (var back = Peer.connect(base, "/ws/play")) {
                back.join(stage.pin, "Ada", "key-Ada too");
                assertThat(id(back.next("welcome"))).isEqualTo(id(seat));
            }
        }
    }

    @Test
    void a_host_can_remove_who_has_left_and_screens_do_not_hear_of_them() {
        try (var stage = stage();
                var screen = stage.screen();
                var ada = stage.player("Ada")) {
            var seat = ada.next("welcome");
            leave(stage, ada, seat);
            assertThat(stage.command("kick", Map.of("player", id(seat)))
                            .path("status")
                            .asText())
                    .isEqualTo("done");
            try (var back = Peer.connect(base, "/ws/play")) {
                back.resume(seat.path("ticket").asText(), 2);
                assertThat(back.closeCode()).isEqualTo(4502);
            }
            screen.next(frame -> frame.path("seq").asLong() == 1, "the state after the removal");
            assertThat(screen.seen()).doesNotContain("\"left\":true");
        }
    }

    @Test
    void who_leaves_after_the_end_has_been_there() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("end");
            ada.await("finished");
            ada.send("{\"type\":\"leave\"}");
            ada.close();
            var report = given().cookie("podium_session", stage.cookie)
                    .get("/api/games/" + stage.gameId + "/report?format=csv");
            assertThat(report.asString()).contains("Ada");
        }
    }

    /** Another phone than the one that had this name before. */
    private Peer phone(Stage stage, String nickname) {
        var phone = Peer.connect(base, "/ws/play");
        phone.join(stage.pin, nickname, "another-" + nickname);
        return phone;
    }

    /** Leaves, and waits until the host sees it. */
    private static void leave(Stage stage, Peer player, JsonNode welcome) {
        player.send("{\"type\":\"leave\"}");
        stage.host.next(frame -> left(frame, id(welcome)), "the host sees who has left");
    }

    private static boolean left(JsonNode frame, String id) {
        for (var entry : frame.path("joined")) {
            if (entry.path("id").asText().equals(id) && entry.path("left").asBoolean()) return true;
        }
        return false;
    }

    private static String id(JsonNode welcome) {
        return welcome.at("/player/id").asText();
    }
}
