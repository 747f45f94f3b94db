package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an answer, in the contract's order of checks. Bob stays silent, so that questions stay open. */
@QuarkusTest
class AnswerTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void the_same_answer_again_is_a_duplicate_and_another_one_shows_the_first() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            bob.next("welcome");
            var question = open(stage, ada);
            var four = Peer.choice(question, "four");
            ada.answer("a1", 0, four);
            assertThat(ada.status("a1")).isEqualTo("saved");
            ada.answer("a1", 0, four);
            assertThat(ada.status("a1")).isEqualTo("duplicate");
            ada.answer("a2", 0, Peer.choice(question, "five"));
            var ack = ada.ack("a2");
            assertThat(ack.path("status").asText()).isEqualTo("duplicate");
            assertThat(ack.at("/answer/choices/0").asText()).isEqualTo(four);

            stage.command("skip");
            ada.await("reveal");
            ada.answer("a1", 0, four);
            assertThat(ada.status("a1")).isEqualTo("duplicate");
        }
    }

    @Test
    void before_the_opening_it_is_early_and_after_the_close_late() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE, Quizzes.TEXT), "{\"countdownMs\":30000}");
                var ada = stage.player("Ada")) {
            ada.next("welcome");
            ada.answerWith("lobby", 0, "{\"choices\":[\"x\"]}");
            assertThat(ada.status("lobby")).isEqualTo("invalid");
            ada.answerWith("lobby2", 1, "{\"text\":\"Paris\"}");
            assertThat(ada.status("lobby2")).isEqualTo("early");
            stage.command("advance");
            ada.await("ready");
            ada.answerWith("ready", 1, "{\"text\":\"Paris\"}");
            assertThat(ada.status("ready")).isEqualTo("early");
            stage.command("skip");
            ada.await("reveal");
            stage.await("reveal");
            stage.command("advance");
            stage.command("advance");
            ada.await("ready");
            stage.command("skip");
            ada.await("reveal");
            ada.answerWith("late", 1, "{\"text\":\"Paris\"}");
            assertThat(ada.status("late")).isEqualTo("late");
        }
    }

    @Test
    void while_paused_it_is_early_and_after_it_goes_on_saved() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada");
                var bob = stage.player("Bob")) {
            bob.next("welcome");
            open(stage, ada);
            stage.command("pause");
            var paused = ada.next(f -> f.at("/state/paused").asBoolean(), "the pause");
            assertThat(paused.at("/state/remainingMs").asLong()).isBetween(1L, 20_000L);
            assertThat(paused.at("/state").has("closesAt")).isFalse();
            ada.answerWith("a1", 0, "{\"text\":\"Paris\"}");
            assertThat(ada.status("a1")).isEqualTo("early");
            stage.command("continue");
            ada.next(f -> f.at("/state/closesAt").isNumber(), "the end of the pause");
            ada.answerWith("a1", 0, "{\"text\":\"Paris\"}");
            assertThat(ada.status("a1")).isEqualTo("saved");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[]}",
                "{\"choices\":[\"nothing\"]}",
                "{\"choices\":\"four\"}",
                "{\"text\":\"four\"}",
                "{\"number\":4}",
                "[]",
                "null",
                "{}",
                "{\"choices\":[null]}"
            })
    void of_a_shape_that_the_question_has_not_it_is_invalid(String answer) {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.CHOICE), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            var question = open(stage, ada);
            ada.answerWith("bad", 0, answer);
            assertThat(ada.status("bad")).isEqualTo("invalid");
            ada.answer("good", 0, Peer.choice(question, "four"));
            assertThat(ada.status("good")).isEqualTo("saved");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "50000000", "99999999999999"})
    void to_a_question_that_does_not_exist_it_is_invalid(String question) {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            open(stage, ada);
            ada.send("{\"type\":\"answer\",\"id\":\"x\",\"question\":" + question + ",\"answer\":{\"text\":\"a\"}}");
            assertThat(ada.status("x")).isEqualTo("invalid");
        }
    }

    @Test
    void a_number_out_of_range_is_invalid_and_a_text_with_a_nul_stores_nothing() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.NUMBER, Quizzes.TEXT), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            open(stage, ada);
            ada.answerWith("a", 0, "{\"number\":21}");
            assertThat(ada.status("a")).isEqualTo("invalid");
            ada.answerWith("b", 0, "{\"number\":1e999}");
            ada.answerWith("c", 0, "{\"number\":9}");
            assertThat(ada.status("c")).isEqualTo("saved");
            stage.await("reveal");
            stage.command("advance");
            stage.command("advance");
            ada.await("question");
            ada.answerWith("d", 1, "{\"text\":\"a\\u0000b\"}");
            assertThat(ada.status("d")).isEqualTo("invalid");
            ada.answerWith("e", 1, "{\"text\":\"\\ud800\"}");
            assertThat(ada.status("e")).isEqualTo("invalid");
            ada.answerWith("f", 1, "{\"text\":\"  pARIS \"}");
            assertThat(ada.status("f")).isEqualTo("saved");
            assertThat(ada.await("reveal").at("/state/mine/correct").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void a_slide_takes_none_and_leads_on_without_a_reveal() {
        try (var stage = Stage.open(base, Quizzes.of(Quizzes.SLIDE, Quizzes.POLL), Quizzes.AT_ONCE);
                var ada = stage.player("Ada")) {
            var question = open(stage, ada);
            assertThat(question.path("kind").asText()).isEqualTo("slide");
            ada.answerWith("s", 0, "{\"text\":\"a\"}");
            assertThat(ada.status("s")).isEqualTo("invalid");
            stage.command("advance");
            var poll = ada.next(
                            f -> f.at("/state/question/kind").asText().equals("poll")
                                    && f.at("/state/phase").asText().equals("question"),
                            "the poll")
                    .at("/state/question");
            ada.answer("p", 1, Peer.choice(poll, "tea"));
            assertThat(ada.status("p")).isEqualTo("saved");
            var reveal = ada.await("reveal").path("state");
            assertThat(reveal.at("/mine/correct").isNull()).isTrue();
            assertThat(reveal.at("/question").has("correct")).isFalse();
        }
    }

    /** Advances to the first question and gives it as the player sees it. */
    private static JsonNode open(Stage stage, Peer player) {
        player.next("welcome");
        stage.command("advance");
        stage.await("question");
        return player.await("question").at("/state/question");
    }
}
