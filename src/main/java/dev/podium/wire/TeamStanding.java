package dev.podium.wire;

/**
 * A team's line of the leaderboard.
 *
 * @param score the mean of its seats
 * @param delta what this question added to it
 */
public record TeamStanding(int rank, String name, double score, double delta) {
    void writeTo(JsonText json) {
        json.open()
                .field("rank", rank)
                .field("name", name)
                .field("score", score)
                .field("delta", delta)
                .close();
    }
}
