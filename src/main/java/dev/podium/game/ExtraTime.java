package dev.podium.game;

import java.util.Set;

/** More time for one player, in percent of a question's limit. */
public final class ExtraTime {
    private static final Set<Long> PERCENTS = Set.of(0L, 25L, 50L, 100L, 200L);

    private ExtraTime() {}

    /** Whether a host can give so much. */
    public static boolean offered(long percent) {
        return PERCENTS.contains(percent);
    }

    /** How much longer than all others a player with so much has, in milliseconds. */
    public static long ms(Question question, int percent) {
        return question.timeLimitMs() * percent / 100;
    }
}
