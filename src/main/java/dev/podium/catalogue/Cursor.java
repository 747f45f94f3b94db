package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a list ended: by what it is sorted by, not by how many were before it, so that what comes and goes moves nothing. */
record Cursor(UUID id, String key) {
    private static final int ID_LENGTH = 36;

    /** @throws Problem.Refusal 422 for a text that no page gave */
    static Cursor read(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(UUID.fromString(plain.substring(0, ID_LENGTH)), plain.substring(ID_LENGTH));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unknown();
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
    }

    OffsetDateTime time() {
        try {
            return Instant.parse(key).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw unknown();
        }
    }

    static Problem.Refusal unknown() {
        return Problem.invalid("after", Code.INVALID, "It has to be what a page before said as next.")
                .refusal();
    }
}
