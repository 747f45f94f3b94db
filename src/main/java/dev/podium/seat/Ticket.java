package dev.podium.seat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What a phone resumes its seat with: the game's id, so that no index over all games is asked, and 128 random bits. */
public final class Ticket {
    private static final int BYTES = 32;

    private Ticket() {}

    static String draw(UUID game) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        ByteBuffer.wrap(bytes).putLong(game.getMostSignificantBits()).putLong(game.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The game a ticket is for; empty for what no server ever gave out. */
    public static Optional<UUID> game(String ticket) {
        try {
            var bytes = Base64.getUrlDecoder().decode(ticket);
            if (bytes.length != BYTES) return Optional.empty();
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
