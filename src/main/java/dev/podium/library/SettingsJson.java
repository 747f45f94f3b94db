package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Fold;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import dev.podium.http.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings of a game as JSON: hosts name teams, frozen plans keep their ids as well. */
public final class SettingsJson {
    private static final Set<String> NAMES = Set.of(
            "scoring", "partialCredit", "streaks", "countdownMs", "lateJoin", "teams", "automatic", "shuffleChoices");
    private static final Set<String> SCORINGS =
            Arrays.stream(Scoring.values()).map(Scoring::wireName).collect(Collectors.toUnmodifiableSet());

    private SettingsJson() {}

    /**
     * Reads what a host chose; what is absent is as in {@link Settings#DEFAULT}, unknown names are mistakes. Mistakes are
     * written down in the form; with any, the result is not to be used.
     *
     * @param form null for nothing chosen
     */
    public static Settings read(Form form) {
        return form == null ? Settings.DEFAULT : read(form, teams(form));
    }

    /** Reads what {@link #write} wrote, whatever the limits are by now. */
    public static Settings frozen(JsonNode json) {
        return PlanReader.settings(json);
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

    private static Settings read(Form form, List<Team> teams) {
        form.only(NAMES);
        var otherwise = Settings.DEFAULT;
        return new Settings(
                scoring(form),
                form.flag("partialCredit", otherwise.partialCredit()),
                form.flag("streaks", otherwise.streaks()),
                form.whole("countdownMs", 0, Limits.MAX_COUNTDOWN_MS, otherwise.countdownMs()),
                form.flag("lateJoin", otherwise.lateJoin()),
                teams,
                form.flag("automatic", otherwise.automatic()),
                form.flag("shuffleChoices", otherwise.shuffleChoices()));
    }

    private static Scoring scoring(Form form) {
        var word = form.has("scoring") ? form.word("scoring", SCORINGS) : null;
        return word == null ? Settings.DEFAULT.scoring() : Scoring.of(word).orElseThrow();
    }

    private static List<Team> teams(Form form) {
        var names = form.texts("teams", 0, Limits.TEAMS, Limits.TEAM);
        form.distinct(names.stream().map(Fold::of).toList(), "teams[%d]");
        return names.stream().map(name -> new Team("", name.strip())).toList();
    }
}
