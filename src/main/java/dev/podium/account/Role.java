package dev.podium.account;

import java.util.Locale;

/** What a host may do: an admin also looks after the other hosts. */
public enum Role {
    ADMIN,
    HOST;

    /** The word that is stored and sent: {@code admin}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
