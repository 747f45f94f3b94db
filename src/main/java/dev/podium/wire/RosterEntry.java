package dev.podium.wire;

import java.util.UUID;

/**
 * A seat as hosts and screens see it.
 *
 * @param team the team's id, or null
 */
public record RosterEntry(UUID id, String nickname, String team) {
    void writeTo(JsonText json) {
        json.open()
                .field("id", id.toString())
                .field("nickname", nickname)
                .optional("team", team)
                .close();
    }
}
