package dev.podium.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Traces on their way to a collector. Only where one is configured is this class, and all of OpenTelemetry's, ever loaded. */
@RegisterForReflection(classNames = "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider")
final class Exported implements AutoCloseable {
    /** Beyond this number of pieces waiting for the collector new ones are forgotten: a trace is no truth. */
    private static final int WAITING = 4_096;

    private static final int GATHERED_MS = 1_000;
    private static final int LAST_S = 3;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /** @param url where a collector takes OTLP over HTTP */
    Exported(String url) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(url).build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", "podium")
                                .put("service.instance.id", UUID.randomUUID().toString())
                                .build())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(WAITING)
                        .setScheduleDelay(GATHERED_MS, TimeUnit.MILLISECONDS)
                        .build())
                .build();
        tracer = provider.get("dev.podium");
    }

    Traced begin(String work) {
        return new Recorded(tracer, tracer.spanBuilder(work).setNoParent().startSpan());
    }

    /** What another instance has begun; nothing, where its words make no sense. */
    Traced carried(String parent) {
        var context = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), Map.of(Recorded.TRACE_PARENT, parent), Headers.GETTER);
        var span = Span.fromContext(context);
        return span.getSpanContext().isValid() ? new Recorded(tracer, span) : Traced.NONE;
    }

    /** Waits a little for what is on its way. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_S, TimeUnit.SECONDS);
    }

    private enum Headers implements TextMapGetter<Map<String, String>> {
        GETTER;

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return Set.copyOf(headers.keySet());
        }

        @Override
        public String get(Map<String, String> headers, String key) {
            return headers == null ? null : headers.get(key);
        }
    }
}
