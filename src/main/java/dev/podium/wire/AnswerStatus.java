package dev.podium.wire;

import java.util.Locale;

/** What became of a player's answer. {@link #SAVED} and {@link #DUPLICATE} are sent only after the answer is committed. */
public enum AnswerStatus {
    SAVED,
    DUPLICATE,
    LATE,
    EARLY,
    INVALID;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in an {@code ack}. */
    public String wireName() {
        return wireName;
    }
}
