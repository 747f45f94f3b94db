package dev.podium.client;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Who holds a phone: looks at a question and taps after a while, or not at all. */
@FunctionalInterface
public interface Person {
    /** @param afterMs from the moment the question is shown */
    record Tap(JsonObject answer, long afterMs) {}

    /** Taps only when {@link Phone#tap} says so. */
    Person WAITING = question -> Optional.empty();

    Optional<Tap> faces(JsonObject question);
}
