package dev.podium.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gathers single writes for a few milliseconds and sends them to the database as one statement.
 *
 * <p>A statement costs about as much for one row as for ten. So a write that comes alone goes at once, and those that come
 * soon after it go together, a full batch after the last one began: what that costs is bounded however many come.
 *
 * <p>One batch is in flight at a time, so that whoever wants the rows' locks waits for one statement, not for a queue
 * of them. What happens to a batch that fails depends on why: a fault in the data halves it until the bad row stands
 * alone and fails alone; a fault of the connection keeps all of it and tries again, for as long as it takes. The
 * queue is bounded: beyond {@code capacity} a write is refused with {@link Full}, and nothing is promised for it. What waits
 * and what was refused is told as {@code podium.NAME.waiting} and {@code podium.NAME.refused}.
 *
 * <p>Thread-safe. Results arrive on an event loop.
 *
 * @param <T> what is written
 * @param <R> what is known after the commit; {@code null} from the writer means "not decided, take it again"
 */
final class Batcher<T, R> {

    /** The queue is at its bound. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full(String name) {
            super(name + " is full", null, false, false);
        }
    }

    private static final int RETRY_MS = 250;

    private final String name;
    private final Vertx vertx;
    private final int delayMs;
    private final int rows;
    private final int capacity;
    private final Function<List<T>, CompletionStage<List<R>>> writer;
    private final Counter refused;
    private final Deque<Pending<T, R>> queue = new ArrayDeque<>();
    private final List<Pending<T, R>> flying = new ArrayList<>();
    private boolean scheduled;
    private long begunAt;

    /**
     * @param name what is written, in the plural
     * @param delayMs from the beginning of a batch to that of the next, unless so many wait that they fill it
     * @param rows the most in one statement
     * @param capacity the most that may wait
     * @param writer writes a list and gives its results in the same order
     */
    Batcher(
            String name,
            Vertx vertx,
            MeterRegistry metrics,
            int delayMs,
            int rows,
            int capacity,
            Function<List<T>, CompletionStage<List<R>>> writer) {
        this.name = name;
        this.vertx = vertx;
        this.delayMs = delayMs;
        this.rows = rows;
        this.capacity = capacity;
        this.writer = writer;
        this.begunAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(delayMs);
        this.refused = metrics.counter("podium." + name + ".refused");
        metrics.gauge("podium." + name + ".waiting", this, Batcher::size);
    }

    /** Queues a write. The stage completes after the commit, or fails for this row alone. */
    CompletionStage<R> submit(T item) {
        var pending = new Pending<T, R>(item, new CompletableFuture<>());
        synchronized (this) {
            if (queue.size() >= capacity) {
                refused.increment();
                return CompletableFuture.failedFuture(new Full(name));
            }
            queue.add(pending);
            schedule(true);
        }
        return pending.result;
    }

    /** How many wait or are on their way. */
    synchronized int size() {
        return queue.size() + flying.size();
    }

    /** Completes when everything queued by now that matches is written or has failed. */
    CompletionStage<Void> settled(Predicate<T> which) {
        CompletableFuture<?>[] waiting;
        synchronized (this) {
            var all = new ArrayList<>(queue);
            all.addAll(flying);
            waiting = all.stream()
                    .filter(p -> which.test(p.item))
                    .map(p -> p.result.exceptionally(e -> null))
                    .toArray(CompletableFuture[]::new);
        }
        return CompletableFuture.allOf(waiting);
    }

    private void schedule(boolean atOnceWhenFull) {
        if (scheduled || !flying.isEmpty() || queue.isEmpty()) return;
        scheduled = true;
        long sinceMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt);
        boolean full = atOnceWhenFull && queue.size() >= rows;
        vertx.setTimer(full ? 1 : Math.max(1, delayMs - sinceMs), id -> flush());
    }

    private void flush() {
        List<Pending<T, R>> batch;
        synchronized (this) {
            scheduled = false;
            if (!flying.isEmpty()) return;
            for (int i = 0; i < rows && !queue.isEmpty(); i++) flying.add(queue.poll());
            batch = List.copyOf(flying);
            begunAt = System.nanoTime();
        }
        if (batch.isEmpty()) return;
        write(batch).whenComplete((undecided, failure) -> {
            synchronized (this) {
                flying.clear();
                undecided.reversed().forEach(queue::addFirst);
                // Where nothing was decided a game is held; asking at once would only hold it longer.
                schedule(undecided.size() < batch.size());
            }
        });
    }

    /** Writes a batch, whatever it takes, and gives those that must go into a later one. Never fails. */
    private CompletionStage<List<Pending<T, R>>> write(List<Pending<T, R>> batch) {
        return attempt(batch)
                .handle((results, failure) -> {
                    if (failure == null) return CompletableFuture.completedStage(settle(batch, results));
                    if (Blame.moment(failure)) return afterPause(batch);
                    if (batch.size() == 1) {
                        batch.getFirst().result.completeExceptionally(failure);
                        return CompletableFuture.completedStage(List.<Pending<T, R>>of());
                    }
                    return halved(batch);
                })
                .thenCompose(stage -> stage);
    }

    private CompletionStage<List<R>> attempt(List<Pending<T, R>> batch) {
        try {
            return writer.apply(batch.stream().map(Pending::item).toList());
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<List<Pending<T, R>>> halved(List<Pending<T, R>> batch) {
        int middle = batch.size() / 2;
        return write(batch.subList(0, middle))
                .thenCompose(first -> write(batch.subList(middle, batch.size())).thenApply(second -> {
                    var undecided = new ArrayList<>(first);
                    undecided.addAll(second);
                    return undecided;
                }));
    }

    private CompletionStage<List<Pending<T, R>>> afterPause(List<Pending<T, R>> batch) {
        var later = new CompletableFuture<List<Pending<T, R>>>();
        vertx.setTimer(RETRY_MS, id -> later.complete(batch));
        return later;
    }

    private static <T, R> List<Pending<T, R>> settle(List<Pending<T, R>> batch, List<R> results) {
        var undecided = new ArrayList<Pending<T, R>>();
        for (int i = 0; i < batch.size(); i++) {
            var result = results.get(i);
            if (result == null) undecided.add(batch.get(i));
            else batch.get(i).result.complete(result);
        }
        return undecided;
    }

    private record Pending<T, R>(T item, CompletableFuture<R> result) {}
}
