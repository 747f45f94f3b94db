package dev.podium.knative;

import dev.podium.process.Instance;
import java.util.concurrent.atomic.AtomicInteger;

/** One instance, and how many connections it works for. */
final class Pod {
    private static final int LOOK_MS = 20;

    private final Instance instance;
    final AtomicInteger work = new AtomicInteger();
    private volatile boolean ready;
    private volatile boolean ending;

    private Pod(Instance instance) {
        this.instance = instance;
    }

    /** It is asked as soon as it is ready. */
    static Pod start(Instance instance) {
        var pod = new Pod(instance);
        instance.start();
        Thread.ofVirtual().start(() -> {
            while (instance.alive() && !instance.ready()) pause(LOOK_MS);
            pod.ready = true;
        });
        return pod;
    }

    boolean ready() {
        return ready && !ending && instance.alive();
    }

    boolean ending() {
        return ending;
    }

    boolean alive() {
        return instance.alive();
    }

    int port() {
        return instance.base().getPort();
    }

    /** Nobody new is sent to it; after a while it is told to end, and killed where it does not. */
    void end(Times times) {
        ending = true;
        Thread.ofVirtual().start(() -> {
            pause(times.unreadyMs());
            instance.stopWithin(times.cutMs());
        });
    }

    static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
