package dev.podium.wire;

import java.util.UUID;

/**
 * How a player's phone is doing, for those who steer.
 *
 * @param connected whether it has a connection now
 * @param lagMs the round trip last known, in milliseconds; null before the first
 * @param answered whether the open question has its answer
 */
public record Phone(UUID id, boolean connected, Integer lagMs, boolean answered) {
    void writeTo(JsonText json) {
        json.open().field("id", id.toString()).field("connected", connected);
        if (lagMs != null) json.field("lagMs", lagMs);
        json.field("answered", answered).close();
    }
}
