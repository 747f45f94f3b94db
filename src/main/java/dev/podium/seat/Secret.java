package dev.podium.seat;

import dev.podium.secret.RandomValue;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** 128 random bits, which a link or a QR code carries and nobody guesses. Only their hash is stored. */
record Secret(byte[] bytes) {
    static final int BYTES = 16;

    static Secret draw() {
        return new Secret(RandomValue.bytes(new SecureRandom(), BYTES));
    }

    /** Empty for what no server ever gave out. */
    static Optional<Secret> of(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == BYTES ? Optional.of(new Secret(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return RandomValue.text(bytes);
    }

    byte[] hash() {
        return RandomValue.hash(bytes);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
