package dev.podium.wire;

/** Who a state is for. Only who steers at a desk sees the key of a question before its reveal. */
public enum Audience {
    PLAYER(5),
    SCREEN(10),
    /** A host who steers from a screen, which everybody sees: told what a screen is told. */
    PRESENTER(10),
    /** A phone that steers by a link: told what a host is told, but for who people are. */
    REMOTE(10),
    HOST(10);

    private final int top;

    Audience(int top) {
        this.top = top;
    }

    /** Whether it is a host who watches, whatever is shown. */
    public boolean steers() {
        return this == HOST || this == REMOTE || this == PRESENTER;
    }

    /** Whether it looks at a desk of its own: keys, notes and what comes next are for it alone. */
    public boolean seesKeys() {
        return this == HOST || this == REMOTE;
    }

    /** How many lines of the leaderboard this audience is sent at most. */
    public int top() {
        return top;
    }
}
