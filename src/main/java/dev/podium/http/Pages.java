package dev.podium.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the pages are served: under short addresses, with their policy, and kept by browsers as long as they may be.
 * Files under {@code /assets/} carry a hash in their name, so they never change, and are sent as the build has compressed
 * them; pages are asked for each time.
 */
@ApplicationScoped
final class Pages {
    /** Before every other route, the static files' included. */
    private static final int FIRST = Integer.MIN_VALUE + 100;

    private static final Map<String, String> ADDRESSES =
            Map.of("/host", "/host.html", "/screen", "/screen.html", "/check", "/check.html");
    /** A hashed file, or one of its variants, by the ending that tells its type. */
    private static final Pattern ASSET = Pattern.compile("/assets/[\\w.-]+?\\.(\\w+)(\\.br|\\.gz)?");

    private static final Pattern UNHASHED = Pattern.compile(".*(/|\\.(html|js|svg|png|webmanifest))");
    /** Of the files that the build compresses. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final Optional<String> policy;
    /** Files that are there, no more than the build has made: looking for one again costs more than sending it. */
    private final Set<String> found = ConcurrentHashMap.newKeySet();

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
        var variant = variant(context, path);
        if (variant.isPresent()) {
            context.reroute(context.request().method(), path + variant.get().suffix);
            return;
        }
        context.addHeadersEndHandler(_ -> protect(context.response(), path));
        context.next();
    }

    /** The form in which the build has left this file for such a client, if it has. */
    private Optional<Variant> variant(RoutingContext context, String path) {
        var method = context.request().method();
        if (!ASSET.matcher(path).matches() || (method != HttpMethod.GET && method != HttpMethod.HEAD)) {
            return Optional.empty();
        }
        return Variant.acceptedBy(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                .filter(variant -> exists(path + variant.suffix))
                .findFirst();
    }

    private boolean exists(String path) {
        if (found.contains(path)) return true;
        boolean exists =
                Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + path) != null;
        if (exists) found.add(path);
        return exists;
    }

    private void protect(HttpServerResponse response, String path) {
        var headers = response.headers();
        policy.ifPresent(value -> headers.set("Content-Security-Policy", value));
        headers.set("X-Content-Type-Options", "nosniff").set("Referrer-Policy", "same-origin");
        if (response.getStatusCode() >= 400) {
            return;
        }
        var asset = ASSET.matcher(path);
        if (asset.matches()) {
            headers.set(HttpHeaders.CACHE_CONTROL, FOREVER).set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            Variant.of(path)
                    .ifPresent(variant -> headers.set(HttpHeaders.CONTENT_ENCODING, variant.coding)
                            .set(
                                    HttpHeaders.CONTENT_TYPE,
                                    TYPES.getOrDefault(asset.group(1), "application/octet-stream")));
        } else if (UNHASHED.matcher(path).matches()) {
            headers.set(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
            if (path.endsWith(".webmanifest")) {
                headers.set(HttpHeaders.CONTENT_TYPE, "application/manifest+json");
            }
        }
    }
}
