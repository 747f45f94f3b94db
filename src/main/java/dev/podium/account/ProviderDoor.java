package dev.podium.account;

import static dev.podium.http.Async.uni;

import dev.podium.account.TurnedAway.Reason;
import dev.podium.configuration.Configuration;
import dev.podium.http.ClientAddress;
import dev.podium.http.RateLimit;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Where a browser signs in by the provider, and goes to sign out there: every answer leads on to another page. The framework asks the
 * provider and verifies what it says; what comes of it is a session like any other, and nothing else opens an endpoint.
 */
@ApplicationScoped
class ProviderDoor {
    /** Wrong ones from one address; a whole staff may share it. */
    private static final int MAX_WRONG = 100;

    private static final int MAX_KEYS = 20_000;

    /** Whose session is to be linked: its own cookie does not come back from another site. */
    private static final String LINKING = "podium_linking";

    private static final Duration LINKING_LIFE = Duration.ofMinutes(10);
    private static final String STATE_COOKIE = "q_auth";
    private static final String TOKEN_COOKIE = "q_session";
    private static final Logger LOG = Logger.getLogger(ProviderDoor.class);

    private final Provider provider;
    private final OidcAuthenticationMechanism oidc;
    private final IdentityProviderManager identities;
    private final ProviderHosts hosts;
    private final Hosts known;
    private final Sessions sessions;
    private final ClientAddress address;
    private final Configuration settings;
    private final RateLimit wrong = new RateLimit(MAX_WRONG, SignIn.WINDOW, MAX_KEYS, System::nanoTime);

    ProviderDoor(
            Provider provider,
            OidcAuthenticationMechanism oidc,
            IdentityProviderManager identities,
            ProviderHosts hosts,
            Hosts known,
            Sessions sessions,
            ClientAddress address,
            Configuration settings) {
        this.provider = provider;
        this.oidc = oidc;
        this.identities = identities;
        this.hosts = hosts;
        this.known = known;
        this.sessions = sessions;
        this.address = address;
        this.settings = settings;
    }

    void register(@Observes Router router) {
        if (provider.name().isEmpty()) return;
        router.get(Provider.PATH)
                .handler(context -> answer(context, isBack(context) ? comeBack(context) : go(context)));
        router.get(Provider.END).handler(context -> answer(context, leave(context)));
    }

    private static boolean isBack(RoutingContext context) {
        var query = context.queryParams();
        return query.contains("state") || query.contains("code") || query.contains("error");
    }

    /** To the provider; {@code ?link} from the page of a host who is signed in. */
    private Uni<String> go(RoutingContext context) {
        if (context.queryParams().contains("link"))
            SessionCookie.in(context.request().getHeader(HttpHeaders.COOKIE))
                    .ifPresent(token -> context.response().addCookie(linking(token.value(), LINKING_LIFE)));
        return oidc.getChallenge(context)
                .map(challenge -> challenge.getHeaders().get(HttpHeaders.LOCATION))
                .onFailure()
                .transform(failure -> told(failure, Reason.AWAY));
    }

    /** From the provider, with a code that the framework exchanges for what is true of somebody. */
    private Uni<String> comeBack(RoutingContext context) {
        var request = context.request();
        var client = address.of(request);
        if (!wrong.take(client).isZero()) return failed(Reason.TOO_MANY);
        if (request.cookies().stream().noneMatch(cookie -> cookie.getName().startsWith(STATE_COOKIE)))
            return failed(Reason.NO_COOKIE);
        if ("access_denied".equals(context.queryParams().get("error"))) return failed(Reason.CANCELLED);
        return oidc.authenticate(context, identities)
                .onFailure()
                .transform(failure -> told(failure, Reason.FAILED))
                .onItem()
                .ifNull()
                .failWith(() -> new TurnedAway(Reason.FAILED))
                .chain(identity -> details(context, identity).map(details -> vouched(identity, details)))
                .chain(who -> linking(context)
                        .chain(host -> host.map(id -> link(id, who)).orElseGet(() -> enter(context, who))))
                .invoke(() -> wrong.giveBack(client));
    }

    /** Many providers leave addresses and roles out of their tokens, and tell them to whoever asks. */
    private static Uni<JsonObject> details(RoutingContext context, SecurityIdentity identity) {
        OidcProviderClient client = identity.getAttribute(OidcProviderClient.class.getName());
        AuthorizationCodeTokens tokens = context.get(AuthorizationCodeTokens.class.getName());
        return client.getUserInfo(tokens.getAccessToken())
                .map(info -> new JsonObject(info.getUserInfoString()))
                .onFailure()
                .transform(failure -> told(failure, Reason.FAILED));
    }

