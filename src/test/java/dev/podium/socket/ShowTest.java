package dev.podium.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a hall is shown of a game, beside what is asked. */
@QuarkusTest
class ShowTest {
    private static final String QUESTIONS = """
            [{"kind":"choice","text":"2 + 2?","timeLimitMs":20000,"points":1000,
              "choices":[{"text":"four","correct":true},{"text":"five","correct":false}]},
             {"kind":"choice","text":"3 + 3?","timeLimitMs":20000,"points":1000,
              "choices":[{"text":"six","correct":true},{"text":"seven","correct":false}]},
             {"kind":"slide","text":"Half-time"}]
            """;
    private static final String SETTINGS = """
            {"countdownMs":0,"scoring":"accuracy","ranks":"%s","facts":%s,
             "look":{"theme":"paper","accent":"#8A1538","logo":"https://example.org/logo.svg"}}
            """;

    @TestHTTPResource("/")
    URI base;

    @Test
    void a_look_is_told_to_whoever_comes_at_any_time() {
        try (var stage = Stage.open(base, QUESTIONS, SETTINGS.formatted("shown", true));
                var screen = stage.screen();
                var ada = stage.player("Ada")) {
            var lobby = screen.next("welcome");
            assertThat(lobby.at("/look/theme").asText()).isEqualTo("paper");
            assertThat(lobby.at("/state/look")).isEqualTo(lobby.path("look"));
            assertThat(ada.next("welcome").at("/look/logo").asText()).isEqualTo("https://example.org/logo.svg");

            stage.command("advance");
            stage.await("question");
            try (var late = stage.screen()) {
                var welcome = late.next("welcome");
                assertThat(welcome.at("/look/accent").asText()).isEqualTo("#8a1538");
                assertThat(welcome.path("state").has("look")).isFalse();
            }
        }
    }

    @Test
    void the_usual_look_costs_no_byte() {
        try (var stage = Stage.open(base, QUESTIONS, "{\"countdownMs\":0}");
                var screen = stage.screen()) {
            var welcome = screen.next("welcome");
            assertThat(welcome.has("look")).isFalse();
            assertThat(welcome.path("state").has("look")).isFalse();
        }
    }

    @Test
    void screens_show_the_way_in_as_long_as_there_is_one_and_phones_need_none() {
        try (var stage = Stage.open(base, QUESTIONS, SETTINGS.formatted("shown", true));
                var screen = stage.screen();
                var ada = stage.player("Ada")) {
            stage.command("advance");
            assertThat(screen.await("question").at("/state/pin").asText()).isEqualTo(stage.pin);
            assertThat(ada.await("question").path("state").has("pin")).isFalse();
            stage.command("lock");
            assertThat(screen.await("question").path("state").has("pin")).isFalse();
        }
    }

    @Test
    void a_reveal_tells_how_many_answered_and_who_is_ahead() {
        try (var party = party("shown", true)) {
            party.answer(0, "four", "five", "five");
            var reveal = party.bob.await("reveal").path("state");
            assertThat(reveal.path("answered").asInt()).isEqualTo(3);
            assertThat(reveal.at("/ahead/nickname").asText()).isEqualTo("Ada");
            assertThat(reveal.at("/ahead/by").asInt()).isEqualTo(1000);
            assertThat(party.ada.await("reveal").path("state").has("ahead")).isFalse();
        }
    }

    @Test
    void hidden_ranks_are_in_nobodys_bytes_but_the_hosts_before_the_end() {
        try (var party = party("hidden", false)) {
            party.answer(0, "four", "five", "five");
            var reveal = party.bob.await("reveal").path("state");
            assertThat(reveal.path("ranks").asText()).isEqualTo("hidden");
            assertThat(reveal.has("ahead")).isFalse();
            party.stage.await("reveal");
            party.stage.command("advance");
            assertThat(party.screen.await("standings").at("/state/top")).isEmpty();
            var standings = party.bob.await("standings").path("state");
            assertThat(standings.path("top")).isEmpty();
            assertThat(standings.path("mine").has("ahead")).isFalse();
            assertThat(party.stage.await("standings").at("/state/top")).hasSize(3);
            party.stage.command("end");
            var end = party.screen.await("finished").path("state");
            assertThat(end.path("top")).hasSize(3);
            assertThat(end.has("facts")).isFalse();
        }
    }

