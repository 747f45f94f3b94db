package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who comes in, and under which name. */
@QuarkusTest
class DoorTest {
    private static final String SETTINGS = "{\"countdownMs\":0,\"scoring\":\"accuracy\",\"approval\":true}";

    /** Commands under way; a host has no more than eight. */
    private static final int AT_ONCE = 6;

    @TestHTTPResource("/")
    URI base;

    private Stage stage() {
        return Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.CHOICE), SETTINGS);
    }

    @Test
    void who_waits_is_nowhere_but_on_the_hosts_page_and_sees_nothing() {
        try (var stage = stage();
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var waits = ada.next("welcome");
            assertThat(waits.path("state").toString()).isEqualTo("{\"phase\":\"waiting\"}");
            var id = bob.next("welcome").at("/player/id").asText();
            stage.host.next(frame -> frame.at("/joined/0/waiting").asBoolean(), "somebody at the door");
            assertThat(admit(stage, id)).isEqualTo("done");
            assertThat(bob.await("lobby").at("/state/players").asInt()).isEqualTo(1);

            stage.command("advance");
            var asked = bob.await("question").at("/state/question");
            ada.answer("a1", 0, Peer.choice(asked, "four"));
            assertThat(ada.status("a1")).isEqualTo("early");
            // Everybody who is in has answered: nobody waits for who is not.
            bob.answer("b1", 0, Peer.choice(asked, "five"));
            var reveal = screen.await("reveal").path("state");
            assertThat(reveal.path("players").asInt()).isEqualTo(1);
            assertThat(ada.seen()).doesNotContain("2 + 2").doesNotContain("\"lobby\"");
            assertThat(screen.seen()).doesNotContain("Ada");

            assertThat(admit(stage, waits.at("/player/id").asText())).isEqualTo("done");
            assertThat(ada.await("reveal").at("/state/rank").asInt()).isEqualTo(1);
            assertThat(screen.await("reveal").at("/state/players").asInt()).isEqualTo(2);
        }
    }

    @Test
    void all_are_let_in_at_once_and_may_answer_the_open_question() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            ada.next("welcome");
            bob.next("welcome");
            stage.command("advance");
            stage.await("question");
            assertThat(stage.command("admit-all").path("status").asText()).isEqualTo("done");
            stage.host.next(
                    frame -> frame.path("joined").size() == 2
                            && !frame.path("joined").toString().contains("waiting"),
                    "both are in");
            var asked = ada.await("question").at("/state/question");
            ada.answer("a1", 0, Peer.choice(asked, "four"));
            assertThat(ada.status("a1")).isEqualTo("saved");
            bob.answer("b1", 0, Peer.choice(bob.await("question").at("/state/question"), "four"));
            assertThat(stage.await("reveal").at("/state/players").asInt()).isEqualTo(2);
            assertThat(stage.command("admit-all").path("reason").asText()).isEqualTo("unknown");
        }
    }

    /** Each is let in at once: while others still come, and while every other phone loses its line and comes back. */
    @Test
    void who_is_let_in_is_in_whatever_the_line_does_meanwhile() {
        var phones = new ArrayList<Peer>();
        try (var stage = stage()) {
            for (int wave = 0; wave < 4; wave++) {
                for (int i = 0; i < AT_ONCE; i++) {
                    var phone = stage.player("Player " + phones.size());
                    var welcome = phone.next("welcome");
                    stage.host.send(
                            "{\"type\":\"command\",\"id\":\"in " + phones.size() + "\",\"do\":\"admit\",\"player\":\""
                                    + welcome.at("/player/id").asText() + "\"}");
                    if (i % 2 == 0) {
                        phone.drop();
                        phone = Peer.connect(base, "/ws/play");
                        phone.resume(welcome.path("ticket").asText(), 1);
                    }
                    phones.add(phone);
                }
                for (int i = 0; i < AT_ONCE; i++)
                    assertThat(stage.host.next("ack").path("status").asText()).isEqualTo("done");
            }
            for (var phone : phones) phone.await("lobby");
        } finally {
            phones.forEach(Peer::close);
        }
    }

    @Test
    void who_is_turned_away_is_told_and_who_leaves_the_door_waits_again_when_back() {
        try (var stage = stage();
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            var id = ada.next("welcome").at("/player/id").asText();
            var ticket = bob.next("welcome").path("ticket").asText();
            stage.command("kick", Map.of("player", id));
            assertThat(ada.closeCode()).isEqualTo(4502);
            bob.send("{\"type\":\"leave\"}");
            bob.close();
            try (var back = Peer.connect(base, "/ws/play")) {
                back.resume(ticket, 2);
                assertThat(back.next("welcome").at("/state/phase").asText()).isEqualTo("waiting");
            }
            assertThat(RestAssured.get("/api/join/" + stage.pin)
                            .path("joinable")
                            .toString())
                    .isEqualTo("true");
        }
    }

    @Test
    void where_names_are_made_nobody_is_known_by_what_was_typed_and_all_names_differ() {
        var settings = "{\"names\":\"made\",\"countdownMs\":0}";
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), settings);
                var ada = stage.player("Ada");
                var bob = stage.player("")) {
            assertThat(RestAssured.get("/api/join/" + stage.pin).path("names").toString())
                    .isEqualTo("made");
            var seat = ada.next("welcome");
            var name = seat.at("/player/nickname").asText();
            assertThat(name).isNotEqualTo("Ada").contains(" ");
            assertThat(bob.next("welcome").at("/player/nickname").asText()).isNotEqualTo(name);
            try (var again = stage.player("Ada")) {
                assertThat(again.next("welcome").path("player")).isEqualTo(seat.path("player"));
            }
            stage.command("release", Map.of("player", seat.at("/player/id").asText()));
            try (var other = Peer.connect(base, "/ws/play")) {
                other.join(stage.pin, name, "another phone");
                assertThat(other.next("welcome").path("player")).isEqualTo(seat.path("player"));
            }
        }
    }

    @Test
    void what_a_hall_is_not_to_read_is_refused_as_a_name_and_graded_but_not_shown_as_an_answer() {
        var settings = "{\"filter\":\"medium\",\"countdownMs\":0}";
        var cloud = "{\"kind\":\"word-cloud\",\"text\":\"In a word?\",\"timeLimitMs\":20000,\"points\":0}";
        try (var stage = Stage.open(base, Quizzes.of(cloud), settings);
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var rude = stage.player("Asshole")) {
            ada.next("welcome");
            assertThat(rude.next("error").path("code").asText()).isEqualTo("nickname-refused");
            rude.join(stage.pin, "Bob", "key-Bob");
            rude.next("welcome");
            stage.command("advance");
            ada.await("question");
            ada.answerWith("a1", 0, "{\"text\":\"sun\"}");
            rude.await("question");
            rude.answerWith("b1", 0, "{\"text\":\"asshole\"}");
            assertThat(rude.status("b1")).isEqualTo("saved");
            var reveal = screen.await("reveal").path("state");
            assertThat(reveal.path("answered").asInt()).isEqualTo(2);
            assertThat(reveal.path("tally").findValuesAsText("text")).containsExactly("sun");
            assertThat(screen.seen()).doesNotContain("asshole");
        }
    }

    @Test
    void who_players_are_is_asked_for_where_a_host_wants_it_and_told_to_hosts_alone() {
        var settings = "{\"identify\":{\"label\":\"Student number\"},\"countdownMs\":0}";
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), settings);
                var screen = stage.screen();
                var ada = stage.player("Ada");
                var presenter = Peer.connect(
                        base,
                        "/ws/host/" + stage.gameId + "?view=screen",
                        "Cookie",
                        "podium_session=" + stage.cookie)) {
            assertThat(RestAssured.get("/api/join/" + stage.pin)
                            .path("identify.label")
                            .toString())
                    .isEqualTo("Student number");
            assertThat(ada.next("error").path("code").asText()).isEqualTo("identity-needed");
            identified(ada, stage, "x".repeat(101));
            assertThat(ada.next("error").path("code").asText()).isEqualTo("identity-needed");
            identified(ada, stage, " s-1834 ");
            ada.next("welcome");
            stage.host.next(frame -> frame.toString().contains("\"identity\":\"s-1834\""), "the host knows");
            stage.command("advance");
            presenter.await("question");
            screen.await("question");
            ada.await("question");
            assertThat(ada.seen() + screen.seen() + presenter.seen()).doesNotContain("1834", "identity\"");
            assertThat(RestAssured.given()
                            .cookie("podium_session", stage.cookie)
                            .get("/api/games/" + stage.gameId + "/report?format=csv")
                            .asString()
                            .lines())
                    .anyMatch(line -> line.contains(",correct,identity,q1_points"))
                    .anyMatch(line -> line.contains("Ada") && line.contains(",s-1834,"));
        }
    }

    @Test
    void a_team_has_as_many_as_it_may_have_and_known_players_always_return() {
        var settings = "{\"teams\":[\"Reds\",\"Blues\"],\"teamSize\":1,\"countdownMs\":0}";
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), settings);
                var ada = Peer.connect(base, "/ws/play");
                var again = Peer.connect(base, "/ws/play");
                var bob = Peer.connect(base, "/ws/play")) {
            var teams = teams(stage);
            inTeam(ada, stage, "Ada", teams.get(0));
            assertThat(ada.next("welcome").at("/player/team").asText()).isEqualTo(teams.get(0));
            inTeam(bob, stage, "Bob", teams.get(0));
            assertThat(bob.next("error").path("code").asText()).isEqualTo("team-full");
            inTeam(bob, stage, "Bob", teams.get(1));
            bob.next("welcome");
            inTeam(again, stage, "Ada", teams.get(0));
            again.next("welcome");
        }
    }

    @Test
    void a_lobby_is_dealt_into_teams_of_equal_size_and_again_when_a_host_says_so() {
        var settings = "{\"teams\":[\"Reds\",\"Blues\"],\"drawTeams\":true,\"countdownMs\":0}";
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), settings);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob");
                var cleo = stage.player("Cleo");
                var dan = stage.player("Dan")) {
            assertThat(RestAssured.get("/api/join/" + stage.pin).asString()).doesNotContain("Reds");
            var players = List.of(ada, bob, cleo, dan);
            assertThat(players.stream()
                            .map(it -> it.next("welcome").at("/player/team").asText()))
                    .containsOnly(teams(stage).toArray(String[]::new));
            assertThat(stage.command("draw").path("status").asText()).isEqualTo("done");
            var drawn = players.stream()
                    .map(it -> it.next(f -> f.path("seq").asLong() == 1, "the draw")
                            .at("/state/team")
                            .asText())
                    .toList();
            for (var team : teams(stage))
                assertThat(drawn.stream().filter(team::equals)).hasSize(2);
            stage.command("advance");
            assertThat(stage.command("draw").path("reason").asText()).isEqualTo("phase");
        }
    }

    private static void identified(Peer peer, Stage stage, String identity) {
        peer.send("{\"type\":\"join\",\"pin\":\"" + stage.pin
                + "\",\"nickname\":\"Ada\",\"key\":\"key-Ada\",\"identity\":\"" + identity + "\"}");
    }

    private static void inTeam(Peer peer, Stage stage, String nickname, String team) {
        peer.send("{\"type\":\"join\",\"pin\":\"" + stage.pin + "\",\"nickname\":\"" + nickname + "\",\"key\":\"key-"
                + nickname + "\",\"team\":\"" + team + "\"}");
    }

    private static List<String> teams(Stage stage) {
        return RestAssured.given()
                .cookie("podium_session", stage.cookie)
                .get("/api/games/" + stage.gameId)
                .path("settings.teams.id");
    }

    private static String admit(Stage stage, String player) {
        return stage.command("admit", Map.of("player", player)).path("status").asText();
    }
}
