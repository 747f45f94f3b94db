package dev.podium.client;

import java.util.Set;

/** What a close code asks of a client: the range is the policy. */
public enum Verdict {
    RETRY,
    /** Come back; the connection has not failed. */
    RETURN,
    STOP;

    /** No close frame came. */
    static final int LOST = 1006;

    private static final int DRAINING = 4001;
    private static final Set<Integer> FINAL = Set.of(1002, 1003, 1007, 1008, 1009, 1010);

    static Verdict of(int code) {
        if (code == DRAINING) return RETURN;
        return FINAL.contains(code) || code >= 4500 ? STOP : RETRY;
    }
}
