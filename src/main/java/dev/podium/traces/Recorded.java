package dev.podium.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Work that somebody traces, as OpenTelemetry knows it. */
record Recorded(Tracer tracer, Span span) implements Traced {
    static final String TRACE_PARENT = "traceparent";

    @Override
    public Traced begin(String part) {
        return begin(part, List.of());
    }

    @Override
    public Traced begin(String part, List<Traced> others) {
        var builder = tracer.spanBuilder(part).setParent(Context.root().with(span));
        for (var other : others)
            if (other instanceof Recorded(var _, var linked)) builder.addLink(linked.getSpanContext());
        return new Recorded(tracer, builder.startSpan());
    }

    @Override
    public Traced note(String key, Object value) {
        if (value instanceof Number number) span.setAttribute(key, number.longValue());
        else span.setAttribute(key, value.toString());
        return this;
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public void fail(Throwable failure) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getName());
        span.end();
    }

    @Override
    public <T> Future<T> over(Future<T> work) {
        return work.onSuccess(done -> end()).onFailure(this::fail);
    }

    @Override
    public String carried() {
        var headers = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), headers, Map::put);
        return headers.get(TRACE_PARENT);
    }
}
