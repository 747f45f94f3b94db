package dev.podium.socket;

import dev.podium.metrics.Metric;
import dev.podium.wire.CloseCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** What happens to sockets, counted. */
@Singleton
class SocketMeters {
    private final Map<CloseCode, Counter> closed = new EnumMap<>(CloseCode.class);
    private final Counter beyondBudget;
    private final Counter busy;
    private final Counter failed;

    SocketMeters(MeterRegistry metrics) {
        for (var code : CloseCode.values())
            closed.put(code, metrics.counter(Metric.SOCKETS_CLOSED.id(), "code", Integer.toString(code.code())));
        beyondBudget = metrics.counter(Metric.SOCKETS_SLOWED_DOWN.id());
        busy = metrics.counter(Metric.SOCKETS_BUSY.id());
        failed = metrics.counter(Metric.SOCKETS_FAILED.id());
    }

    /** The server closes a socket. */
    void closed(CloseCode code) {
        closed.get(code).increment();
    }

    /** A client was told to send less. */
    void beyondBudget() {
        beyondBudget.increment();
    }

    /** A host's command was refused because too many are under way. */
    void busy() {
        busy.increment();
    }

    /** A frame met a failure that nobody foresaw. */
    void failed() {
        failed.increment();
    }
}