    @Test
    void the_end_tells_two_facts_and_each_player_the_own_path() {
        try (var party = party("shown", true)) {
            party.answer(0, "four", "four", "five");
            party.stage.await("reveal");
            party.stage.command("advance");
            path(party.adasTicket()).statusCode(409);
            party.stage.command("advance");
            party.answer(1, "six", "seven", "seven");
            party.stage.await("reveal");
            party.stage.command("advance");
            party.stage.command("end");

            var facts = party.screen.await("finished").at("/state/facts");
            assertThat(facts.at("/hardest/text").asText()).isEqualTo("3 + 3?");
            assertThat(facts.at("/hardest/right").asDouble()).isBetween(0.33, 0.34);
            assertThat(facts.at("/streak/nickname").asText()).isEqualTo("Ada");
            assertThat(facts.at("/streak/length").asInt()).isEqualTo(2);
            assertThat(party.ada.await("finished").path("state").has("facts")).isFalse();
            path(party.bobsTicket())
                    .statusCode(200)
                    .body("questions.index", contains(0, 1))
                    .body("questions.text", contains("2 + 2?", "3 + 3?"))
                    .body("questions.correct", contains(true, false))
                    .body("questions.points", contains(1000, 0));
            path(party.bobsTicket().replaceFirst(".$", "_")).statusCode(404);
            path("no ticket").statusCode(404);
        }
    }

    @Test
    void a_question_that_was_open_at_the_end_is_told_nobody() {
        try (var party = party("shown", true)) {
            party.answer(0, "four", "four", "five");
            party.stage.await("reveal");
            party.stage.command("advance");
            party.stage.command("advance");
            party.stage.await("question");
            party.answer(1, "six", "seven");
            party.ada.ack("1six0");
            party.bob.ack("1seven1");
            party.stage.command("end");

            var facts = party.screen.await("finished").at("/state/facts");
            assertThat(facts.at("/hardest/text").asText()).isEqualTo("2 + 2?");
            assertThat(facts.has("streak")).isFalse();
            path(party.adasTicket()).statusCode(200).body("questions.index", contains(0));
        }
    }

    private static ValidatableResponse path(String ticket) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("ticket", ticket))
                .post("/api/play/path")
                .then();
    }

    private Party party(String ranks, boolean facts) {
        var stage = Stage.open(base, QUESTIONS, SETTINGS.formatted(ranks, facts));
        var party = new Party(
                stage, stage.screen(), stage.player("Ada"), stage.player("Bob"), stage.player("Cleo"), new String[2]);
        party.tickets[0] = party.ada.next("welcome").path("ticket").asText();
        party.tickets[1] = party.bob.next("welcome").path("ticket").asText();
        party.cleo.next("welcome");
        stage.command("advance");
        return party;
    }

    /** Three players in a hall. */
    private record Party(Stage stage, Peer screen, Peer ada, Peer bob, Peer cleo, String[] tickets)
            implements AutoCloseable {

        void answer(int index, String... said) {
            var players = List.of(ada, bob, cleo);
            for (int i = 0; i < said.length; i++) {
                var player = players.get(i);
                player.answer(
                        index + said[i] + i,
                        index,
                        Peer.choice(player.await("question").at("/state/question"), said[i]));
            }
        }

        String adasTicket() {
            return tickets[0];
        }

        String bobsTicket() {
            return tickets[1];
        }

        @Override
        public void close() {
            for (var peer : List.of(screen, ada, bob, cleo)) peer.close();
            stage.close();
        }
    }
}
