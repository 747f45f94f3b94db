package dev.podium.crew;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
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
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new RemoteToken(value.substring(0, ID), value);
    }

    /** Empty for what no server ever gave out. */
    static Optional<RemoteToken> read(String carried) {
        return carried.length() == LENGTH && carried.chars().allMatch(RemoteToken::isPlain)
                ? Optional.of(new RemoteToken(carried.substring(0, ID), carried))
                : Optional.empty();
    }

    /** SHA-256 suffices: the value is random, not chosen by a person. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "RemoteToken";
    }

    private static boolean isPlain(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_';
    }
}
