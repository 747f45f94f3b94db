package dev.podium.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.game.Event;
import dev.podium.wire.KeyJson;

/** What an event says beside its type, as the log keeps it. */
final class EventJson {
    private EventJson() {}

    public static ObjectNode write(Event event) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (event) {
            case Event.Readied(int question, long opensAt) ->
                json.put("question", question).put("opensAt", opensAt);
            case Event.Opened(long opensAt, Long closesAt) ->
                json.put("opensAt", opensAt).put("closesAt", closesAt);
            case Event.Closing(long closesAt) -> json.put("closesAt", closesAt);
            case Event.Continued(long shiftMs) -> json.put("shiftMs", shiftMs);
            case Event.Extended(long ms) -> json.put("ms", ms);
            case Event.Shifted(long gapMs) -> json.put("gapMs", gapMs);
            case Event.Kicked(var player) -> json.put("player", player.toString());
            case Event.Released(var player) -> json.put("player", player.toString());
            case Event.Admitted(var player) -> json.put("player", player.toString());
            case Event.Granted(var player, int percent) ->
                json.put("player", player.toString()).put("percent", percent);
            case Event.Hidden(int question, var text) ->
                json.put("question", question).put("text", text);
            case Event.Unhidden(int question, var text) ->
                json.put("question", question).put("text", text);
            case Event.Regraded(int question, var key) ->
                json.put("question", question).putRawValue("key", new RawValue(KeyJson.write(key)));
            case Event.Ungraded(int question) -> json.put("question", question);
            case Event.Recessed(Long until) -> json.put("until", until);
            case Event.Retimed(long until) -> json.put("until", until);
            case Event.Resumed(long until) -> json.put("until", until);
            case Event.Appended(var round, int before, Long until) ->
                json.put("quiz", round.quiz() == null ? null : round.quiz().toString())
                        .put("title", round.title())
                        .put("size", round.size())
                        .put("before", before)
                        .put("until", until);
            case Event.Closed _,
                    Event.Skipped _,
                    Event.Ranked _,
                    Event.Finished _,
                    Event.Restored _,
                    Event.Returned _,
                    Event.Paused _,
                    Event.Locked _,
                    Event.AdmittedAll _,
                    Event.Drawn _,
                    Event.Unlocked _ -> {}
        }
        return json;
    }
}
