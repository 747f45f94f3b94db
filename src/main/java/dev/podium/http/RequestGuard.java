package dev.podium.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns away, before anything is read, what no endpoint of the API should see: foreign pages and huge bodies. */
@ApplicationScoped
class RequestGuard {
    /** The largest body of a request; {@code quarkus.http.limits.max-body-size} stops what does not tell its length. */
    static final long MAX_BODY_BYTES = 2 * 1024 * 1024;

    private static final int BEFORE_QUARKUS_LIMIT = 100;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Optional<String> publicUrl;

    RequestGuard(@ConfigProperty(name = "podium.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_QUARKUS_LIMIT);
    }

    private void guard(RoutingContext context) {
        var request = context.request();
        if (!request.path().startsWith("/api/")) {
            context.next();
            return;
        }
        context.response().putHeader("X-Content-Type-Options", "nosniff");
        context.response().putHeader("Cache-Control", "no-store");
        if (!READING.contains(request.method().name()) && Origins.isForeign(request, publicUrl)) {
            refuse(context, Problem.forbidden("This page may not act for a host."));
        } else if (length(request) > MAX_BODY_BYTES) {
            context.response().putHeader("Connection", "close");
            refuse(context, Problem.tooLarge("At most 2 MiB are possible."));
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        try {
            var header = request.getHeader("Content-Length");
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(problem.toJson().toString());
    }
}
