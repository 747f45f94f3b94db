package dev.podium.chaos;

import dev.podium.client.Clients;
import dev.podium.client.Phone;
import dev.podium.process.Cluster;
import dev.podium.process.Instance;
import dev.podium.process.Patience;
import dev.podium.proxy.Passage;
import dev.podium.proxy.Proxy;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** All that can be broken, and all that notice it. */
final class Arena implements AutoCloseable {
    private static final int TAP_MS = 1_000;
    private static final long NOTICED_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Cluster cluster;
    private final Proxy proxy;
    private final Random random;
    private final Console console;
    private final Thread tapper = Thread.ofPlatform().daemon().name("tapper").start(this::tap);
    private volatile Clients clients;
    private volatile List<Party> parties = List.of();
    private volatile Try attempt;
    private final AtomicLong lateOutside = new AtomicLong();
    private final AtomicLong lateInside = new AtomicLong();
    private int victims;
    private volatile int appended;

    Arena(Cluster cluster, Proxy proxy, Random random, Console console) {
        this.cluster = cluster;
        this.proxy = proxy;
        this.random = random;
        this.console = console;
    }

    Cluster cluster() {
        return cluster;
    }

    Proxy proxy() {
        return proxy;
    }

    /** Of whatever is left to chance. Only the thread that strikes uses it. */
    Random random() {
        return random;
    }

    Clients clients() {
        return clients;
    }

    /** Games that are played from now on. */
    void enter(Clients with, List<Party> these) {
        clients = with;
        parties = these;
    }

    /** Another quiz has followed in every game that is played. */
    void append() {
        appended = appended + 1;
    }

    /** How many have. */
    int appended() {
        return appended;
    }

    /** Nobody plays any more. */
    void leave() {
        parties = List.of();
        appended = 0;
    }

    /** What is tried from now on. */
    void tries(Try next) {
        attempt = next;
    }

    /** So many answers more were in time and met a close all the same. */
    void late(long more) {
        var current = attempt;
        boolean excused = current != null && current.fault().mayCutOff();
        (excused ? lateInside : lateOutside).addAndGet(more);
    }

    long lateUnexcused() {
        return lateOutside.get();
    }

    long lateExcused() {
        return lateInside.get();
    }

    List<Party> parties() {
        return parties;
    }

    List<Phone> phones() {
        return parties.stream()
                .flatMap(party -> party.crowd().phones().stream())
                .toList();
    }

    /** The next instance in turn, when all of them serve. */
    Instance victim() {
        awaitInstances();
        victims++;
        return lastVictim();
    }

    Instance lastVictim() {
        return cluster.instances().get(victims % cluster.instances().size());
    }

    void awaitInstances() {
        cluster.revive();
        cluster.instances().forEach(Instance::awaitReady);
    }

    /** About one connection in so many. */
    List<Passage> someOf(int oneIn) {
        return proxy.passages().stream()
                .filter(passage -> random.nextInt(oneIn) == 0)
                .toList();
    }

    /** Those who have lost a connection know it, or are so few that it was none of a welcomed client. */
    void awaitLoss(long since, long expected) {
        long begin = System.nanoTime();
        while (parties.stream().mapToLong(party -> party.lostSince(since)).sum() < expected
                && System.nanoTime() - begin < NOTICED_NS) LockSupport.parkNanos(LOOK_NS);
    }

    /** Everybody is connected, and nobody misses an acknowledgement. */
    void awaitWell() {
        Patience.until(
                "everybody is back",
                () -> parties.stream().allMatch(Party::isWell),
                () -> phones().stream()
                        .filter(phone -> !phone.isWell())
                        .map(Phone::nickname)
                        .limit(5)
                        .toList());
    }

    void say(String text) {
        console.progress("  " + text);
    }

    /** Who was told to tap does so after a while. */
    private void tap() {
        try {
            while (true) {
                Thread.sleep(TAP_MS);
                parties.forEach(Party::tapWhereAsked);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tapper.interrupt();
    }
}
