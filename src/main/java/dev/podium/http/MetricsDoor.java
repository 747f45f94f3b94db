package dev.podium.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Metrics are told to whoever comes to the instance itself, as a collector within the cluster does. What comes from outside has
 * passed a proxy, and every proxy says so; Knative's own does.
 */
@ApplicationScoped
class MetricsDoor {
    private static final String METRICS = "/q/metrics";
    private static final List<String> OF_PROXIES = List.of("X-Forwarded-For", "Forwarded", "Via");
    private static final int NOT_FOUND = 404;
    /** Before whatever answers. */
    private static final int FIRST = 200;

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        var request = context.request();
        if (context.normalizedPath().startsWith(METRICS) && OF_PROXIES.stream().anyMatch(request.headers()::contains))
            context.response().setStatusCode(NOT_FOUND).end();
        else context.next();
    }
}
