package dev.podium.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.podium.game.Course;
import dev.podium.game.Entry;
import dev.podium.game.Filter;
import dev.podium.game.Look;
import dev.podium.game.Names;
import dev.podium.game.Ranks;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Sides;
import dev.podium.game.Team;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** How Jackson writes the settings of a game, which know nothing of JSON. */
@Singleton
@RegisterForReflection(
        targets = {
            Settings.class,
            Team.class,
            Scoring.class,
            Look.class,
            Look.Theme.class,
            Ranks.class,
            Entry.class,
            Sides.class,
            WireNames.EntryNames.class,
            WireNames.SidesNames.class,
            WireNames.IdentifyWriter.class,
            Course.class,
            Course.Pace.class,
            Names.class,
            Filter.class,
            EnumNamingStrategies.LowerCamelCaseStrategy.class,
            WireNames.CountdownWriter.class,
            WireNames.LowerCase.class,
            WireNames.SettingsNames.class,
            WireNames.CourseNames.class
        })
class WireNames implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Scoring.class, LowerCase.class);
        mapper.addMixIn(Look.Theme.class, LowerCase.class);
        mapper.addMixIn(Ranks.class, LowerCase.class);
        mapper.addMixIn(Names.class, LowerCase.class);
        mapper.addMixIn(Filter.class, LowerCase.class);
        mapper.addMixIn(Settings.class, SettingsNames.class);
        mapper.addMixIn(Entry.class, EntryNames.class);
        mapper.addMixIn(Sides.class, SidesNames.class);
        mapper.addMixIn(Course.class, CourseNames.class);
    }

    /** {@code "auto"}, or a number. */
    static final class CountdownWriter extends StdSerializer<Long> {
        private static final long serialVersionUID = 1;

        CountdownWriter() {
            super(Long.class);
        }

        @Override
        public void serialize(Long ms, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (ms == Settings.READING_TIME) json.writeString(SettingsJson.AUTO);
            else json.writeNumber(ms);
        }
    }

    /** {@code speed} for {@code SPEED}. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    interface LowerCase {}

    interface SettingsNames {
        /** Absent where everybody plays alone. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Team> teams();

        @JsonSerialize(using = CountdownWriter.class)
        long countdownMs();

        @JsonUnwrapped
        Entry entry();

        @JsonUnwrapped
        Course course();
    }

    interface CourseNames {
        /** Absent without a clock. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long breakMs();
    }

    interface EntryNames {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonSerialize(using = IdentifyWriter.class)
        String identify();

        @JsonUnwrapped
        Sides sides();
    }

    interface SidesNames {
        /** 0: none. */
        @JsonProperty("teamSize")
        int size();

        @JsonProperty("drawTeams")
        boolean dealt();
    }

    /** As it is chosen. */
    static final class IdentifyWriter extends StdSerializer<String> {
        private static final long serialVersionUID = 1;

        IdentifyWriter() {
            super(String.class);
        }

        @Override
        public void serialize(String label, JsonGenerator json, SerializerProvider types) throws IOException {
            json.writeStartObject();
            json.writeStringField("label", label);
            json.writeEndObject();
        }
    }
}
