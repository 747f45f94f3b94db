package dev.podium.wire;

import java.util.List;

/**
 * What a lobby shows to hosts and screens.
 *
 * @param roster newest first; the first {@value #MAX_ROSTER} that are in, and {@value #MAX_OTHERS} others
 */
public record Lobby(String pin, String joinUrl, List<RosterEntry> roster) {
    /** A screen shows no more names, and the state stays small. */
    public static final int MAX_ROSTER = 200;

    /** So many of those that wait or have left are told to hosts; the next when these are dealt with. */
    public static final int MAX_OTHERS = 100;

    void writeTo(JsonText json, Audience audience) {
        json.field("pin", pin).field("joinUrl", joinUrl).name("roster").openArray();
        roster.stream()
                .filter(entry -> entry.seenBy(audience))
                .forEach(entry -> entry.as(audience).writeTo(json));
        json.closeArray();
    }
}
