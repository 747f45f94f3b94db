package dev.podium.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One direction of a passage. Bytes stay in order, however long each of them is delayed. */
final class Lane {
    /** More is not held here: the sender waits. */
    private static final int MOST_BYTES = 256 * 1024;

    private record Held(Buffer bytes, long dueAt) {}

    private final Vertx vertx;
    private final NetSocket from;
    private final NetSocket to;
    private final Supplier<Delay> delay;
    private final Deque<Held> held = new ArrayDeque<>();
    private long heldBytes;
    private long lastDueAt = System.nanoTime();
    private boolean stalled;
    private boolean lost;
    private boolean ended;
    private boolean timed;

    Lane(Vertx vertx, NetSocket from, NetSocket to, Supplier<Delay> delay) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
        this.delay = delay;
        to.drainHandler(v -> move());
    }

    void arrived(Buffer bytes) {
        if (lost) return;
        long now = System.nanoTime();
        lastDueAt = Math.max(lastDueAt, now + delay.get().drawNs());
        held.add(new Held(bytes, lastDueAt));
        heldBytes += bytes.length();
        move();
    }

    /** The sender has closed: so does this end, after the last byte. */
    void ended() {
        ended = true;
        move();
    }

    /** The reader stops reading, or goes on. */
    void stall(boolean on) {
        stalled = on;
        move();
    }

    /** Nothing arrives any more, not even an end, and neither side is told. */
    void lose() {
        lost = true;
        held.clear();
        heldBytes = 0;
        from.resume();
    }

    private void move() {
        if (lost) return;
        while (!held.isEmpty() && !stalled && !to.writeQueueFull()) {
            long wait = held.peek().dueAt - System.nanoTime();
            if (wait > 0) {
                later(wait);
                break;
            }
            var next = held.poll();
            heldBytes -= next.bytes.length();
            to.write(next.bytes);
        }
        if (ended && held.isEmpty()) to.close();
        else if (stalled || heldBytes > MOST_BYTES) from.pause();
        else from.resume();
    }

    private void later(long ns) {
        if (timed) return;
        timed = true;
        vertx.setTimer(1 + TimeUnit.NANOSECONDS.toMillis(ns), id -> {
            timed = false;
            move();
        });
    }
}
