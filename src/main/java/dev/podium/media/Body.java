package dev.podium.media;

/** Bytes of something that is kept, as a response brings them. */
record Body(String hash, Range range) {}
