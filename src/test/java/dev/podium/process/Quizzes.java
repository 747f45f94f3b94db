package dev.podium.process;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Small quizzes for games that are interrupted. */
final class Quizzes {
    private Quizzes() {}

    static JsonObject quiz(JsonObject... questions) {
        return new JsonObject().put("title", "Interrupted").put("questions", new JsonArray(Arrays.asList(questions)));
    }

    /** Four choices, the first is right. */
    static JsonObject choice(int timeLimitMs) {
        var choices = new JsonArray();
        for (int i = 0; i < 4; i++)
            choices.add(new JsonObject().put("text", "Choice " + i).put("correct", i == 0));
        return question("choice", timeLimitMs).put("choices", choices);
    }

    static JsonObject order(int timeLimitMs) {
        return question("order", timeLimitMs).put("items", new JsonArray(List.of("one", "two", "three")));
    }

    private static JsonObject question(String kind, int timeLimitMs) {
        return new JsonObject()
                .put("kind", kind)
                .put("text", "Which?")
                .put("timeLimitMs", timeLimitMs)
                .put("points", 1_000);
    }
}
