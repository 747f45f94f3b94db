package dev.podium.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The OpenAPI document, written by hand: endpoints read and write JSON trees, of which a generator knows nothing. It is read
 * when somebody asks for it, so that no start waits for it.
 */
@ApplicationScoped
final class ApiDescription {
    /** Also in {@code quarkus.native.resources.includes}. */
    private static final String FILE = "openapi.yaml";

    void register(@Observes Router router) {
        router.get("/q/openapi").blockingHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        boolean json = "json".equalsIgnoreCase(context.request().getParam("format"));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, json ? "application/json" : "application/yaml;charset=UTF-8")
                .end(Buffer.buffer(document(json)));
    }

    private static byte[] document(boolean json) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return json ? new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(file)) : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
