package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.game.Settings;

/** Settings of a frozen plan as the database keeps them. */
public final class SettingsJson {
    /** The countdown that takes as long as reading. */
    static final String AUTO = "auto";

    private SettingsJson() {}

    /** Reads what {@link #write} wrote, whatever the limits are by now. */
    public static Settings frozen(JsonNode json) {
        return PlanReader.settings(json);
    }

    public static ObjectNode write(Settings settings) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("scoring", settings.scoring().wireName())
                .put("partialCredit", settings.partialCredit())
                .put("streaks", settings.streaks())
                .put("lateJoin", settings.lateJoin())
                .put("automatic", settings.automatic())
                .put("shuffleChoices", settings.shuffleChoices())
                .put("maxPlayers", settings.maxPlayers());
        json.put("phoneText", settings.phoneText())
                .put("ranks", settings.ranks().wireName())
                .put("facts", settings.facts())
                .put("approval", settings.entry().approval())
                .put("names", settings.entry().names().wireName())
                .put("filter", settings.entry().filter().wireName());
        if (settings.entry().identify() != null)
            json.put("identify", settings.entry().identify());
        var sides = settings.entry().sides();
        if (sides.size() > 0) json.put("teamSize", sides.size());
        if (sides.dealt()) json.put("drawTeams", true);
        var course = settings.course();
        json.put("carry", course.carry());
        if (course.breakMs() != null) json.put("breakMs", course.breakMs());
        json.putObject("pace")
                .put("slideMs", course.pace().slideMs())
                .put("revealMs", course.pace().revealMs())
                .put("standingsMs", course.pace().standingsMs());
        var look = settings.look();
        json.putObject("look")
                .put("theme", look.theme().wireName())
                .put("accent", look.accent())
                .put("logo", look.logo())
                .put("sound", look.sound());
        if (settings.countdownMs() == Settings.READING_TIME) {
            json.put("countdownMs", AUTO);
        } else {
            json.put("countdownMs", settings.countdownMs());
        }
        if (!settings.teams().isEmpty()) {
            var teams = json.putArray("teams");
            settings.teams()
                    .forEach(team -> teams.addObject().put("id", team.id()).put("name", team.name()));
        }
        return json;
    }
}
