package dev.podium.wire;

/**
 * A player's own result of a question.
 *
 * @param answer the stored answer as JSON text, null if there is none
 * @param fraction how much of it was right, 0 to 1; null for a kind that has no right answer
 * @param points with the streak's bonus: the score is the score before plus these
 * @param elapsedMs credited time, null without an answer
 */
public record OwnResult(String answer, Double fraction, int points, Long elapsedMs, int streak) {
    /**
     * The result of a player who has not answered.
     *
     * @param graded whether the kind has a right answer
     */
    public static OwnResult none(boolean graded, int streak) {
        return new OwnResult(null, graded ? 0d : null, 0, null, streak);
    }

    void writeTo(JsonText json) {
        json.open();
        if (answer != null) {
            json.json("answer", answer);
        }
        json.json("correct", fraction == null ? "null" : String.valueOf(fraction == 1))
                .field("fraction", fraction == null ? 0 : fraction)
                .field("points", points);
        if (elapsedMs != null) {
            json.field("elapsedMs", elapsedMs);
        }
        json.field("streak", streak).close();
    }
}
