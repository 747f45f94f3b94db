package dev.podium.wire;

/** What a player's client sends. */
public sealed interface PlayMessage {
    /**
     * Takes a seat, or the same seat again for the same key.
     *
     * @param pin digits only, "" if what was sent cannot be a PIN
     * @param nickname as typed, unchecked
     * @param key made by the client: the same key in the same game is the same seat
     * @param team a team's id, unchecked, or null
     * @param identity who the player is, unchecked, or null
     * @param invite what a link carries that a host has made for one player, or null
     * @param handover what another phone showed, whose seat this one is to have, or null
     * @param v the client's version of the contract
     */
    record Join(
            String pin,
            String nickname,
            String key,
            String team,
            String identity,
            String invite,
            String handover,
            int v)
            implements PlayMessage {
        /** Takes a seat by a PIN alone. */
        public Join(String pin, String nickname, String key, String team, int v) {
            this(pin, nickname, key, team, null, null, null, v);
        }
    }

    /**
     * Returns to a seat.
     *
     * @param n the client's count of its attempts, null for "I am the newer one"
     */
    record Resume(String ticket, Long n, int v) implements PlayMessage {}

    /**
     * Answers a question.
     *
     * @param question any whole number, also one that no question has
     * @param answer null if it has no shape that any kind takes: to be acknowledged as {@code invalid}
     * @param elapsedMs what the client measured from showing the question to the tap, null if missing or odd
     */
    record Answer(String id, long question, dev.podium.game.Answer answer, Long elapsedMs) implements PlayMessage {}

    /**
     * Asks for a {@code pong}.
     *
     * @param t the number to send back, as JSON text
     */
    record Ping(String t) implements PlayMessage {}

    /** Gives up the connection; the seat stays. */
    record Leave() implements PlayMessage {}
}
