package dev.podium.http;

/**
 * A JSON object that a client sends: a record whose types and constraints say what is possible. {@link InputReader} reads it for
 * every endpoint that takes one. Fields the record does not have are mistakes, unless it says {@code @JsonIgnoreProperties}.
 */
public interface Input {}
