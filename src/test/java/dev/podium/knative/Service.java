package dev.podium.knative;

import dev.podium.process.Instance;
import dev.podium.process.Listener;
import dev.podium.process.Patience;
import dev.podium.process.Pipe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The address of a service: holds connections until an instance of the routed revision is there, and hands them on. */
public final class Service implements AutoCloseable {
    private static final int TICK_MS = 100;
    private static final int LOOK_MS = 10;
    /** A connection without a request is nobody's work. No sixtieth: what answers is no faster than in earnest. */
    private static final int IDLE_MS = 10_000;

    private static final String UPGRADE = "upgrade: websocket";

    private final Times times;
    private final Listener door;
    private final List<Revision> revisions = new CopyOnWriteArrayList<>();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicLong longestHeldMs = new AtomicLong();
    private volatile Revision routed;
    private volatile boolean shut;

    private Service(Times times) throws IOException {
        this.times = times;
        door = Listener.start(this::serve);
        Thread.ofVirtual().start(this::scale);
    }

    public static Service start(Times times) throws IOException {
        return new Service(times);
    }

    public URI address() {
        return URI.create("http://localhost:" + door.port() + "/");
    }

    /** The first revision, with no instance yet. */
    public Revision deploy(Supplier<Instance> source) {
        routed = new Revision(source, times, 0);
        revisions.add(routed);
        return routed;
    }

    /** Another revision: once an instance of it is ready, it gets what is new. The old one lives until its connections have ended. */
    public Revision rollOut(Supplier<Instance> source) {
        var next = new Revision(source, times, 1);
        revisions.add(next);
        Patience.until("an instance of the new revision", () -> next.ready() > 0);
        routed = next;
        next.noLongerInitial();
        return next;
    }

    /** Everybody is cut off and nobody gets in any more, or again. */
    public void shut(boolean now) {
        shut = now;
        if (now) door.cut();
    }

    /** How many sockets have reached their age. */
    public int cut() {
        return cut.get();
    }

    /** How long a request has waited for an instance, at most. */
    public long longestHeldMs() {
        return longestHeldMs.get();
    }

    @Override
    public void close() {
        door.close();
    }

    private void scale() {
        while (!door.closed()) {
            for (var revision : revisions) revision.scale(revision == routed ? held.get() : 0);
            Pod.pause(TICK_MS);
        }
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        if (shut) return;
        var first = new byte[16 * 1024];
        int length = client.getInputStream().read(first);
        if (length < 0) return;
        var pod = await();
        pod.work.incrementAndGet();
        try (var server = new Socket(InetAddress.getLoopbackAddress(), pod.port())) {
            server.getOutputStream().write(first, 0, length);
            boolean upgrade = new String(first, 0, length, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(UPGRADE);
            if (upgrade) cutAtAge(client, server);
            else client.setSoTimeout(IDLE_MS);
            Pipe.join(client, server);
        } finally {
            pod.work.decrementAndGet();
        }
    }

    private Pod await() {
        held.incrementAndGet();
        long begin = System.nanoTime();
        try {
            var pod = routed.any();
            while (pod == null && !door.closed()) {
                Pod.pause(LOOK_MS);
                pod = routed.any();
            }
            if (pod == null) throw new IllegalStateException("it is closed");
            longestHeldMs.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), Math::max);
            return pod;
        } finally {
            held.decrementAndGet();
        }
    }

    private void cutAtAge(Socket client, Socket server) {
        Thread.ofVirtual().start(() -> {
            Pod.pause(times.cutMs());
            if (client.isClosed()) return;
            cut.incrementAndGet();
            Pipe.end(client);
            Pipe.end(server);
        });
    }
}
