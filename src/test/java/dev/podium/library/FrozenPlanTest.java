package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Plan;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrozenPlanTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 300)
    void aFrozenPlanIsReadAsItWasWritten(@ForAll("plans") Plan plan) throws JsonProcessingException {
        var questions = MAPPER.readTree(QuestionJson.write(plan.questions()).toString());
        var settings = MAPPER.readTree(SettingsJson.write(plan.settings()).toString());

        assertThat(QuestionJson.frozen(questions)).isEqualTo(plan.questions());
        assertThat(SettingsJson.frozen(settings)).isEqualTo(plan.settings());
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Plans.frozen();
    }
}
