package dev.podium.wire;

import java.util.List;

/**
 * A line of the leaderboard.
 *
 * @param delta the points of this question; between rounds, and at the end of several, of this round
 * @param moved the places gained, negative if lost
 * @param rounds what each round that is over gave; empty in a game of one
 */
public record Standing(int rank, String nickname, int score, int delta, int moved, List<Integer> rounds) {
    /** In a game of one round. */
    public Standing(int rank, String nickname, int score, int delta, int moved) {
        this(rank, nickname, score, delta, moved, List.of());
    }

    /** @param whole whether the rounds are told one by one */
    void writeTo(JsonText json, boolean whole) {
        json.open()
                .field("rank", rank)
                .field("nickname", nickname)
                .field("score", score)
                .field("delta", delta)
                .field("moved", moved);
        if (whole && !rounds.isEmpty()) {
            json.name("rounds").openArray();
            rounds.forEach(json::value);
            json.closeArray();
        }
        json.close();
    }
}
