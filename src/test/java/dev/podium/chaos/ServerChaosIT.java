package dev.podium.chaos;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two whole games at once on three instances, and whatever they stand on breaks, each once. */
class ServerChaosIT {
    static final Set<Fault> OF_SERVERS = EnumSet.range(Fault.KILL_LOBBY, Fault.LOSE_BUS);
    static final int PLAYERS = 30;
    static final int GAMES = 2;
    static final long SEED = 1;

    @Test
    void whatever_breaks_no_acknowledged_answer_is_lost_and_every_score_is_right() throws Exception {
        Run.brief("chaos-servers", List.copyOf(OF_SERVERS), PLAYERS, GAMES, SEED);
    }
}
