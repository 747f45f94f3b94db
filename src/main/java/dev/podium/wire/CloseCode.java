package dev.podium.wire;

/** Why the server closes a socket. The range is the policy: below 4500 the client comes back, from there on it stops. */
public enum CloseCode {
    /** This instance is going away; not counted as a failure by the client. */
    DRAINING(4001, "draining"),
    /** The viewer does not read as fast as the game writes. */
    TOO_SLOW(4002, "too slow"),
    /** Nothing arrived for two heartbeats and five seconds, or no first frame of a player's. */
    SILENT(4003, "silent"),
    /** Twice as much was sent as a socket may send. */
    FLOODED(4004, "too much at once"),
    /** The tenth malformed frame. */
    PROTOCOL(4500, "protocol"),
    GAME_OVER(4501, "game over"),
    REMOVED(4502, "removed"),
    /** A newer socket has taken the seat. */
    OPENED_ELSEWHERE(4503, "opened elsewhere"),
    CLIENT_TOO_OLD(4504, "client too old"),
    /** A wrong ticket, screen link or sign-in. */
    NOT_ALLOWED(4505, "bad ticket, link or sign-in"),
    NO_SUCH_GAME(4506, "no such game"),
    /** Locked, or begun without late joiners. */
    LOCKED(4507, "locked"),
    TOO_MANY_TRIES(4508, "too many tries"),
    /** A fault of ours. The client comes back, and may find another instance or a mended row. */
    INTERNAL(1011, "internal error"),
    /** A frame above {@link Wire#MAX_CLIENT_BYTES}. */
    TOO_BIG(1009, "message too big");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The number in the close frame. */
    public int code() {
        return code;
    }

    /** The reason in the close frame, for people who read logs. */
    public String reason() {
        return reason;
    }
}
