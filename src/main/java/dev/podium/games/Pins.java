package dev.podium.games;

import dev.podium.game.Game;
import java.security.SecureRandom;
import java.util.Base64;

/** Numbers and links that lead to a game. */
final class Pins {
    /** A PIN of an ended game leads nowhere for so long, so that a late phone does not land in somebody else's game. */
    static final long REST_MS = Game.RESTORABLE_MS;

    private static final int PINS = 900_000;
    private static final int FIRST = 100_000;
    private static final int TOKEN_BYTES = 18;

    private Pins() {}

    /** Six digits, the first not 0. */
    static String draw() {
        return Integer.toString(FIRST + new SecureRandom().nextInt(PINS));
    }

    public static String screenToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
