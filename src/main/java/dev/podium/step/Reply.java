package dev.podium.step;

/**
 * What became of a command.
 *
 * @param reason why it was refused, or null when it is done
 * @param seq the game's after it
 */
public record Reply(String reason, long seq) {
    /** Why a clock's step waits: the game moves by itself, and no host is there to see it. */
    public static final String HOSTS_AWAY = "hosts-away";

    /** Why a question stays open: only those with more time are waited for. */
    public static final String OUTLASTED = "outlasted";

    /** Not now: the same command may be sent again, for this reply is not remembered. */
    public static final String BUSY = "busy";

    public boolean done() {
        return reason == null;
    }
}
