package dev.podium.wire;

/** Who a state is for. Only a host sees the key of a question before its reveal. */
public enum Audience {
    PLAYER(5),
    SCREEN(10),
    /** A host who steers from a screen, which everybody sees: told what a screen is told. */
    PRESENTER(10),
    HOST(10);

    private final int top;

    Audience(int top) {
        this.top = top;
    }

    /** Whether it is a host who watches, whatever is shown. */
    public boolean steers() {
        return this == HOST || this == PRESENTER;
    }

    /** How many lines of the leaderboard this audience is sent at most. */
    public int top() {
        return top;
    }
}
