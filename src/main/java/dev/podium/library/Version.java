package dev.podium.library;

import dev.podium.http.Problem;
import dev.podium.http.Problem.Refusal;
import java.util.Arrays;

/** A quiz's version as HTTP speaks of it. */
final class Version {
    private Version() {}

    static String etag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch the header, or null
     * @throws dev.podium.http.Problem.Refusal 428 without a header
     */
    static void require(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "Precondition required", "Send the quiz's ETag as If-Match.")
                    .refusal();
        }
    }

    /** Whether a client asks for something that is not there yet. */
    static boolean isNew(String ifNoneMatch) {
        return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    }

    static Refusal taken() {
        return Problem.of(412, "There already", "There is something with this id.")
                .refusal();
    }

    /**
     * @param ifMatch the header; null matches everything
     * @throws dev.podium.http.Problem.Refusal 412 if it names other versions only
     */
    static void match(String ifMatch, int version) {
        if (ifMatch == null) {
            return;
        }
        var current = etag(version);
        // A weak tag (W/"1") never matches here, as RFC 9110 has it.
        var matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw Problem.of(412, "Changed meanwhile", "Somebody saved this quiz since you loaded it.")
                    .refusal();
        }
    }
}
