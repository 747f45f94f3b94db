package dev.podium.wire;

import java.util.UUID;

/**
 * A seat as hosts and screens see it.
 *
 * @param team the team's id, or null
 */
public record RosterEntry(UUID id, String nickname, String team, Status status) {
    /** What becomes of a seat. */
    public enum Status {
        IN,
        /** A host has still to let it in. */
        WAITING,
        LEFT
    }

    public RosterEntry(UUID id, String nickname, String team) {
        this(id, nickname, team, Status.IN);
    }

    /** Whoever is not in is shown to those who steer only, and not where others look on. */
    public boolean seenBy(Audience audience) {
        return status == Status.IN || audience.seesKeys();
    }

    void writeTo(JsonText json) {
        json.open()
                .field("id", id.toString())
                .field("nickname", nickname)
                .optional("team", team)
                .flag("waiting", status == Status.WAITING)
                .flag("left", status == Status.LEFT)
                .close();
    }
}
