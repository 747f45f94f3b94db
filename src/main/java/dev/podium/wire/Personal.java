package dev.podium.wire;

/**
 * What only one player's state says: a piece of JSON that {@link Frame} puts into the state all players share. Made for
 * each player and frame, so it is a little text and nothing else.
 */
public final class Personal {
    /** Nothing: lobby, ready, an open question without an answer, and all of a host's and a screen's states. */
    public static final Personal NONE = new Personal("");

    private final String json;

    private Personal(JsonText json) {
        this(json.toString());
    }

    private Personal(String json) {
        this.json = json;
    }

    /** In an open question: the player's stored answer, as JSON text. */
    public static Personal answered(String answer) {
        return new Personal(JsonText.more()
                .name("mine")
                .open()
                .json("answer", answer)
                .field("status", AnswerStatus.SAVED.wireName())
                .close());
    }

    /** In a reveal: the result, with the new score and rank. */
    public static Personal revealed(Mine mine, int score, int rank) {
        var json = JsonText.more().name("mine");
        mine.writeTo(json);
        return new Personal(json.field("score", score).field("rank", rank));
    }

    /** In the standings: the place, and who is just ahead (null for nobody). */
    public static Personal ranked(int score, int rank, Ahead ahead) {
        var json = JsonText.more().name("mine").open().field("score", score).field("rank", rank);
        if (ahead != null) {
            json.name("ahead")
                    .open()
                    .field("nickname", ahead.nickname())
                    .field("by", ahead.by())
                    .close();
        }
        return new Personal(json.close());
    }

    /** At the end: the place, and how many of the game's scored questions were right. */
    public static Personal finished(int score, int rank, int correct, int total) {
        return new Personal(JsonText.more()
                .name("mine")
                .open()
                .field("score", score)
                .field("rank", rank)
                .field("correct", correct)
                .field("total", total)
                .close());
    }

    String json() {
        return json;
    }

    /**
     * The player with the next better score.
     *
     * @param by the points between
     */
    public record Ahead(String nickname, int by) {}
}
