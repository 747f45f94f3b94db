package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FrozenPlanTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 300)
    void aFrozenPlanIsReadAsItWasWritten(@ForAll("plans") Plan plan) throws JsonProcessingException {
        var questions = MAPPER.readTree(QuestionJson.write(plan.questions()).toString());
        var settings = MAPPER.readTree(SettingsJson.write(plan.settings()).toString());

        assertThat(QuestionJson.frozen(questions)).isEqualTo(plan.questions());
        assertThat(SettingsJson.frozen(settings)).isEqualTo(plan.settings());
    }

    /** Limits may become narrower while a game runs. */
    @Test
    void aPlanIsReadWhateverTheLimitsAreToday() throws JsonProcessingException {
        var long600 = "x".repeat(600);
        var basics =
                new QuestionBasics(long600, new Media(long600, "image", long600), 900_000, 99_999, "x".repeat(5_000));
        var choices = IntStream.range(0, 12)
                .mapToObj(i -> new Option("c" + i, (i < 2 ? "same" : i) + long600, i == 0, null))
                .toList();
        var items = choices.stream().map(it -> new Item(it.id(), it.text())).toList();
        var accept = choices.stream().map(Option::text).toList();
        var questions = Stream.generate(() -> Stream.<Question>of(
                        new Question.Choice(basics, choices),
                        new Question.Poll(basics, choices.subList(1, 2)),
                        new Question.Text(basics, accept, true),
                        new Question.Number(basics, 7, 0, 1e18, 1e17, -1, long600),
                        new Question.Order(basics, items, List.of("c1")),
                        new Question.TrueFalse(basics, true, "a long id indeed", "another")))
                .limit(100)
                .flatMap(it -> it)
                .toList();
        var teams = IntStream.range(0, 200)
                .mapToObj(i -> new Team("team number " + i, long600))
                .toList();
        var settings = new Settings(Scoring.ACCURACY, false, false, 900_000, false, teams, true, true, 300);

        assertThat(questions).hasSize(600);
        assertThat(QuestionJson.frozen(
                        MAPPER.readTree(QuestionJson.write(questions).toString())))
                .isEqualTo(questions);
        assertThat(SettingsJson.frozen(
                        MAPPER.readTree(SettingsJson.write(settings).toString())))
                .isEqualTo(settings);
    }

    /** While instances are replaced one after the other, both versions read the same games. */
    @Test
    void aPlanOfANewerVersionIsReadWithoutWhatIsNewInIt() throws JsonProcessingException {
        var question =
                "[{\"kind\":\"slide\",\"text\":\"t\",\"timeLimitMs\":5000,\"points\":0,\"mood\":{\"good\":true}}]";

        assertThat(QuestionJson.frozen(MAPPER.readTree(question)))
                .containsExactly(new Question.Slide(new QuestionBasics("t", null, 5_000, 0, null)));
        assertThat(SettingsJson.frozen(MAPPER.readTree("{\"mood\":\"good\"}"))).isEqualTo(Settings.DEFAULT);
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Plans.frozen();
    }
}
