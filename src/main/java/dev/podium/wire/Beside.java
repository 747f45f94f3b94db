package dev.podium.wire;

/**
 * What may stand beside a state, where it is known.
 *
 * @param door for hosts and screens after the lobby, as long as one can join; else null
 * @param answered how many have answered the question of a reveal; else null
 * @param facts for hosts and screens at the end
 */
public record Beside(Door door, Integer answered, Facts facts) {
    public static final Beside NOTHING = new Beside(null, null, Facts.NONE);

    void writeTo(JsonText json, Audience audience) {
        if (answered != null) {
            json.field("answered", answered);
        }
        if (audience == Audience.PLAYER) return;
        if (door != null) {
            door.writeTo(json);
        }
        facts.writeTo(json);
    }
}
