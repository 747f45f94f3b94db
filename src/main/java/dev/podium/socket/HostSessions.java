package dev.podium.socket;

import dev.podium.account.Hosts;
import dev.podium.crew.Crew;
import dev.podium.crew.Steering;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import dev.podium.wire.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes the hand off the wheel: closes a host's sockets when the session they were opened with has ended, wherever it was, and
 * those of whoever may steer a game no longer.
 */
@Singleton
class HostSessions {
    /** One query of each kind for all sockets; the contract gives a session's end five seconds. */
    private static final int ASK_MS = 4_000;

    private final Vertx vertx;
    private final Hosts hosts;
    private final Crew crew;
    private final Retry retry;
    private final Map<Outbound, String> cookies = new ConcurrentHashMap<>();
    private final Map<Outbound, Steering> wheels = new ConcurrentHashMap<>();
    private volatile boolean asking;
    private long timer;

    HostSessions(Vertx vertx, Hosts hosts, Crew crew, MeterRegistry metrics) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.crew = crew;
        this.retry = new Retry("Looking after hosts' sessions", vertx, metrics, ASK_MS, Failures::moment);
        metrics.gauge(Metric.HOSTS_WATCHED.id(), wheels, Map::size);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(ASK_MS, id -> ask());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /**
     * Forgotten with the socket.
     *
     * @param cookie the header that let it in; null where that was a link
     */
    void watch(Outbound outbound, Steering steering, String cookie) {
        if (cookie != null) cookies.put(outbound, cookie);
        wheels.put(outbound, steering);
    }

    private void ask() {
        cookies.keySet().removeIf(Outbound::closed);
        wheels.keySet().removeIf(Outbound::closed);
        if (asking || wheels.isEmpty()) return;
        asking = true;
        Future.join(
                        sessions(),
                        crew.gone(List.copyOf(Set.copyOf(wheels.values()))).onSuccess(gone -> close(wheels, gone)))
                .onFailure(retry::failed)
                .onComplete(_ -> asking = false);
    }

    private Future<?> sessions() {
        if (cookies.isEmpty()) return Future.succeededFuture();
        return OwnContext.call(vertx, () -> hosts.ended(Set.copyOf(cookies.values())))
                .onSuccess(ended -> close(cookies, ended));
    }

    private static <T> void close(Map<Outbound, T> sockets, Collection<T> ended) {
        sockets.forEach((outbound, by) -> {
            if (ended.contains(by)) outbound.close(CloseCode.NOT_ALLOWED);
        });
    }
}
