package dev.podium.account;

import java.util.Locale;

/** Why somebody whom the provider sent back does not come in. */
final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    enum Reason {
        /** The provider cannot be reached. */
        AWAY,
        /** What the provider sent proves nothing; or nothing was asked of it. */
        FAILED,
        /** The person has chosen not to. */
        CANCELLED,
        /** Nothing here remembers that this browser has asked. */
        NO_COOKIE,
        /** The provider tells no e-mail address, or one that it has not confirmed. */
        NO_ADDRESS,
        NOT_ADMITTED,
        /** Another account has this e-mail address: its host may link the two. */
        TAKEN,
        /** The provider's account signs in as another host already. */
        LINKED_ELSEWHERE,
        DISABLED,
        /** There is no admin yet. */
        NOT_SET_UP,
        TOO_MANY;

        /** As the page knows it: {@code no-cookie}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    TurnedAway(Reason reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
