package dev.podium.process;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** The contract's points once more, from its words alone, to hold the application's against. */
final class Rules {
    private static final long QUICK_MS = 500;
    private static final int BONUS = 100;
    private static final int MOST_BONUS = 500;

    private Rules() {}

    /** Whether a question can give points at all. */
    static boolean scored(JsonObject question) {
        return switch (question.getString("kind")) {
            case "choice", "true-false", "text", "number", "order", "point" -> question.getInteger("points") > 0;
            default -> false;
        };
    }

    /** The right fraction of an answer, by a question as its reveal shows it. Partial credit is on. */
    static double fraction(JsonObject question, JsonObject answer) {
        return switch (question.getString("kind")) {
            case "choice", "true-false" ->
                picks(strings(question.getJsonArray("correct")), answer, question.getBoolean("multiple", false));
            case "text" ->
                strings(question.getJsonArray("correct")).stream()
                                .map(Rules::fold)
                                .anyMatch(fold(answer.getString("text"))::equals)
                        ? 1
                        : 0;
            case "number" -> {
                var correct = question.getJsonObject("correct");
                double off = Math.abs(answer.getDouble("number") - correct.getDouble("value"));
                yield off <= correct.getDouble("tolerance") ? 1 : 0;
            }
            case "point" -> inside(question.getJsonObject("correct"), answer.getJsonArray("point")) ? 1 : 0;
            case "order" -> inPlace(strings(question.getJsonArray("correct")), strings(answer.getJsonArray("order")));
            default -> 0;
        };
    }

    /**
     * With {@code speed} scoring, but where nobody can be slow.
     *
     * @param limit the question's own, or a player's who has more time
     */
    static int points(JsonObject question, double fraction, long creditedMs, long limit) {
        if (limit == 0) return (int) Math.round(fraction * question.getInteger("points"));
        double credited = creditedMs < QUICK_MS ? 0 : Math.min(creditedMs, limit);
        return (int) Math.round(fraction * question.getInteger("points") * (1 - credited / limit / 2));
    }

    /** @param streak right answers in a row, this one included */
    static int bonus(int streak) {
        return Math.min(Math.max(0, streak - 1) * BONUS, MOST_BONUS);
    }

    /** Where one pick was asked for, any right one is all right. */
    private static double picks(List<String> correct, JsonObject answer, boolean multiple) {
        var picked = strings(answer.getJsonArray("choices"));
        if (!new HashSet<>(correct).containsAll(picked)) return 0;
        return multiple ? (double) picked.size() / correct.size() : 1;
    }

    private static boolean inside(JsonObject region, JsonArray point) {
        double right = point.getDouble(0) - region.getDouble("x");
        double down = point.getDouble(1) - region.getDouble("y");
        return region.getString("shape").equals("circle")
                ? Math.hypot(right, down) <= region.getDouble("r")
                : right >= 0 && right <= region.getDouble("width") && down >= 0 && down <= region.getDouble("height");
    }

    private static double inPlace(List<String> correct, List<String> given) {
        int right = 0;
        for (int i = 0; i < correct.size(); i++) if (correct.get(i).equals(given.get(i))) right++;
        return (double) right / correct.size();
    }

    private static String fold(String text) {
        var plain = text.replaceAll("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]", "")
                .replaceAll("[‘’ʼ´′`]", "'")
                .replaceAll("[“”„‟«»″]", "\"")
                .replaceAll("[\\p{Pd}\u2212]", "-");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("i\\x{307}+", "i")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
