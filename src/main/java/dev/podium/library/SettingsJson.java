package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import dev.podium.http.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings of a frozen plan as the database keeps them. */
public final class SettingsJson {
    private static final Set<String> NAMES = Set.of(
            "scoring", "partialCredit", "streaks", "countdownMs", "lateJoin", "teams", "automatic", "shuffleChoices");
    private static final Set<String> SCORINGS =
            Arrays.stream(Scoring.values()).map(Scoring::wireName).collect(Collectors.toUnmodifiableSet());
    private static final int ID = 8;

    private SettingsJson() {}

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws dev.podium.http.Refusal if it is something else
     */
    public static Settings frozen(JsonNode json) {
        var form = Form.of(json);
        var settings = read(form);
        form.check();
        return settings;
    }

    public static ObjectNode write(Settings settings) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("scoring", settings.scoring().wireName())
                .put("partialCredit", settings.partialCredit())
                .put("streaks", settings.streaks())
                .put("countdownMs", settings.countdownMs())
                .put("lateJoin", settings.lateJoin())
                .put("automatic", settings.automatic())
                .put("shuffleChoices", settings.shuffleChoices());
        if (!settings.teams().isEmpty()) {
            var teams = json.putArray("teams");
            settings.teams()
                    .forEach(team -> teams.addObject().put("id", team.id()).put("name", team.name()));
        }
        return json;
    }

    private static Settings read(Form form) {
        form.only(NAMES);
        var otherwise = Settings.DEFAULT;
        return new Settings(
                scoring(form),
                form.flag("partialCredit", otherwise.partialCredit()),
                form.flag("streaks", otherwise.streaks()),
                form.whole("countdownMs", 0, Limits.MAX_COUNTDOWN_MS, otherwise.countdownMs()),
                form.flag("lateJoin", otherwise.lateJoin()),
                teams(form),
                form.flag("automatic", otherwise.automatic()),
                form.flag("shuffleChoices", otherwise.shuffleChoices()));
    }

    private static Scoring scoring(Form form) {
        var word = form.has("scoring") ? form.word("scoring", SCORINGS) : null;
        return word == null ? Settings.DEFAULT.scoring() : Scoring.of(word).orElseThrow();
    }

    private static List<Team> teams(Form form) {
        return form.forms("teams", 0, Limits.TEAMS).stream()
                .map(team -> new Team(team.text("id", ID), team.text("name", Limits.TEAM)))
                .toList();
    }
}
