package dev.podium.crew;

import dev.podium.secret.RandomValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What a remote's link carries: which remote of its game it is, and 128 random bits that prove it. Only its hash is stored.
 *
 * @param id the first {@value #ID} characters
 */
record RemoteToken(String id, String value) {
    private static final int ID = 8;
    private static final int BYTES = 22;
    private static final int LENGTH = 30;

    static RemoteToken draw(SecureRandom random) {
        var value = RandomValue.draw(random, BYTES);
        return new RemoteToken(value.substring(0, ID), value);
    }

    /** Empty for what no server ever gave out. */
    static Optional<RemoteToken> read(String carried) {
        return carried.length() == LENGTH && carried.chars().allMatch(RemoteToken::isPlain)
                ? Optional.of(new RemoteToken(carried.substring(0, ID), carried))
                : Optional.empty();
    }

    byte[] hash() {
        return RandomValue.hash(value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "RemoteToken";
    }

    private static boolean isPlain(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_';
    }
}
