package dev.podium.account;

import dev.podium.secret.RandomValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A secret that nobody guesses: 256 random bits. Only its hash is ever stored. */
record Token(String value) {
    private static final int BYTES = 32;

    static Token draw(SecureRandom random) {
        return new Token(RandomValue.draw(random, BYTES));
    }

    byte[] hash() {
        return RandomValue.hash(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token";
    }
}
