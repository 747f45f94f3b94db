package dev.podium.wire;

/**
 * A line of the leaderboard.
 *
 * @param delta the points of this question
 * @param moved the places gained, negative if lost
 */
public record Standing(int rank, String nickname, int score, int delta, int moved) {
    void writeTo(JsonText json) {
        json.open()
                .field("rank", rank)
                .field("nickname", nickname)
                .field("score", score)
                .field("delta", delta)
                .field("moved", moved)
                .close();
    }
}
