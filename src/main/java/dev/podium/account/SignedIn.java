package dev.podium.account;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.util.UUID;

/**
 * A host whose session is valid now.
 *
 * @param language the tag of the language chosen, or null
 */
public record SignedIn(UUID id, String email, String name, Role role, String language) implements Principal {
    /**
     * The host behind a request to an endpoint that asks for one ({@code @Authenticated}).
     *
     * @throws ClassCastException if nobody is signed in
     */
    public static SignedIn of(SecurityIdentity identity) {
        return (SignedIn) identity.getPrincipal();
    }

    /** The id: this name may reach logs. */
    @Override
    public String getName() {
        return id.toString();
    }

    @Override
    public String toString() {
        return "host " + id;
    }
}
