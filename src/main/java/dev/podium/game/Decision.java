package dev.podium.game;

/** The reply of a game to a command: exactly one event, or a reason why not. */
public sealed interface Decision {

    /** It happened. {@code game} is the game after {@code event}, with {@code seq} one higher. */
    record Accepted(Event event, Game game) implements Decision {}

    /** Nothing changed. {@code reason} is one of the constants here, as it goes over the wire. */
    record Refused(String reason) implements Decision {
        /** Not possible in this phase, or already so (a lock of a locked game). */
        public static final String PHASE = "phase";
        /** The countdown runs: the question opens by itself. */
        public static final String CLOCK = "clock";
        /** Not possible while paused. */
        public static final String PAUSED = "paused";
        /** Nothing to continue. */
        public static final String NOT_PAUSED = "not-paused";
        /** Nothing is due yet. */
        public static final String EARLY = "early";
        /** A number out of range, or nobody named. */
        public static final String INVALID = "invalid";
        /** A quiz that there is not, or not for this host, or that has nothing to ask. */
        public static final String UNPLAYABLE = "unplayable";
        /** There would be more than a game may have. */
        public static final String TOO_MANY = "too-many";
        /** The game is over. */
        public static final String FINISHED = "finished";
    }
}
