package dev.podium.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One field that cannot be accepted.
 *
 * @param field where, as in {@code questions[0].choices[1].text}; empty for the body as a whole
 * @param message for a developer's eye, in English
 */
public record FieldError(String field, Code code, String message) {
    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("field", field)
                .put("code", code.wireName())
                .put("message", message);
    }
}
