package dev.podium.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.podium.game.Round;
import java.util.List;
import java.util.UUID;

/** The rounds of a game, as its row keeps them. */
public final class RoundsJson {
    private RoundsJson() {}

    public static String write(List<Round> rounds) {
        var json = JsonNodeFactory.instance.arrayNode();
        for (var round : rounds) {
            json.addObject()
                    .put("quiz", round.quiz() == null ? null : round.quiz().toString())
                    .put("title", round.title())
                    .put("size", round.size());
        }
        return json.toString();
    }

    /**
     * What {@link #write} wrote.
     *
     * @param first the only one of a game whose row names none
     */
    public static List<Round> read(JsonNode json, Round first) {
        return json.isEmpty()
                ? List.of(first)
                : json.valueStream().map(RoundsJson::round).toList();
    }

    private static Round round(JsonNode json) {
        var quiz = json.path("quiz").textValue();
        return new Round(
                quiz == null ? null : UUID.fromString(quiz),
                json.required("title").textValue(),
                json.required("size").intValue());
    }
}
