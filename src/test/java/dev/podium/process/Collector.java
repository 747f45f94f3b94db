package dev.podium.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes traces, as the collectors of whoever runs Podium do: OTLP over HTTP. */
final class Collector implements AutoCloseable {
    /** A piece of work; ids in OpenTelemetry's bytes. */
    private record Span(Object trace, Object id, Object parent, String name) {}

    private final HttpServer server;
    private final List<String> words = new CopyOnWriteArrayList<>();
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    static Collector start() throws IOException {
        return new Collector();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Every word and number that has come, but for ids and times. */
    String text() {
        return String.join(" ", words);
    }

    /** Whether there is work of these names in a row, each a part of the one before. */
    boolean knows(String... names) {
        var last = List.of(names).reversed();
        return named(last.getFirst()).anyMatch(span -> follows(span, last.subList(1, last.size())));
    }

    private boolean follows(Span span, List<String> before) {
        return before.isEmpty()
                || named(before.getFirst())
                        .filter(parent -> parent.trace.equals(span.trace) && parent.id.equals(span.parent))
                        .anyMatch(parent -> follows(parent, before.subList(1, before.size())));
    }

    private Stream<Span> named(String name) {
        return spans.stream().filter(span -> span.name.equals(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        for (var resource : request.getResourceSpansList()) {
            words.add(resource.getResource().toString());
            for (var scope : resource.getScopeSpansList()) {
                words.add(scope.getScope().toString());
                for (var span : scope.getSpansList()) {
                    words.add(
                            span.getName() + " " + span.getAttributesList() + span.getEventsList() + span.getStatus());
                    spans.add(new Span(span.getTraceId(), span.getSpanId(), span.getParentSpanId(), span.getName()));
                }
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
