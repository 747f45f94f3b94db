package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsJsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        var teams = List.of(new Team("a", "Reds"), new Team("b", "Blues"));
        var settings = new Settings(Scoring.ACCURACY, false, false, 0, false, teams, true, true, 300);

        assertThat(SettingsJson.frozen(SettingsJson.write(settings))).isEqualTo(settings);
        var silent = new Settings(
                Scoring.SPEED,
                true,
                true,
                Settings.READING_TIME,
                true,
                List.of(),
                false,
                false,
                300,
                false,
                new Look(Look.Theme.PAPER, "#8a1538", "https://example.org/logo.svg", "/media/sound"),
                Ranks.OWN,
                false,
                new Entry(true, Names.MADE, Filter.STRICT, "Student number", new Sides(4, true)),
                new Course(false, 300_000L, new Course.Pace(2_000, 10_000, 5_000)));
        assertThat(SettingsJson.frozen(SettingsJson.write(silent))).isEqualTo(silent);
        assertThat(SettingsJson.frozen(SettingsJson.write(Settings.DEFAULT))).isEqualTo(Settings.DEFAULT);
    }
}
