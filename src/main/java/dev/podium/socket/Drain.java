package dev.podium.socket;

import dev.podium.answer.AnswerStore;
import dev.podium.configuration.Configuration;
import dev.podium.wire.CloseCode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends everybody to another instance before this one ends: each socket gets its {@code bye} and its close, spread over a
 * while so that the others are not stormed; who can still answer goes last. Runs while sockets still work, on the thread
 * that shuts down, which waits for it.
 */
@Singleton
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    /** One socket more every so often where there are few; a lone laptop stops at once. */
    private static final long PER_SOCKET_MS = 5;
    /** Batches are on their way for no longer than this when the last socket is closed. */
    private static final long FLUSH_MS = 3_000;

    /** Upgrades that were let in are open, and told, by then. */
    private static final long LAST_IN_MS = 250;

    private static final long COME_BACK_WITHIN_MS = 1_000;

    private final Vertx vertx;
    private final Heartbeat heartbeat;
    private final AnswerStore answers;
    private final long longestMs;
    private volatile boolean begun;
    private volatile boolean over;

    Drain(Vertx vertx, Heartbeat heartbeat, AnswerStore answers, Configuration settings) {
        this.vertx = vertx;
        this.heartbeat = heartbeat;
        this.answers = answers;
        this.longestMs = settings.drain().longestMs();
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        begun = true;
        var sockets = new ArrayList<>(heartbeat.all());
        if (!sockets.isEmpty()) {
            LOG.infof("%d sockets are sent to another instance", sockets.size());
            sockets.sort(Comparator.comparing(Outbound::mayAnswer));
            goodbye(sockets, Math.min(longestMs, PER_SOCKET_MS * sockets.size()));
        }
        answers.drained()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, FLUSH_MS, TimeUnit.MILLISECONDS)
                .join();
        over = true;
        if (!sockets.isEmpty()) TimeUnit.MILLISECONDS.sleep(LAST_IN_MS);
    }

    /** True once all have been sent away: who comes now would be cut off before it can be told. */
    boolean isOver() {
        return over;
    }

    /** Sends away at once who comes while all are sent away. To be asked after it has been counted among all. */
    void turnAway(Outbound newcomer) {
        if (begun) goodbye(newcomer);
    }

    private void goodbye(ArrayList<Outbound> sockets, long overMs) throws InterruptedException {
        var left = new CountDownLatch(sockets.size());
        for (int i = 0; i < sockets.size(); i++) {
            var socket = sockets.get(i);
            vertx.setTimer(1 + overMs * i / sockets.size(), id -> {
                goodbye(socket);
                left.countDown();
            });
        }
        left.await(overMs + FLUSH_MS, TimeUnit.MILLISECONDS);
    }

    private static void goodbye(Outbound socket) {
        socket.bye(CloseCode.DRAINING, ThreadLocalRandom.current().nextLong(COME_BACK_WITHIN_MS));
    }
}
