package dev.podium.wire;

/**
 * What only one player's state says: a piece of JSON that {@link Frame} puts into the {@link Projection} that all players share. Made
 * for each player and frame, so it is a little text and nothing else.
 */
public final class PlayerPart {
    /** Nothing: lobby, ready, an open question without an answer, and all of a host's and a screen's states. */
    public static final PlayerPart NONE = new PlayerPart("");

    private final String json;

    private PlayerPart(JsonText json) {
        this(json.toString());
    }

    private PlayerPart(String json) {
        this.json = json;
    }

    /** In an open question: the player's stored answer, as JSON text. */
    public static PlayerPart answered(String answer) {
        return new PlayerPart(JsonText.more()
                .name("mine")
                .open()
                .json("answer", answer)
                .field("status", AnswerStatus.SAVED.wireName())
                .close());
    }

    /** In the lobby of a game with teams: the player's own, which may have been dealt anew. */
    public static PlayerPart of(String team) {
        return new PlayerPart(JsonText.more().field("team", team));
    }

    /** In a reveal: the result, with the new score and rank, and who is just ahead (null for nobody, or where ranks are hidden). */
    public static PlayerPart revealed(OwnResult mine, int score, int rank, Ahead ahead) {
        var json = JsonText.more().name("mine");
        mine.writeTo(json);
        return new PlayerPart(write(ahead, json.field("score", score).field("rank", rank)));
    }

    /** In the standings: the place, and who is just ahead (null for nobody). */
    public static PlayerPart ranked(int score, int rank, Ahead ahead) {
        var json = JsonText.more().name("mine").open().field("score", score).field("rank", rank);
        return new PlayerPart(write(ahead, json).close());
    }

    /** At the end: the place, and how many of the game's scored questions were right. */
    public static PlayerPart finished(int score, int rank, int correct, int total) {
        return new PlayerPart(JsonText.more()
                .name("mine")
                .open()
                .field("score", score)
                .field("rank", rank)
                .field("correct", correct)
                .field("total", total)
                .close());
    }

    private static JsonText write(Ahead ahead, JsonText json) {
        if (ahead == null) return json;
        return json.name("ahead")
                .open()
                .field("nickname", ahead.nickname())
                .field("by", ahead.by())
                .close();
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
