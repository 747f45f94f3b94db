package dev.podium.socket;

import dev.podium.configuration.Configuration;
import dev.podium.database.Failures;
import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import dev.podium.seat.Holdings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Learns which players of streams were heard, at whichever instance their frames came in: one query for all that seem silent. */
@Singleton
class StreamSigns {
    private static final int ASK_MS = 2_000;

    private final Vertx vertx;
    private final Holdings holdings;
    private final Retry retry;
    private final long quietNs;
    private final Set<PlayerSession> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean asking;
    private long timer;

    StreamSigns(Vertx vertx, Holdings holdings, MeterRegistry metrics, Configuration settings) {
        this.vertx = vertx;
        this.holdings = holdings;
        this.quietNs = TimeUnit.MILLISECONDS.toNanos(settings.heartbeatMs());
        this.retry = new Retry("Asking who was heard", vertx, metrics, ASK_MS, Failures::moment);
        metrics.gauge(Metric.STREAMS.id(), streams, Set::size);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(ASK_MS, id -> ask());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Until it has ended. */
    void follow(PlayerSession stream) {
        streams.add(stream);
    }

    private void ask() {
        streams.removeIf(stream -> stream.outbound().closed());
        if (asking) return;
        long now = System.nanoTime();
        var quiet = new HashMap<Holdings.Sitting, PlayerSession>();
        for (var stream : streams) {
            if (stream.outbound().liveness().silentNs(now) < quietNs) continue;
            var seat = stream.seat();
            // Who still waits for a seat has sent all there is to send.
            if (seat == null) stream.outbound().liveness().heardElsewhere(now);
            else quiet.put(new Holdings.Sitting(seat.game(), seat.player()), stream);
        }
        if (quiet.isEmpty()) return;
        asking = true;
        holdings.heard(quiet.keySet().stream().toList()).onComplete(heard -> {
            asking = false;
            if (heard.succeeded()) {
                note(quiet, heard.result(), now);
            } else {
                // Nobody could have been noted meanwhile: when unsure, there.
                retry.failed(heard.cause());
                quiet.values().forEach(stream -> stream.outbound().liveness().heardElsewhere(now - quietNs));
            }
        });
    }

    private static void note(Map<Holdings.Sitting, PlayerSession> quiet, Map<Holdings.Sitting, Long> heard, long now) {
        heard.forEach((seat, agoMs) -> {
            var liveness = quiet.get(seat).outbound().liveness();
            long agoNs = TimeUnit.MILLISECONDS.toNanos(agoMs);
            if (agoNs < liveness.silentNs(now)) liveness.heardElsewhere(now - agoNs);
        });
    }
}
