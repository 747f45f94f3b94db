package dev.podium.wire;

import java.util.UUID;

/** What a host's page sends. */
public sealed interface HostMessage {
    /**
     * Steers the game.
     *
     * @param id made by the client: the same id again gets the first reply
     * @param seq the game's position as the client knows it, null if it sent none
     */
    record Command(String id, dev.podium.game.Command command, Long seq) implements HostMessage {}

    /**
     * Lets another quiz follow on the last. It has no position: it may be sent at any moment.
     *
     * @param id as that of a command
     */
    record Append(String id, UUID quiz) implements HostMessage {}

    /**
     * Asks for a {@code pong}.
     *
     * @param t the number to send back, as JSON text
     */
    record Ping(String t) implements HostMessage {}
}
