package dev.podium.account;

import java.util.Locale;

/** Which kind of host somebody is: who sets Podium up is its admin. Both may do the same so far. */
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
