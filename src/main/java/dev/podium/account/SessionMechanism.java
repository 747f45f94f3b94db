package dev.podium.account;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets endpoints say {@code @Authenticated} and {@code @RolesAllowed}: the session cookie is the identity. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private final Hosts hosts;

    SessionMechanism(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return hosts.byCookie(context.request().getHeader("Cookie"))
                .map(host -> host.map(SessionMechanism::identity).orElse(null));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    private static SecurityIdentity identity(SignedIn host) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(host)
                .addRole(host.role().wireName())
                .build();
    }
}
