package dev.podium.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is wrong with one field: a stable word that pages translate. */
public enum Code {
    REQUIRED,
    TOO_LONG,
    TOO_SHORT,
    OUT_OF_RANGE,
    NOT_A_NUMBER,
    NOT_ALLOWED,
    UNKNOWN,
    NO_CORRECT,
    LOW_CONTRAST,
    TOO_MANY,
    TOO_FEW,
    DUPLICATE,
    INVALID;

    /** The word as it is sent: {@code too-long}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