    private Vouched vouched(SecurityIdentity identity, JsonObject details) {
        var token = identity.getCredential(IdTokenCredential.class).getToken();
        return Vouched.of(OidcUtils.decodeJwtContent(token), details, settings.oidc());
    }

    private Uni<String> enter(RoutingContext context, Vouched who) {
        var request = context.request();
        return uni(hosts.enter(who))
                .chain(host -> sessions.begin(host, request.getHeader(HttpHeaders.USER_AGENT)))
                .map(token -> {
                    set(context, SessionCookie.set(token, request, isSecure()));
                    return Provider.PAGE;
                });
    }

    private Uni<String> link(UUID host, Vouched who) {
        return uni(hosts.link(host, who)).map(_ -> Provider.PAGE + "?sign-in=linked#/account");
    }

    /** The host who asked for it, if one did: still signed in, and in this browser. */
    private Uni<Optional<UUID>> linking(RoutingContext context) {
        var cookie = context.request().getCookie(LINKING);
        if (cookie == null) return Uni.createFrom().item(Optional.empty());
        context.response().addCookie(linking("", Duration.ZERO));
        return known.byCookie(SessionCookie.NAME + "=" + cookie.getValue())
                .map(host -> Optional.of(
                        host.orElseThrow(() -> new TurnedAway(Reason.FAILED)).id()));
    }

    /** To the provider's own sign-out, where this browser came by it; the session here has ended already. */
    private Uni<String> leave(RoutingContext context) {
        return oidc.authenticate(context, identities)
                .map(_ -> Provider.PAGE)
                .onFailure(failure -> !(failure instanceof AuthenticationRedirectException))
                .recoverWithItem(Provider.PAGE);
    }

    private static Uni<String> failed(Reason reason) {
        return Uni.createFrom().failure(new TurnedAway(reason));
    }

    /** Says in the log what is wrong with the provider or its words, and nothing about whom they concern. */
    private static Throwable told(Throwable failure, Reason reason) {
        if (failure instanceof AuthenticationRedirectException) return failure;
        LOG.warnf("The provider's sign-in failed: %s", inWords(failure));
        return new TurnedAway(reason);
    }

    private static String inWords(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof InvalidJwtException) && cause.getCause() != null) cause = cause.getCause();
        if (cause instanceof ConfigurationException wrong) return wrong.getMessage();
        if (!(cause instanceof InvalidJwtException token))
            return cause.getClass().getName();
        return token.getErrorDetails().stream()
                .map(error -> error.getErrorMessage())
                .toList()
                .toString();
    }

    private void answer(RoutingContext context, Uni<String> page) {
        page.subscribe().with(next -> lead(context, next), failure -> lead(context, pageAfter(failure)));
    }

    private static String pageAfter(Throwable failure) {
        return switch (failure) {
            case AuthenticationRedirectException redirect -> redirect.getRedirectUri();
            case TurnedAway turned ->
                Provider.PAGE + "?sign-in=" + turned.reason().word()
                        + (turned.reason() == Reason.LINKED_ELSEWHERE ? "#/account" : "");
            default -> {
                LOG.warnf(
                        "A sign-in by the provider failed: %s",
                        failure.getClass().getName());
                yield Provider.PAGE + "?sign-in=" + Reason.AWAY.word();
            }
        };
    }

    private void lead(RoutingContext context, String page) {
        keepTokenForTheEnd(context);
        if (context.response().closed()) return;
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, page)
                .end();
    }

    /** The framework's cookie proves nothing here: it goes to the one place that needs it, for as long as a session lasts. */
    private static void keepTokenForTheEnd(RoutingContext context) {
        List.copyOf(context.request().cookies()).stream()
                .filter(cookie -> cookie.getName().startsWith(TOKEN_COOKIE))
                .forEach(cookie -> {
                    cookie.setPath(Provider.END);
                    if (cookie.getMaxAge() > 0) cookie.setMaxAge(SessionCookie.LIFE.toSeconds());
                });
    }

    private static void set(RoutingContext context, NewCookie cookie) {
        var header = RuntimeDelegate.getInstance()
                .createHeaderDelegate(NewCookie.class)
                .toString(cookie);
        context.response().headers().add(HttpHeaders.SET_COOKIE, header);
    }

    private Cookie linking(String value, Duration life) {
        return Cookie.cookie(LINKING, value)
                .setPath(Provider.PATH)
                .setMaxAge(life.toSeconds())
                .setHttpOnly(true)
                .setSecure(isSecure())
                .setSameSite(CookieSameSite.LAX);
    }

    private boolean isSecure() {
        return settings.publicUrl().filter(url -> url.startsWith("https:")).isPresent();
    }
}
