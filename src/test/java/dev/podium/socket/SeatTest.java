package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a seat, keeps it, and loses it. */
@QuarkusTest
class SeatTest {
    @Test
    void a_game_takes_no_more_players_than_it_may_have_and_everybody_back() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), "{\"maxPlayers\":1}");
                var ada = stage.player("Ada")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            try (var ben = stage.player("Ben")) {
                assertThat(ben.next("error").path("code").asText()).isEqualTo("game-full");
                assertThat(ben.closeCode()).isEqualTo(4507);
            }
            try (var again = stage.player("Ada")) {
                assertThat(again.next("welcome").path("ticket").asText()).isEqualTo(ticket);
            }
        }
    }

    @TestHTTPResource("/")
    URI base;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.TEXT), Quizzes.AT_ONCE);
    }

    @Test
    void the_same_key_is_the_same_seat() {
        try (var stage = stage();
                var first = stage.player("Ada");
                var second = Peer.connect(base, "/ws/play")) {
            var seat = first.next("welcome");
            second.join(stage.pin, "Ada", "key-Ada");
            var again = second.next("welcome");
            assertThat(again.at("/player/id")).isEqualTo(seat.at("/player/id"));
            assertThat(again.path("ticket")).isEqualTo(seat.path("ticket"));
            assertThat(first.closeCode()).isEqualTo(4503);
        }
    }

    @Test
    void a_taken_nickname_is_refused_with_a_free_one_and_the_socket_stays_open() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var other = Peer.connect(base, "/ws/play")) {
            ada.next("welcome");
            other.join(stage.pin, " ａｄａ ", "other");
            var error = other.next("error");
            assertThat(error.path("code").asText()).isEqualTo("nickname-taken");
            other.join(stage.pin, error.path("suggestion").asText(), "other");
            assertThat(other.next("welcome").at("/player/nickname").asText()).isEqualTo("ａｄａ 2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\u200b", "Ada\u200d", "Ada\ufe0f"})
    void a_nickname_that_only_looks_free_is_taken(String nickname) {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var other = Peer.connect(base, "/ws/play")) {
            ada.next("welcome");
            other.join(stage.pin, nickname, "other");
            assertThat(other.next("error").path("code").asText()).isEqualTo("nickname-taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u0000", "\\u202eAda", "\\ud800", "LONG"})
    void an_odd_nickname_is_refused_and_the_socket_stays_open(String nickname) {
        try (var stage = stage();
                var ada = Peer.connect(base, "/ws/play")) {
            var typed = nickname.equals("LONG") ? "x".repeat(300) : nickname;
            ada.send("{\"type\":\"join\",\"pin\":\"" + stage.pin + "\",\"nickname\":\"" + typed + "\",\"key\":\"k\"}");
            assertThat(ada.next("error").path("code").asText()).isEqualTo("nickname-invalid");
            ada.join(stage.pin, "👩‍👩‍👧‍👦 Ada", "k");
            assertThat(ada.next("welcome").at("/player/nickname").asText()).isEqualTo("👩‍👩‍👧‍👦 Ada");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "12345", "", "abcdef", "１２３"})
    void a_wrong_pin_closes_with_its_code(String pin) {
        try (var ada = Peer.join(base, pin, "Ada")) {
            assertThat(ada.closeCode()).isEqualTo(4506);
        }
    }

    @Test
    void a_locked_game_takes_nobody_new_but_gives_seats_back() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            assertThat(stage.command("lock").path("status").asText()).isEqualTo("done");
            try (var bob = stage.player("Bob");
                    var again = Peer.connect(base, "/ws/play")) {
                assertThat(bob.closeCode()).isEqualTo(4507);
                ada.drop();
                again.resume(ticket, 1);
                assertThat(again.next("welcome").at("/state/locked").asBoolean())
                        .isTrue();
            }
            stage.command("unlock");
            try (var bob = stage.player("Bob")) {
                bob.next("welcome");
            }
        }
    }

    @Test
    void a_resume_brings_back_the_answer_and_the_remaining_time() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            bob.next("welcome");
            var ticket = ada.next("welcome").path("ticket").asText();
            stage.command("advance");
            var question = ada.await("question").path("state");
            var four = Peer.choice(question.path("question"), "four");
            ada.answer("a1", 0, four);
            assertThat(ada.status("a1")).isEqualTo("saved");
            for (int n = 1; n <= 3; n++) {
                ada.drop();
                try (var again = Peer.connect(base, "/ws/play")) {
                    again.resume(ticket, n);
                    var state = again.next("welcome").path("state");
                    assertThat(state.at("/mine/answer/choices/0").asText()).isEqualTo(four);
                    assertThat(state.at("/mine/status").asText()).isEqualTo("saved");
                    assertThat(state.path("closesAt")).isEqualTo(question.path("closesAt"));
                }
            }
        }
    }

    @Test
    void of_two_sockets_on_a_seat_the_larger_n_lives() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var newer = Peer.connect(base, "/ws/play");
                var older = Peer.connect(base, "/ws/play")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            newer.resume(ticket, 5);
            newer.next("welcome");
            assertThat(ada.closeCode()).isEqualTo(4503);
            older.resume(ticket, 4);
            assertThat(older.closeCode()).isEqualTo(4503);
            newer.send("{\"type\":\"ping\",\"t\":7}");
            assertThat(newer.next("pong").path("t").asInt()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_ticket_that_nobody_gave_out_is_refused(String ticket) {
        try (var ada = Peer.connect(base, "/ws/play")) {
            ada.resume(ticket, 1);
            assertThat(ada.closeCode()).isEqualTo(4505);
        }
    }

    @Test
    void a_removed_player_is_told_and_does_not_come_back() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            var welcome = ada.next("welcome");
            var id = welcome.at("/player/id").asText();
            assertThat(stage.command("kick", Map.of("player", id))
                            .path("status")
                            .asText())
                    .isEqualTo("done");
            assertThat(ada.closeCode()).isEqualTo(4502);
            try (var again = stage.player("Ada");
                    var resumed = Peer.connect(base, "/ws/play")) {
                assertThat(again.closeCode()).isEqualTo(4502);
                resumed.resume(welcome.path("ticket").asText(), 9);
                assertThat(resumed.closeCode()).isEqualTo(4502);
            }
        }
    }

    @Test
    void a_released_seat_goes_to_the_next_phone_with_that_name_score_included() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            var id = ada.next("welcome").at("/player/id").asText();
            stage.command("advance");
            var question = ada.await("question").at("/state/question");
            ada.answer("a1", 0, Peer.choice(question, "four"));
            stage.await("reveal");
            stage.command("release", Map.of("player", id));
            try (var phone = Peer.connect(base, "/ws/play")) {
                phone.join(stage.pin, "ADA", "new-phone");
                var welcome = phone.next("welcome");
                assertThat(welcome.at("/player/id").asText()).isEqualTo(id);
                assertThat(welcome.at("/state/score").asInt()).isEqualTo(1000);
            }
        }
    }

    @Test
    void who_joins_in_the_middle_of_a_question_may_answer_it() {
        try (var stage = stage();
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("advance");
            ada.await("question");
            try (var late = stage.player("Late")) {
                var state = late.next("welcome").path("state");
                assertThat(state.path("phase").asText()).isEqualTo("question");
                late.answer("l1", 0, Peer.choice(state.path("question"), "four"));
                assertThat(late.status("l1")).isEqualTo("saved");
            }
        }
    }

    @Test
    void without_late_join_nobody_enters_a_running_game() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), "{\"countdownMs\":0,\"lateJoin\":false}");
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            stage.command("advance");
            ada.await("question");
            try (var late = stage.player("Late")) {
                assertThat(late.closeCode()).isEqualTo(4507);
            }
        }
    }

    @Test
    void with_teams_a_player_chooses_one_and_an_unknown_one_is_refused() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), "{\"teams\":[\"Red\",\"Blue\"]}");
                var ada = Peer.connect(base, "/ws/play")) {
            ada.join(stage.pin, "Ada", "k");
            assertThat(ada.next("error").path("code").asText()).isEqualTo("team-unknown");
            var red = RestAssured.get("/api/join/" + stage.pin).path("teams[0].id");
            ada.send("{\"type\":\"join\",\"pin\":\"" + stage.pin + "\",\"nickname\":\"Ada\",\"key\":\"k\",\"team\":\""
                    + red + "\"}");
            assertThat(ada.next("welcome").at("/player/team").asText()).isEqualTo(red);
        }
    }

    @Test
    void after_the_end_a_ticket_shows_the_final_state() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var again = Peer.connect(base, "/ws/play")) {
            var ticket = ada.next("welcome").path("ticket").asText();
            stage.command("end");
            ada.await("finished");
            ada.close();
            again.resume(ticket, 1);
            assertThat(again.next("welcome").at("/state/phase").asText()).isEqualTo("finished");
            try (var late = stage.player("Late")) {
                assertThat(late.closeCode()).isEqualTo(4506);
            }
        }
    }
}
