package dev.podium.chaos;

import static dev.podium.chaos.ServerChaosIT.GAMES;
import static dev.podium.chaos.ServerChaosIT.OF_SERVERS;
import static dev.podium.chaos.ServerChaosIT.PLAYERS;
import static dev.podium.chaos.ServerChaosIT.SEED;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two whole games at once on three instances, and whatever can go wrong but the servers does: lines, manners, clocks, grading. */
class ClientChaosIT {
    @Test
    void whatever_happens_no_acknowledged_answer_is_lost_and_every_score_is_right() throws Exception {
        var others = EnumSet.complementOf(EnumSet.copyOf(OF_SERVERS));
        Run.brief("chaos-clients", List.copyOf(others), PLAYERS, GAMES, SEED);
    }
}
