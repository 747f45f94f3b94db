package dev.podium.bus;

import dev.podium.loop.Retry;
import dev.podium.metrics.Metric;
import dev.podium.traces.Traced;
import dev.podium.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The bus over any carrier: gathers notices, and keeps listening.
 *
 * <p>Ids are gathered for {@value #GATHER_MS} ms, so that a burst of commands is a few payloads: {@code sender:id,id,…}; a step
 * that is traced is told alone, with its trace: {@code sender;trace:id}. What comes back from here is dropped, but proves the
 * listener: it sends itself a notice of nothing every {@value #PROOF_MS} ms, and is replaced when none has come back. Whoever
 * follows games is told whenever notices may have been missed. Thread-safe.
 */
final class NoticeBus implements GameBus {
    private static final int GATHER_MS = 5;
    static final int PROOF_MS = 5_000;
    /** Of nothing. */
    private static final String PROOF = ":";

    private static final int RETRY_MS = 500;
    private static final int OPENING_S = 15;

    private static final Logger LOG = Logger.getLogger(NoticeBus.class);

    private final Vertx vertx;
    private final Carrier carrier;
    private final Retry listening;
    private final Retry sending;
    private final Timer lag;
    private final Traces traces;
    private final String sender = UUID.randomUUID().toString();
    private final List<BiConsumer<Set<UUID>, Traced>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> gapListeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> gathered = new LinkedHashSet<>();
    private final long proofs;

    private Carrier.Line line;
    private boolean connecting;
    private boolean stopped;
    private volatile boolean proven;
    private volatile long provingSince;

    NoticeBus(Vertx vertx, Carrier carrier, MeterRegistry metrics, Traces traces) {
        this.vertx = vertx;
        this.carrier = carrier;
        this.listening = new Retry("Listening to other instances", vertx, metrics, RETRY_MS, failure -> true);
        this.sending = new Retry("Telling other instances", vertx, metrics, RETRY_MS, failure -> true);
        this.lag = metrics.timer(Metric.BUS_LAG.id());
        this.traces = traces;
        this.proofs = vertx.setPeriodic(PROOF_MS, id -> prove());
        listen();
    }

    synchronized void close() {
        stopped = true;
        vertx.cancelTimer(proofs);
        if (line != null) line.close();
    }

    @Override
    public void publish(UUID game, Traced step) {
        if (step != Traced.NONE) {
            var notice = step.begin("bus");
            notice.over(send(";" + notice.carried() + ":" + game));
            return;
        }
        synchronized (gathered) {
            gathered.add(game);
            if (gathered.size() > 1) return;
        }
        vertx.setTimer(GATHER_MS, id -> send());
    }

    @Override
    public void subscribe(BiConsumer<Set<UUID>, Traced> listener) {
        listeners.add(listener);
    }

    @Override
    public void onGap(Runnable listener) {
        gapListeners.add(listener);
    }

    @Override
    public boolean listening() {
        return proven;
    }

    private void send() {
        List<UUID> ids;
        synchronized (gathered) {
            ids = List.copyOf(gathered);
            gathered.clear();
        }
        for (int from = 0; from < ids.size(); from += carrier.idsPerNotice()) {
            var part = ids.subList(from, Math.min(ids.size(), from + carrier.idsPerNotice()));
            send(":" + part.stream().map(UUID::toString).collect(Collectors.joining(",")));
        }
    }

    private Future<Void> send(String notice) {
        return carrier.send(sender + notice).onFailure(sending::failed);
    }

    private synchronized void prove() {
        if (stopped) return;
        if (line != null && !proven) {
            LOG.warn("The listener is silent; it is replaced");
            line.close();
            line = null;
        }
        if (line == null) {
            listen();
        } else {
            proven = false;
            sendProof();
        }
    }

    private void sendProof() {
        provingSince = System.nanoTime();
        send(PROOF);
    }

    private synchronized void listen() {
        if (connecting || stopped || line != null) return;
        connecting = true;
        var opening = carrier.listen(this::received, this::lost);
        opening.timeout(OPENING_S, TimeUnit.SECONDS).onComplete(result -> {
            if (result.succeeded()) {
                heard(result.result());
            } else {
                // A server that takes connections and says nothing; should it wake up, nobody needs this line any more.
                opening.onSuccess(Carrier.Line::close);
                failed(result.cause());
            }
        });
    }

    private void heard(Carrier.Line opened) {
        synchronized (this) {
            connecting = false;
            line = opened;
            proven = true;
            if (stopped) {
                opened.close();
                return;
            }
        }
        gapListeners.forEach(Runnable::run);
        sendProof();
    }

    private synchronized void failed(Throwable why) {
        listening.failed(why);
        connecting = false;
        later();
    }

    private synchronized void lost() {
        line = null;
        proven = false;
        later();
    }

    private void later() {
        if (!stopped) vertx.setTimer(listening.pauseMs(), id -> listen());
    }

    private void received(String payload) {
        if (payload.startsWith(sender)) {
            proven = true;
            if (payload.endsWith(PROOF)) lag.record(System.nanoTime() - provingSince, TimeUnit.NANOSECONDS);
            return;
        }
        int end = payload.indexOf(':');
        var listed = payload.substring(end + 1);
        if (listed.isEmpty()) return;
        Set<UUID> ids;
        try {
            ids = Stream.of(listed.split(",")).map(UUID::fromString).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            LOG.debug("A notice that is none of ours was heard");
            return;
        }
        int trace = payload.indexOf(';') + 1;
        var notice = trace == 0 || trace > end ? Traced.NONE : traces.carried(payload.substring(trace, end));
        listeners.forEach(listener -> listener.accept(ids, notice));
    }
}
