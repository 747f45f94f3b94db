package dev.podium.chaos;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A quiz of as many questions as wanted, of every kind that can be answered. */
final class Paper {
    /** How many different questions there are. */
    static final int KINDS = 11;

    private static final JsonObject PICTURE =
            new JsonObject().put("url", "/media/demo/northern-sky.png").put("kind", "image");
    private static final JsonObject REGION =
            new JsonObject().put("shape", "circle").put("x", 0.5).put("y", 0.5).put("r", 0.4);

    private final String title;
    private final int timeLimitMs;

    private Paper(String title, int timeLimitMs) {
        this.title = title;
        this.timeLimitMs = timeLimitMs;
    }

    /**
     * Some questions.
     *
     * @param title begins every question too, so that one of another game is known at sight
     * @param first the kind to begin with; those that follow follow
     */
    static JsonObject quiz(String title, int first, int questions, int timeLimitMs) {
        var paper = new Paper(title, timeLimitMs);
        var all = new JsonArray();
        for (int i = 0; i < questions; i++) all.add(paper.question((first + i) % KINDS, i));
        return new JsonObject().put("title", title).put("questions", all);
    }

    private JsonObject question(int kind, int index) {
        return switch (kind) {
            case 0 -> question("choice", index).put("choices", choices(4, 1));
            case 1 -> question("order", index).put("items", new JsonArray(List.of("one", "two", "three")));
            case 2 ->
                question("number", index)
                        .put("min", 0)
                        .put("max", 10)
                        .put("step", 1)
                        .put("correct", 5)
                        .put("tolerance", 2);
            case 3 -> question("choice", index).put("choices", choices(5, 2));
            case 4 -> question("text", index).put("accept", new JsonArray(List.of("Vatican City", "Holy See")));
            case 5 -> question("true-false", index).put("correct", true);
            case 6 -> question("poll", index).put("choices", choices(3, 0));
            case 7 -> question("word-cloud", index);
            case 8 -> question("scale", index).put("min", 1).put("max", 5);
            case 9 -> question("point", index).put("media", PICTURE).put("region", REGION);
            default -> question("choice", index).put("choices", choices(4, 1)).put("timeLimitMs", 0);
        };
    }

    private JsonArray choices(int many, int right) {
        var choices = new JsonArray();
        for (int i = 0; i < many; i++) {
            var choice = new JsonObject().put("text", "Choice " + i);
            choices.add(right == 0 ? choice : choice.put("correct", i < right));
        }
        return choices;
    }

    private JsonObject question(String kind, int index) {
        return new JsonObject()
                .put("kind", kind)
                .put("text", title + ", question " + index)
                .put("timeLimitMs", timeLimitMs)
                .put("points", 1_000);
    }
}
