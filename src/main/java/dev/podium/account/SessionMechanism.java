package dev.podium.account;

import static dev.podium.http.Async.uni;

import dev.podium.http.ClientAddress;
import dev.podium.http.Problem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Lets endpoints say {@code @Authenticated} and {@code @RolesAllowed}: the session cookie is the identity. A program's token
 * is one too, and then the cookie beside it counts for nothing; it has no role, so that no admin's door opens.
 */
@ApplicationScoped
// Instead of the framework's for OpenID Connect: what a provider vouches for opens no endpoint, only the door to a
// session.
@Alternative
@Priority(1)
class SessionMechanism implements HttpAuthenticationMechanism {
    private final Hosts hosts;
    private final ApiTokens tokens;
    private final ClientAddress address;

    SessionMechanism(Hosts hosts, ApiTokens tokens, ClientAddress address) {
        this.hosts = hosts;
        this.tokens = tokens;
        this.address = address;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var request = context.request();
        return ApiTokens.in(request.getHeader("Authorization"))
                .map(token -> byToken(token, request))
                .orElseGet(() -> hosts.byCookie(request.getHeader("Cookie"))
                        .map(host -> host.map(SessionMechanism::identity).orElse(null)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    private Uni<SecurityIdentity> byToken(Token token, HttpServerRequest request) {
        return uni(tokens.use(token))
                .map(found -> found.map(use -> {
                            if (use.demo() && !address.isThisMachine(request))
                                throw Problem.forbidden(
                                                "A token of the demo account is good on the machine that runs Podium.")
                                        .coded(Problem.ONLY_HERE)
                                        .refusal();
                            return (SecurityIdentity) QuarkusSecurityIdentity.builder()
                                    .setPrincipal(use.host())
                                    .addAttribute(ScopeFilter.SCOPES, use.scopes())
                                    .build();
                        })
                        .orElse(null));
    }

    private static SecurityIdentity identity(SignedIn host) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(host)
                .addRole(host.role().wireName())
                .build();
    }
}
