package dev.podium.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * How the pages are served: under short addresses, also where a person has typed another one, and hashed files kept by
 * browsers for ever. Files under {@code /assets/} carry a hash in their name, so they never change, and are sent as the build
 * has compressed them. Headers that every page has alike are configured.
 */
@ApplicationScoped
final class Pages {
    /** Before every other route, the static files' included. */
    private static final int FIRST = Integer.MIN_VALUE + 100;
    /** Behind the files, before endpoints, which answer whatever has no other answer. */
    private static final int NO_FILE = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT;

    private static final Map<String, String> ADDRESSES =
            Map.of("/host", "/host.html", "/screen", "/screen.html", "/check", "/check.html");
    /** What programs ask for, and the page itself. */
    private static final Pattern NOT_TYPED = Pattern.compile("/|/(api|q|ws|assets|media)(/.*)?");

    private static final Pattern SEPARATORS = Pattern.compile("%20|[ +._-]");
    private static final Pattern PIN = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    /** A hashed file, or one of its variants, by the ending that tells its type. */
    private static final Pattern ASSET = Pattern.compile("/assets/[\\w.-]+?\\.(\\w+)(\\.br|\\.gz)?");
    /** Of the files that the build compresses. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    private static final int SEE_OTHER = 303;
    private static final String FOREVER = "public, max-age=31536000, immutable";
    /** What hosts upload, opened as a page, can do nothing. */
    private static final String UPLOADS = "/media/";

    private static final String POLICY = "Content-Security-Policy";
    /** The only page that stands in a frame: the editor's, of the same origin. */
    private static final String PREVIEW = "/preview.html";

    /** Files that are there, no more than the build has made: looking for one again costs more than sending it. */
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::handle);
        router.get().order(NO_FILE).handler(Pages::lead);
    }

    private void handle(RoutingContext context) {
        var path = context.normalizedPath();
        var page = ADDRESSES.get(withoutSlash(path).toLowerCase(Locale.ROOT));
        if (page != null) {
            context.reroute(context.request().method(), page);
            return;
        }
        var variant = variant(context, path);
        if (variant.isPresent()) {
            context.reroute(context.request().method(), path + variant.get().suffix);
            return;
        }
        context.addHeadersEndHandler(_ -> describe(context.response(), path));
        context.next();
    }

    /** Whoever has typed an address that is none gets the page that asks for a PIN; with the PIN, where the address has one. */
    private static void lead(RoutingContext context) {
        var path = context.normalizedPath();
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accepted == null
                || !accepted.contains("text/html")
                || NOT_TYPED.matcher(path).matches()) {
            context.next();
            return;
        }
        var pin = PIN.matcher(SEPARATORS.matcher(path).replaceAll(""));
        context.response()
                .setStatusCode(SEE_OTHER)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.LOCATION, pin.find() ? "/?pin=" + pin.group() : "/")
                .end();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
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

    private static void describe(HttpServerResponse response, String path) {
        if (response.getStatusCode() >= 400) return;
        var headers = response.headers();
        var asset = ASSET.matcher(path);
        if (asset.matches()) {
            headers.set(HttpHeaders.CACHE_CONTROL, FOREVER).set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            Variant.of(path)
                    .ifPresent(variant -> headers.set(HttpHeaders.CONTENT_ENCODING, variant.coding)
                            .set(
                                    HttpHeaders.CONTENT_TYPE,
                                    TYPES.getOrDefault(asset.group(1), "application/octet-stream")));
        } else if (path.startsWith(UPLOADS)) {
            headers.set(POLICY, "sandbox; default-src 'none'");
        } else if (path.equals(PREVIEW) && headers.contains(POLICY)) {
            headers.set(POLICY, headers.get(POLICY).replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        } else if (path.endsWith(".webmanifest")) {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/manifest+json");
        }
    }
}
