package dev.podium.wire;

/**
 * A team's line of the leaderboard.
 *
 * @param place which of the game's teams it is, from 0: its colour and shape everywhere
 * @param score the mean of its seats
 * @param delta what this question added to it
 */
public record TeamStanding(int rank, String id, int place, String name, double score, double delta) {
    void writeTo(JsonText json) {
        json.open()
                .field("rank", rank)
                .field("id", id)
                .field("place", place)
                .field("name", name)
                .field("score", score)
                .field("delta", delta)
                .close();
    }
}
