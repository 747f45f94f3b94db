package dev.podium.process;

/**
 * Something that must not be.
 *
 * @param ackedAt when the answer that it is about was acknowledged, on {@link System#nanoTime}'s scale, or {@link #NEVER}
 */
public record Finding(Kind kind, long ackedAt, String what) {
    public static final long NEVER = Long.MIN_VALUE;

    public enum Kind {
        /** Acknowledged and not stored. */
        LOST,
        /** Stored more than once. */
        DUPLICATED,
        /** Stored and never sent. */
        INVENTED,
        /** Points, a score or a rank that the contract's words do not give. */
        SCORE,
        /** Somebody shows at the end what the database does not hold. */
        ENDING,
        /** The log has a gap, or ends otherwise than the game. */
        COURSE,
        /** Something of another game. */
        FOREIGN
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
