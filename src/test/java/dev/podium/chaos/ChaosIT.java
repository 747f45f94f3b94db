package dev.podium.chaos;

import org.junit.jupiter.api.Test;

/** Two whole games at once on three instances, and whatever can go wrong does, once each. */
class ChaosIT {
    private static final int PLAYERS = 30;
    private static final int GAMES = 2;
    private static final long SEED = 1;

    @Test
    void whatever_breaks_no_acknowledged_answer_is_lost_and_every_score_is_right() throws Exception {
        Run.brief(PLAYERS, GAMES, SEED);
    }
}
