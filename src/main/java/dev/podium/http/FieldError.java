package dev.podium.http;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One field that cannot be accepted.
 *
 * @param field where, as in {@code questions[0].choices[1].text}; empty for the body as a whole
 * @param message for a developer's eye, in English
 */
@RegisterForReflection
public record FieldError(String field, Code code, String message) {}
