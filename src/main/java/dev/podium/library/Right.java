package dev.podium.library;

import dev.podium.http.Problem;
import java.util.Locale;

/** What a host may do with a quiz; who may more, may also less. */
enum Right {
    /** Read it, export it, copy it. */
    SEE,
    LAUNCH,
    EDIT,
    /** Everything: share it, throw it away. */
    OWN;

    /** @param word as it is stored, or null */
    static Right of(String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * @param has what the host may; null for nothing, not even know that there is such a quiz
     * @throws Problem.Refusal 404 or 403
     */
    void require(Right has) {
        if (has == null) throw Problem.notFound("quiz").refusal();
        if (has.compareTo(this) >= 0) return;
        throw Problem.forbidden(
                        switch (this) {
                            case SEE, LAUNCH -> "It is shared with you to look at, not to launch.";
                            case EDIT -> "It is shared with you, but not to be changed.";
                            case OWN -> "Only its owner can do this.";
                        })
                .refusal();
    }
}
