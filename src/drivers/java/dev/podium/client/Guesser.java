package dev.podium.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who knows nothing and answers everything. The time it takes is spread like a person's: most are near the
 * median, a few are quick, and there is a long tail.
 */
public final class Guesser implements Person {
    private static final double SPREAD = 0.5;
    private static final long LONGEST_MEDIANS = 4;
    /** A picture's width and height in places to tap. */
    private static final int PLACES = 1_000;

    private final Random random;
    private final long medianMs;
    private final List<String> words;

    /** @param words what is typed where something must be typed */
    public Guesser(Random random, long medianMs, List<String> words) {
        this.random = random;
        this.medianMs = medianMs;
        this.words = words;
    }

    @Override
    public Optional<Tap> faces(JsonObject question) {
        return guess(question).map(answer -> new Tap(answer, thinkingMs()));
    }

    private long thinkingMs() {
        double spread = Math.exp(SPREAD * random.nextGaussian());
        return Math.min(Math.round(medianMs * spread), medianMs * LONGEST_MEDIANS);
    }

    /** Any answer that fits the question; none for a slide and for kinds that are not known here. */
    public Optional<JsonObject> guess(JsonObject question) {
        return Optional.ofNullable(
                switch (question.getString("kind")) {
                    case "choice", "true-false", "poll" -> new JsonObject().put("choices", picks(question));
                    case "text", "word-cloud" -> new JsonObject().put("text", words.get(random.nextInt(words.size())));
                    case "number", "scale" -> new JsonObject().put("number", number(question));
                    case "point" -> new JsonObject().put("point", new JsonArray(List.of(place(), place())));
                    case "order" -> new JsonObject().put("order", shuffled(question.getJsonArray("items")));
                    default -> null;
                });
    }

    private JsonArray picks(JsonObject question) {
        var ids = shuffled(question.getJsonArray("choices"));
        int many = question.getBoolean("multiple", false) ? 1 + random.nextInt(ids.size()) : 1;
        return new JsonArray(ids.getList().subList(0, many));
    }

    private double number(JsonObject question) {
        double min = question.getDouble("min");
        double step = question.getDouble("step");
        int steps = (int) Math.floor((question.getDouble("max") - min) / step);
        return min + step * random.nextInt(steps + 1);
    }

    /** In the middle between thousandths, so that nobody can disagree about the edge of a region. */
    private double place() {
        return (random.nextInt(PLACES) + 0.5) / PLACES;
    }

    private JsonArray shuffled(JsonArray of) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < of.size(); i++) ids.add(of.getJsonObject(i).getString("id"));
        Collections.shuffle(ids, random);
        return new JsonArray(ids);
    }
}
