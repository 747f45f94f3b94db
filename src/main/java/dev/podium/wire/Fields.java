package dev.podium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The fields of one client frame, each read as what it must be. */
final class Fields {
    // Ids and keys are uuids in our own clients; others may choose, within reason.
    private static final int MAX_ID = 64;
    private static final int MAX_TICKET = 256;
    // The whole numbers that every JSON reader keeps exactly.
    private static final double MAX_SAFE = 9007199254740991d;

    private final JsonNode frame;

    Fields(JsonNode frame) {
        this.frame = frame;
    }

    /** An id in {@code field}. */
    String id(String field) throws OddField {
        return name(field, MAX_ID);
    }

    String ticket(String field) throws OddField {
        return name(field, MAX_TICKET);
    }

    String ticketOrNull(String field) throws OddField {
        return isAbsent(field) ? null : ticket(field);
    }

    /** The id of the frame for an error about it, or null. */
    String idOrNull() {
        var id = frame.path("id");
        return id.isTextual() && isName(id.textValue(), MAX_ID) ? id.textValue() : null;
    }

    /** Any text, null if the field is missing. */
    String textOrNull(String field) throws OddField {
        return isAbsent(field) ? null : text(field);
    }

    String text(String field) throws OddField {
        var value = frame.path(field);
        if (!value.isTextual()) {
            throw odd(field);
        }
        return value.textValue();
    }

    long whole(String field) throws OddField {
        var value = frame.path(field);
        if (!isWhole(value)) {
            throw odd(field);
        }
        return value.longValue();
    }

    /** A whole number from 0, null if the field is missing. */
    Long countOrNull(String field) throws OddField {
        if (isAbsent(field)) {
            return null;
        }
        var value = whole(field);
        if (value < 0) {
            throw odd(field);
        }
        return value;
    }

    /** A finite number, as JSON text. */
    String number(String field) throws OddField {
        var value = frame.path(field);
        if (!isFinite(value)) {
            throw odd(field);
        }
        return value.asText();
    }

    /** What a client measured, null if it is missing or cannot have been measured. */
    Long durationOrNull(String field) {
        var value = frame.path(field);
        var duration = isFinite(value) ? Math.rint(value.doubleValue()) : -1;
        return duration >= 0 && duration <= Integer.MAX_VALUE ? (long) duration : null;
    }

    /** False if the field is missing. */
    boolean flag(String field) throws OddField {
        if (!isAbsent(field) && !frame.path(field).isBoolean()) {
            throw odd(field);
        }
        return frame.path(field).booleanValue();
    }

    /** A list of texts that a database takes, empty if the field is missing. */
    List<String> textsOrNone(String field) throws OddField {
        if (isAbsent(field)) {
            return List.of();
        }
        var value = frame.path(field);
        if (!value.isArray()
                || !value.valueStream().allMatch(text -> text.isTextual() && isStorable(text.textValue()))) {
            throw odd(field);
        }
        return value.valueStream().map(JsonNode::textValue).toList();
    }

    JsonNode node(String field) {
        return frame.path(field);
    }

    boolean isAbsent(String field) {
        return frame.path(field).isMissingNode() || frame.path(field).isNull();
    }

    OddField odd(String field) {
        return new OddField(field + (isAbsent(field) ? " is missing" : " is odd"));
    }

    private String name(String field, int max) throws OddField {
        var text = text(field);
        if (!isName(text, max)) {
            throw odd(field);
        }
        return text;
    }

    /** Whether a text may be an id: some characters, not too many, each of which a database takes. */
    static boolean isName(String text, int max) {
        return !text.isEmpty() && text.length() <= max && isStorable(text);
    }

    static boolean isId(JsonNode value) {
        return value.isTextual() && isName(value.textValue(), MAX_ID);
    }

    /** Whether a text holds neither U+0000 nor half a surrogate pair. */
    static boolean isStorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private static boolean isWhole(JsonNode value) {
        return isFinite(value)
                && Math.abs(value.doubleValue()) <= MAX_SAFE
                && value.doubleValue() == Math.rint(value.doubleValue());
    }

    /** A field is not what the contract says. */
    static final class OddField extends Exception {
        OddField(String reason) {
            super(reason, null, false, false);
        }
    }
}
