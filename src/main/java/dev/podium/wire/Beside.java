package dev.podium.wire;

/**
 * What may stand beside a state, where it is known.
 *
 * @param door for hosts and screens after the lobby, as long as one can join; else null
 * @param answered how many have answered the question of a reveal; else null
 * @param facts for hosts and screens at the end
 * @param rehearsal whether it is played for practice
 * @param did by whose hand the game came to this state, for those who steer; null where a clock brought it here
 */
public record Beside(Door door, Integer answered, Facts facts, boolean rehearsal, Did did) {
    public static final Beside NOTHING = new Beside(null, null, Facts.NONE);

    public Beside(Door door, Integer answered, Facts facts) {
        this(door, answered, facts, false, null);
    }

    void writeTo(JsonText json, Audience audience) {
        if (answered != null) {
            json.field("answered", answered);
        }
        if (audience == Audience.PLAYER) return;
        if (door != null) {
            door.writeTo(json);
        }
        facts.writeTo(json);
        json.flag("rehearsal", rehearsal);
        if (did != null && audience.seesKeys()) {
            did.writeTo(json);
        }
    }
}
