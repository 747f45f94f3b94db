package dev.podium.wire;

import java.util.List;

/**
 * What a lobby shows to hosts and screens.
 *
 * @param roster newest first; the first {@value #MAX_ROSTER} are sent
 */
public record Lobby(String pin, String joinUrl, List<RosterEntry> roster) {
    /** A screen shows no more names, and the state stays small. */
    public static final int MAX_ROSTER = 200;

    void writeTo(JsonText json) {
        json.field("pin", pin).field("joinUrl", joinUrl).name("roster").openArray();
        roster.stream().limit(MAX_ROSTER).forEach(entry -> entry.writeTo(json));
        json.closeArray();
    }
}
