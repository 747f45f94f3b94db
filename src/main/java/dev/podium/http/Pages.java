package dev.podium.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the three pages are served: under short addresses, with their policy, and kept by browsers as long as they may be.
 * Files under {@code /assets/} carry a hash in their name, so they never change; pages are asked for each time.
 */
@ApplicationScoped
final class Pages {
    /** Before every other route, the static files' included. */
    private static final int FIRST = Integer.MIN_VALUE + 100;

    private static final Map<String, String> ADDRESSES = Map.of("/host", "/host.html", "/screen", "/screen.html");
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final Optional<String> policy;

    Pages(@ConfigProperty(name = "podium.content-security-policy") Optional<String> policy) {
        this.policy = policy;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var path = context.normalizedPath();
        var page = ADDRESSES.get(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (page != null) {
            context.reroute(context.request().method(), page);
            return;
        }
        context.addHeadersEndHandler(_ -> protect(context.response(), path));
        context.next();
    }

    private void protect(HttpServerResponse response, String path) {
        var headers = response.headers();
        policy.ifPresent(value -> headers.set("Content-Security-Policy", value));
        headers.set("X-Content-Type-Options", "nosniff").set("Referrer-Policy", "same-origin");
        if (response.getStatusCode() >= 400) {
            return;
        }
        if (path.startsWith("/assets/")) {
            headers.set(HttpHeaders.CACHE_CONTROL, FOREVER);
        } else if (path.endsWith("/") || path.endsWith(".html") || path.endsWith(".svg")) {
            headers.set(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        }
    }
}
