package dev.podium.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A value that nobody guesses, as a cookie, a link or a QR code carries it. Any thread. */
public final class RandomValue {
    private RandomValue() {}

    /** So many random bytes as text for URLs. */
    public static String draw(SecureRandom random, int bytes) {
        return text(bytes(random, bytes));
    }

    /** The same as bytes, for what carries more than them. */
    public static byte[] bytes(SecureRandom random, int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }

    /** Bytes as text for URLs. */
    public static String text(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** What is stored of it. SHA-256 suffices: the value is random, not chosen by a person. */
    public static byte[] hash(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
