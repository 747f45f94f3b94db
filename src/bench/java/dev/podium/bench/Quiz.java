package dev.podium.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The quiz of all measurements: questions of 60 characters, four choices of 20, an explanation of 60, 20 s to answer. */
final class Quiz {
    private static final int TIME_LIMIT_MS = 20_000;

    private Quiz() {}

    static JsonObject of(int questions) {
        var all = new JsonArray();
        for (int i = 0; i < questions; i++) all.add(question(i));
        return new JsonObject().put("title", "Bench").put("questions", all);
    }

    private static JsonObject question(int index) {
        var choices = new JsonArray();
        for (int i = 0; i < 4; i++)
            choices.add(new JsonObject().put("text", filled("Choice " + i, 20)).put("correct", i == 0));
        return new JsonObject()
                .put("kind", "choice")
                .put("text", filled("Question " + index, 60))
                .put("timeLimitMs", TIME_LIMIT_MS)
                .put("points", 1_000)
                .put("explanation", filled("Explanation " + index, 60))
                .put("choices", choices);
    }

    private static String filled(String text, int length) {
        var filled = new StringBuilder(text);
        while (filled.length() < length) filled.append(filled.length() % 6 == 5 ? ' ' : 'x');
        return filled.substring(0, length - 1) + "?";
    }
}
