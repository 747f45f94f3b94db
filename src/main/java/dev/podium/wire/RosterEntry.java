package dev.podium.wire;

import java.util.UUID;

/**
 * A seat as hosts and screens see it.
 *
 * @param team the team's id, or null
 * @param extra percent of more time, which those who steer are told
 * @param identity who it is, which signed-in hosts alone are told; null where they do not ask
 */
public record RosterEntry(UUID id, String nickname, String team, Status status, int extra, String identity) {
    /** What becomes of a seat. */
    public enum Status {
        IN,
        /** A host has still to let it in. */
        WAITING,
        LEFT
    }

    public RosterEntry(UUID id, String nickname, String team) {
        this(id, nickname, team, Status.IN, 0, null);
    }

    /** Whoever is not in is shown to those who steer only, and not where others look on. */
    public boolean seenBy(Audience audience) {
        return status == Status.IN || audience.seesKeys();
    }

    /** As much of it as an audience may see: who somebody is, signed-in hosts alone; how much time, whoever gives it. */
    public RosterEntry as(Audience audience) {
        return switch (audience) {
            case HOST -> this;
            case REMOTE -> new RosterEntry(id, nickname, team, status, extra, null);
            case PLAYER, SCREEN, PRESENTER -> new RosterEntry(id, nickname, team, status, 0, null);
        };
    }

    void writeTo(JsonText json) {
        json.open()
                .field("id", id.toString())
                .field("nickname", nickname)
                .optional("team", team)
                .flag("waiting", status == Status.WAITING)
                .flag("left", status == Status.LEFT);
        if (extra > 0) {
            json.field("extra", extra);
        }
        json.optional("identity", identity).close();
    }
}
