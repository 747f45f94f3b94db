package dev.podium.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The OpenAPI document. The build writes it from types and annotations, as YAML and as JSON, and it is read when somebody asks
 * for it, so that no start waits for it.
 */
@ApplicationScoped
final class ApiDescription {
    /** Also in {@code quarkus.native.resources.includes}. */
    private static final String FILE = "openapi/openapi.";

    void register(@Observes Router router) {
        router.get("/q/openapi").blockingHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        boolean json = "json".equalsIgnoreCase(context.request().getParam("format"));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, json ? "application/json" : "application/yaml;charset=UTF-8")
                .end(Buffer.buffer(document(json ? "json" : "yaml")));
    }

    private static byte[] document(String format) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE + format)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
