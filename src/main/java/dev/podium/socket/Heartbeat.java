package dev.podium.socket;

import dev.podium.configuration.Configuration;
import dev.podium.metrics.Metric;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The life of all sockets and streams of this instance: pings them, closes the silent and the stuck, cuts those that do not take their
 * close, and renews the old ones politely before something in between cuts them all at once.
 */
@Singleton
class Heartbeat {
    private static final int BEAT_MS = 1_000;
    private static final long SILENT_GRACE_MS = 5_000;
    private static final long STUCK_NS = TimeUnit.SECONDS.toNanos(15);
    private static final long CLOSING_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long RENEW_SPREAD_MS = 1_000;

    private final Vertx vertx;
    private final long heartbeatNs;
    private final long silentNs;
    private final long minAgeNs;
    private final long maxAgeNs;
    private final ConcurrentHashMap<Outbound, Beat> beats = new ConcurrentHashMap<>();

    /** One socket's appointments, on {@link System#nanoTime}'s scale. */
    private static final class Beat {
        final Outbound outbound;
        final Audience audience;
        final long renewAt;
        volatile long pingAt;
        volatile long nextPingIn;

        Beat(Session session, long pingAt, long nextPingIn, long renewAt) {
            this.outbound = session.outbound();
            this.audience = session.audience();
            this.pingAt = pingAt;
            this.nextPingIn = nextPingIn;
            this.renewAt = renewAt;
        }
    }

    private long timer;

    Heartbeat(Vertx vertx, MeterRegistry metrics, Configuration settings) {
        this.vertx = vertx;
        this.heartbeatNs = TimeUnit.MILLISECONDS.toNanos(settings.heartbeatMs());
        this.silentNs = TimeUnit.MILLISECONDS.toNanos(2 * settings.heartbeatMs() + SILENT_GRACE_MS);
        this.minAgeNs = TimeUnit.SECONDS.toNanos(settings.socket().minAgeS());
        this.maxAgeNs = TimeUnit.SECONDS.toNanos(settings.socket().maxAgeS());
        for (var audience : Audience.values()) {
            var role = Tags.of("role", audience.name().toLowerCase(Locale.ROOT));
            metrics.gauge(Metric.SOCKETS.id(), role, this, all -> all.count(audience));
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(BEAT_MS, id -> beat());
    }

    /**
     * Begins a socket's life, to be ended by {@link #end}. Its first ping goes at the next beat, so that the round trip is
     * known early; the second some time within a period, so that a crowd that came at once is not pinged at once ever after.
     */
    void begin(Session session) {
        long now = System.nanoTime();
        long age = ThreadLocalRandom.current().nextLong(minAgeNs, maxAgeNs);
        long nextPingIn = ThreadLocalRandom.current().nextLong(heartbeatNs);
        beats.put(session.outbound(), new Beat(session, now, nextPingIn, now + age));
    }

    /** False when it has been ended before. */
    boolean end(Outbound outbound) {
        return beats.remove(outbound) != null;
    }

    private long count(Audience audience) {
        return beats.values().stream().filter(beat -> beat.audience == audience).count();
    }

    /** All sockets and streams that are open now. */
    Collection<Outbound> all() {
        return beats.values().stream().map(beat -> beat.outbound).toList();
    }

    private void beat() {
        long now = System.nanoTime();
        beats.values().forEach(beat -> beat(beat, now));
    }

    private void beat(Beat beat, long now) {
        var outbound = beat.outbound;
        outbound.abortIfClosing(now, CLOSING_NS);
        outbound.closeIfStuck(now, STUCK_NS);
        var overdue = outbound.liveness().overdue(now, silentNs);
        if (overdue != null) {
            outbound.close(overdue);
        } else if (now - beat.renewAt > 0) {
            outbound.bye(CloseCode.DRAINING, ThreadLocalRandom.current().nextLong(RENEW_SPREAD_MS));
        } else if (now - beat.pingAt >= 0) {
            beat.pingAt = now + beat.nextPingIn;
            beat.nextPingIn = heartbeatNs;
            outbound.ping(now);
        }
    }
}
