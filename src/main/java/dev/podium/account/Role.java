package dev.podium.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which kind of host somebody is: who sets Podium up is its admin, and looks after the other hosts. */
public enum Role {
    ADMIN,
    HOST;

    /** The word that is stored and sent: {@code admin}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
