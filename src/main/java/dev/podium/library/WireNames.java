package dev.podium.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;

/** How Jackson writes the settings of a game, which know nothing of JSON. */
@Singleton
@RegisterForReflection(
        targets = {
            Settings.class,
            Team.class,
            Scoring.class,
            EnumNamingStrategies.LowerCamelCaseStrategy.class,
            WireNames.ScoringNames.class,
            WireNames.SettingsNames.class
        })
class WireNames implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Scoring.class, ScoringNames.class);
        mapper.addMixIn(Settings.class, SettingsNames.class);
    }

    /** {@code speed} for {@code SPEED}. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    interface ScoringNames {}

    interface SettingsNames {
        /** Absent where everybody plays alone. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Team> teams();
    }
}
