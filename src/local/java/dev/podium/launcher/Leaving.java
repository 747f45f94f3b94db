package dev.podium.launcher;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The end of the launcher, however it comes: what it has started ends first. A second Ctrl-C makes that quick. */
final class Leaving {
    /** Signals that ask for an end, by the numbers that a shell adds to 128. */
    private enum Asked {
        HUP(1),
        INT(2),
        TERM(15);

        private final int number;

        Asked(int number) {
            this.number = number;
        }
    }

    private final Terminal terminal;
    private final List<Job> jobs = new ArrayList<>();
    private Runnable last = () -> {};
    private boolean begun;
    private volatile boolean asked;
    private volatile boolean hurry;

    Leaving(Terminal terminal) {
        this.terminal = terminal;
        for (var signal : Asked.values()) heed(signal);
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
    }

    /** Starts a job that will have ended when the launcher has. */
    synchronized Job holding(Supplier<Job> start) {
        if (begun) waitForTheEnd();
        var job = start.get();
        jobs.add(job);
        return job;
    }

    /** What else is ended before the last. */
    synchronized void before(Runnable action) {
        var then = last;
        last = () -> {
            action.run();
            then.run();
        };
    }

    /** What is done after all jobs have ended; once. */
    synchronized void lastOfAll(Runnable action) {
        last = action;
    }

    /** Whoever judges how a job ended asks first: of those that are being ended nothing is to be said. */
    void passable() {
        if (asked) waitForTheEnd();
    }

    boolean inAHurry() {
        return hurry;
    }

    private void leave() {
        asked = true;
        Collection<Job> all;
        Runnable then;
        synchronized (this) {
            begun = true;
            terminal.leaveTheLastWord();
            all = jobs.reversed().stream().filter(Job::runs).toList();
            then = last;
        }
        if (!all.isEmpty()) terminal.say("  Stopping …");
        all.forEach(job -> job.end(this::inAHurry));
        then.run();
    }

    private void onSignal(Asked signal) {
        hurry = asked;
        asked = true;
        if (!hurry) System.exit(128 + signal.number);
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    /** The JVM's own way hears the first signal only; this class of the JDK is one that the compiler warns of in any form. */
    private void heed(Asked signal) {
        try {
            var type = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var ours = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, words) -> {
                        onSignal(signal);
                        return null;
                    });
            type.getMethod("handle", type, handler)
                    .invoke(null, type.getConstructor(String.class).newInstance(signal.name()), ours);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
