package dev.podium.wire;

import java.util.Locale;

/** What is wrong with a frame, which mostly had no effect. The socket stays open; only {@link #MALFORMED} counts towards the tenth, which closes it. */
public enum ErrorCode {
    MALFORMED,
    UNKNOWN_TYPE,
    UNKNOWN_COMMAND,
    /** A frame that is not possible now, such as an answer before the join. */
    UNEXPECTED,
    /** The frame had its effect, but more of them in such a time close the socket. */
    SLOW_DOWN,
    NICKNAME_TAKEN,
    NICKNAME_INVALID,
    NICKNAME_REFUSED,
    TEAM_UNKNOWN,
    TEAM_FULL,
    /** The host asks who players are. */
    IDENTITY_NEEDED,
    /** A link for one player leads nowhere, or somebody has come by it. */
    INVITE_UNKNOWN,
    /** A code for a seat is none, was used, or is too old. */
    HANDOVER_UNKNOWN,
    /** The game has as many players as it may have. */
    GAME_FULL,
    /** To hosts: the game cannot take the step that is due. */
    STUCK;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The {@code code} of an {@code error}. */
    public String wireName() {
        return wireName;
    }
}
