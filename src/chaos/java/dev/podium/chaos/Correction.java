package dev.podium.chaos;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Another key for a question, by which other answers are right. */
final class Correction {
    private Correction() {}

    /**
     * @param question as its reveal shows it
     * @return what the command says, or null where nobody can be right
     */
    static JsonObject of(JsonObject question) {
        var says = new JsonObject().put("question", question.getInteger("index"));
        return switch (question.getString("kind")) {
            case "choice", "true-false" -> says.put("correct", new JsonArray().add(wrong(question)));
            case "text" -> says.put("accept", new JsonArray().add("word"));
            case "number", "order", "point" -> says.put("void", true);
            default -> null;
        };
    }

    private static String wrong(JsonObject question) {
        var right = question.getJsonArray("correct");
        return question.getJsonArray("choices").stream()
                .map(choice -> ((JsonObject) choice).getString("id"))
                .filter(id -> !right.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
