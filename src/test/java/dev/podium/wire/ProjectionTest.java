package dev.podium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Course;
import dev.podium.game.Entry;
import dev.podium.game.Look;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Ranks;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectionTest {
    /** A screen marks the right rows of a tally: it has to compare as they were judged. */
    @ParameterizedTest
    @EnumSource(Audience.class)
    void aRevealSaysThatAccentsWereForgiven(Audience audience) {
        assertThat(reveal(audience, true)).contains("\"correct\":[\"Łódź\"],\"accents\":\"forgive\"");
        assertThat(reveal(audience, false)).contains("\"correct\":[\"Łódź\"]").doesNotContain("accents");
    }

    /** Shapes and places: what is asked stands on the screen. */
    @Test
    void phonesMayBeToldNoTexts() {
        var silent = new Settings(
                Scoring.SPEED,
                true,
                true,
                3_000,
                true,
                List.of(),
                false,
                false,
                9,
                false,
                Look.DEFAULT,
                Ranks.SHOWN,
                true,
                Entry.OPEN,
                Course.DEFAULT);
        var plan = Sample.plan(silent);
        for (var kind : List.of("choice", "true-false", "poll")) {
            var index = Sample.KINDS.get(kind);
            for (var phase : List.of(Phase.READY, Phase.QUESTION, Phase.REVEAL)) {
                var content =
                        StateContent.of(plan, Sample.game(4, phase, index), 3).with(new Tally.Texts(List.of()));
                assertThat(state(Audience.PLAYER, content)).contains("\"kind\"").doesNotContain("\"text\"");
                assertThat(state(Audience.SCREEN, content)).contains("\"text\"");
            }
        }
    }

    private static String state(Audience audience, StateContent content) {
        return Frame.state(4, Sample.NOW, Projection.of(audience, content), PlayerPart.NONE);
    }

    private static String reveal(Audience audience, boolean forgivesAccents) {
        var basics = new QuestionBasics("Which city?", null, 20_000, 1_000, null);
        var question = new Question.Text(basics, List.of("Łódź"), forgivesAccents);
        var plan = new Plan("Cities", "en", Settings.DEFAULT, List.of(question));
        var content = StateContent.of(plan, Sample.game(4, Phase.REVEAL, 0), 3).with(new Tally.Texts(List.of()));
        return Frame.state(4, Sample.NOW, Projection.of(audience, content), PlayerPart.NONE);
    }
}
