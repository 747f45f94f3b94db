package dev.podium.account;

import dev.podium.configuration.Configuration;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The OpenID Connect provider of this installation, if it has one: how it is asked. Nothing is asked of it before somebody wants to
 * sign in there, so that no start waits for it.
 */
@ApplicationScoped
class Provider implements TenantConfigResolver {
    /** Where a sign-in by the provider begins, and where it comes back to. */
    static final String PATH = "/api/session/provider";

    /** Where signing out goes on. */
    static final String END = PATH + "/end";

    static final String PAGE = "/host";
    private static final String TENANT = "podium";

    private final String name;
    private final Optional<OidcTenantConfig> asked;

    Provider(Configuration settings) {
        this.name = settings.oidc().name();
        this.asked = settings.oidc().issuer().map(issuer -> asked(issuer, settings));
    }

    /** What hosts call it; empty where there is none. */
    Optional<String> name() {
        return asked.map(_ -> name);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> waiting) {
        return Uni.createFrom().item(asked.orElse(null));
    }

    private static OidcTenantConfig asked(String issuer, Configuration settings) {
        var secret = settings.oidc().clientSecret().orElse("");
        var secure =
                settings.publicUrl().filter(url -> url.startsWith("https:")).isPresent();
        return OidcTenantConfig.authServerUrl(issuer)
                .tenantId(TENANT)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(settings.oidc().clientId().orElse(""))
                .credentials(secret)
                // What is not of this issuer is of nobody, whatever its metadata say.
                .token()
                .issuer(issuer)
                .end()
                .authentication()
                .scopes("profile", "email")
                .pkceRequired(true)
                .nonceRequired(true)
                .redirectPath(PATH)
                .removeRedirectParameters(false)
                .forceRedirectHttpsScheme(secure)
                .cookieForceSecure(secure)
                .cookiePath(PATH)
                .cookieSameSite(CookieSameSite.STRICT)
                // Every instance takes up what another has begun.
                .stateSecret(derived("state", secret))
                .end()
                .tokenStateManager()
                .strategy(Strategy.ID_TOKEN)
                .encryptionSecret(derived("token", secret))
                .end()
                .logout()
                .path(END)
                .postLogoutPath(PAGE)
                .end()
                .build();
    }

    private static String derived(String use, String secret) {
        return HexFormat.of().formatHex(new Token(use + ' ' + secret).hash());
    }
}
