package dev.podium.account;

import dev.podium.http.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** The one place where a token's scopes count: what a call has no scope for, no token opens. */
@Provider
@Priority(Priorities.AUTHORIZATION)
class ScopeFilter implements ContainerRequestFilter {
    static final String SCOPES = "scopes";

    private final SecurityIdentity identity;

    ScopeFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        if (ApiTokens.in(call.getHeaderString(HttpHeaders.AUTHORIZATION)).isEmpty()) return;
        var path = call.getUriInfo().getPath();
        // Outside the API nothing asks who calls.
        if (!path.startsWith(Scope.API)) return;
        var needed = Scope.needed(call.getMethod(), path)
                .orElseThrow(
                        () -> Problem.forbidden("No token opens this: sign in.").refusal());
        Set<Scope> scopes = identity.getAttribute(SCOPES);
        if (scopes == null || !scopes.contains(needed))
            throw Problem.forbidden("The token lacks the scope " + needed.wireName() + ".")
                    .refusal();
    }
}
