package dev.podium.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.game.Ended;
import dev.podium.game.Phase;

/** What an ended game was, as its row keeps it. */
public final class EndedJson {
    private EndedJson() {}

    /** @return null for a game that runs */
    public static String write(Ended ended) {
        if (ended == null) return null;
        return JsonNodeFactory.instance
                .objectNode()
                .put("phase", ended.phase().wireName())
                .put("closesAt", ended.closesAt())
                .put("stoppedAt", ended.stoppedAt())
                .toString();
    }

    static Ended read(JsonNode json) {
        return new Ended(
                Phase.of(json.required("phase").textValue()),
                json.path("closesAt").isNumber() ? (Long) json.path("closesAt").longValue() : null,
                json.required("stoppedAt").longValue());
    }
}
