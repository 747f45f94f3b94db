package dev.podium.socket;

import dev.podium.account.Hosts;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import dev.podium.wire.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the hand off the wheel: closes a host's sockets when the session they were opened with has ended, wherever it was. */
@Singleton
class HostSessions {
    /** One query for all sockets; the contract gives a session's end five seconds. */
    private static final int ASK_MS = 4_000;

    private final Vertx vertx;
    private final Hosts hosts;
    private final Retry retry;
    private final Map<Outbound, String> cookies = new ConcurrentHashMap<>();
    private volatile boolean asking;
    private long timer;

    HostSessions(Vertx vertx, Hosts hosts, MeterRegistry metrics) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.retry = new Retry("Looking after hosts' sessions", vertx, metrics, ASK_MS, Failures::moment);
        metrics.gauge(Metric.HOSTS_WATCHED.id(), cookies, Map::size);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(ASK_MS, id -> ask());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** @param cookie the header that let it in; forgotten with the socket */
    void watch(Outbound outbound, String cookie) {
        cookies.put(outbound, cookie);
    }

    private void ask() {
        cookies.keySet().removeIf(Outbound::closed);
        if (asking || cookies.isEmpty()) return;
        asking = true;
        OwnContext.call(vertx, () -> hosts.ended(Set.copyOf(cookies.values()))).onComplete(ended -> {
            asking = false;
            if (ended.succeeded()) close(ended.result());
            else retry.failed(ended.cause());
        });
    }

    private void close(Set<String> ended) {
        cookies.forEach((outbound, cookie) -> {
            if (ended.contains(cookie)) outbound.close(CloseCode.NOT_ALLOWED);
        });
    }
}
