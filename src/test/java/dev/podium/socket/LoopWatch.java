package dev.podium.socket;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches the event loops while something goes on: how long each of them is at work before a task gets its turn, and which of
 * Podium's classes are at work there. Work is measured in processor time, so that a machine busy with something else is not
 * held against them. Classes are looked for once a millisecond: what is short may go unseen, but never is anything seen that
 * was not there.
 */
final class LoopWatch implements AutoCloseable {
    private static final int PAUSE_MS = 5;

    private final ThreadMXBean times = ManagementFactory.getThreadMXBean();
    private final List<Thread> loops = new ArrayList<>();
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicLong longest = new AtomicLong();
    private final Thread watcher;
    private volatile boolean over;

    LoopWatch(Vertx vertx) {
        var executors = new ArrayList<EventExecutor>();
        ((VertxInternal) vertx).getEventLoopGroup().forEach(executors::add);
        for (var executor : executors) {
            loops.add(
                    executor.submit(Thread::currentThread).syncUninterruptibly().getNow());
            executor.execute(() -> turn(executor, times.getCurrentThreadCpuTime()));
        }
        watcher = Thread.ofPlatform().start(this::look);
    }

    /** The longest that a loop was at work while a task waited for its turn. */
    long longestMs() {
        return TimeUnit.NANOSECONDS.toMillis(longest.get());
    }

    /** The classes of Podium that were seen at work on a loop. */
    Set<String> atWork() {
        return Set.copyOf(atWork);
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        watcher.join();
    }

    private void turn(EventExecutor executor, long before) {
        long now = times.getCurrentThreadCpuTime();
        longest.accumulateAndGet(now - before, Math::max);
        if (!over) executor.schedule(() -> turn(executor, now), PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        while (!over) {
            for (var loop : loops)
                for (var frame : loop.getStackTrace())
                    if (frame.getClassName().startsWith("dev.podium.")) atWork.add(frame.getClassName());
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
