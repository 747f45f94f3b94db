package dev.podium.database;

import dev.podium.configuration.Configuration;
import dev.podium.loop.Retry;
import dev.podium.loop.Trace;
import dev.podium.metrics.Metric;
import dev.podium.traces.Traced;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Gathers single writes for a few milliseconds and sends them to the database as one statement.
 *
 * <p>A statement costs about as much for one row as for ten. So a write that comes alone waits a little for others: the next
 * batch begins a while after the last one began, or as soon as so many wait that they fill it; what that costs is bounded
 * however many come.
 *
 * <p>One batch is in flight at a time, so that whoever wants the rows' locks waits for one statement, not for a queue
 * of them. What happens to a batch that fails depends on why: a fault in the data halves it until the bad row stands
 * alone and fails alone; what a moment may mend keeps all of it and tries again, for as long as it takes. The
 * queue is bounded: beyond {@code capacity} a write is refused with {@link QueueFull}, and nothing is promised for it. What waits,
 * what was refused and how long the first of a batch took is told by the {@link Metric}s of its name.
 *
 * <p>Thread-safe. Results arrive on an event loop.
 *
 * @param <T> what is written
 * @param <R> what is known after the commit; {@code null} from the writer means "not decided, take it again"
 */
public final class Batcher<T, R> {

    /**
     * How writes are gathered.
     *
     * @param delayMs from the beginning of a batch to that of the next, unless so many wait that they fill it
     * @param rows the most in one statement
     * @param capacity the most that may wait
     */
    public record Bounds(int delayMs, int rows, int capacity) {
        public static Bounds of(Configuration.Batches settings) {
            return new Bounds(settings.delayMs(), settings.rows(), settings.capacity());
        }
    }

    private static final Logger LOG = Logger.getLogger(Batcher.class);
    private static final int RETRY_MS = 250;
    private static final long NONE = -1;

    private final String name;
    private final String transaction;
    private final Vertx vertx;
    private final Bounds bounds;
    private final Function<List<T>, Future<List<R>>> writer;
    private final Retry retry;
    private final Counter refused;
    private final Timer commit;
    private final DistributionSummary rows;
    private final Deque<Pending<T, R>> queue = new ArrayDeque<>();
    private final List<Pending<T, R>> flying = new ArrayList<>();
    /** Batches that are written, and whose results are being told. */
    private final List<List<Pending<T, R>>> landed = new ArrayList<>();

    private long timer = NONE;
    private boolean held;
    private long begunAt;

    /**
     * @param name what is written, in the plural
     * @param writer writes a list and gives its results in the same order
     */
    public Batcher(
            String name, Vertx vertx, MeterRegistry metrics, Bounds bounds, Function<List<T>, Future<List<R>>> writer) {
        this.name = name;
        this.transaction = "transaction " + name;
        this.vertx = vertx;
        this.bounds = bounds;
        this.writer = writer;
        this.begunAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(bounds.delayMs);
        this.retry = new Retry("Writing " + name, vertx, metrics, RETRY_MS, Failures::moment);
        this.refused = metrics.counter(Metric.id(name, "refused"));
        this.commit = metrics.timer(Metric.id(name, "commit"));
        this.rows = metrics.summary(Metric.id(name, "rows"));
        metrics.gauge(Metric.id(name, "waiting"), this, Batcher::size);
    }

    /** Queues a write. The future completes after the commit, or fails for this row alone. */
    public Future<R> submit(T item) {
        return submit(item, Traced.NONE);
    }

    /**
     * The same for a write that is a part of something.
     *
     * @see #submit(Object)
     */
    public Future<R> submit(T item, Traced traced) {
        var pending = new Pending<T, R>(item, traced, System.nanoTime(), Promise.promise());
        synchronized (this) {
            if (queue.size() >= bounds.capacity) {
                refused.increment();
                return Future.failedFuture(new QueueFull(name));
            }
            queue.add(pending);
        }
        next();
        return pending.result.future();
    }

    /** How many wait or are on their way. */
    public synchronized int size() {
        return queue.size()
                + flying.size()
                + landed.stream().mapToInt(List::size).sum();
    }

    /** Completes when everything queued by now that matches is written or has failed. */
    public Future<Void> settled(Predicate<T> which) {
        List<Future<R>> waiting;
        synchronized (this) {
            var all = new ArrayList<>(queue);
            all.addAll(flying);
            landed.forEach(all::addAll);
            waiting = all.stream()
                    .filter(p -> which.test(p.item))
                    .map(p -> p.result.future())
                    .toList();
        }
        return waiting.isEmpty()
                ? Future.succeededFuture()
                : Future.join(waiting).<Void>mapEmpty().otherwiseEmpty();
    }

    /** Begins the next batch where it is full, or sets its time. */
    private void next() {
        List<Pending<T, R>> batch;
        synchronized (this) {
            if (!flying.isEmpty() || queue.isEmpty()) return;
            if (held || queue.size() < bounds.rows) {
                long sinceMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt);
                if (timer == NONE) timer = vertx.setTimer(Math.max(1, bounds.delayMs - sinceMs), this::due);
                return;
            }
            batch = take();
        }
        fly(batch);
    }

    private void due(long id) {
        List<Pending<T, R>> batch;
        synchronized (this) {
            if (timer != id) return;
            timer = NONE;
            if (!flying.isEmpty() || queue.isEmpty()) return;
            batch = take();
        }
        fly(batch);
    }

    private List<Pending<T, R>> take() {
        if (timer != NONE) vertx.cancelTimer(timer);
        timer = NONE;
        for (int i = 0; i < bounds.rows && !queue.isEmpty(); i++) flying.add(queue.poll());
        begunAt = System.nanoTime();
        return List.copyOf(flying);
    }

    /** Those behind are on their way before these are told: the database works while acknowledgements are written. */
    private void fly(List<Pending<T, R>> batch) {
        write(batch).onSuccess(written -> {
            commit.record(System.nanoTime() - batch.getFirst().since, TimeUnit.NANOSECONDS);
            rows.record(batch.size());
            land(batch, written.undecided);
            next();
            written.tell.run();
            synchronized (this) {
                landed.removeIf(told -> told == batch);
            }
        });
    }

    private synchronized void land(List<Pending<T, R>> batch, List<Pending<T, R>> undecided) {
        flying.clear();
        undecided.reversed().forEach(queue::addFirst);
        // Where nothing was decided a game is held; asking at once would only hold it longer.
        held = undecided.size() == batch.size();
        if (!held) landed.add(batch);
    }

    /** Writes a batch, whatever it takes. Never fails. */
    private Future<Written<T, R>> write(List<Pending<T, R>> batch) {
        return attempt(batch).transform(result -> {
            if (result.succeeded()) return Future.succeededFuture(Written.of(batch, result.result()));
            if (retry.failed(result.cause())) {
                return vertx.timer(retry.pauseMs()).map(id -> new Written<>(batch, () -> {}));
            }
            return batch.size() == 1 ? Future.succeededFuture(Written.failed(batch, result.cause())) : halved(batch);
        });
    }

    private Future<List<R>> attempt(List<Pending<T, R>> batch) {
        var traced = Traced.together(transaction, batch.stream().map(Pending::traced));
        traced.note("podium.rows", batch.size());
        try {
            return traced.over(writer.apply(batch.stream().map(Pending::item).toList()));
        } catch (RuntimeException e) {
            traced.fail(e);
            return Future.failedFuture(e);
        }
    }

    private Future<Written<T, R>> halved(List<Pending<T, R>> batch) {
        int middle = batch.size() / 2;
        return write(batch.subList(0, middle))
                .compose(first -> write(batch.subList(middle, batch.size())).map(first::and));
    }

    /** @param since on {@link System#nanoTime}'s scale */
    private record Pending<T, R>(T item, Traced traced, long since, Promise<R> result) {
        /** Whoever cannot bear the result does not keep the others from theirs. */
        void tell(Future<R> outcome) {
            try {
                result.handle(outcome);
            } catch (RuntimeException e) {
                LOG.errorf("A result could not be told: %s", Trace.of(e));
            }
        }
    }

    /**
     * What became of a batch.
     *
     * @param undecided those that must go into a later one
     * @param tell tells the others
     */
    private record Written<T, R>(List<Pending<T, R>> undecided, Runnable tell) {
        static <T, R> Written<T, R> of(List<Pending<T, R>> batch, List<R> results) {
            var undecided = new ArrayList<Pending<T, R>>();
            for (int i = 0; i < batch.size(); i++) if (results.get(i) == null) undecided.add(batch.get(i));
            return new Written<>(undecided, () -> {
                for (int i = 0; i < batch.size(); i++)
                    if (results.get(i) != null) batch.get(i).tell(Future.succeededFuture(results.get(i)));
            });
        }

        static <T, R> Written<T, R> failed(List<Pending<T, R>> batch, Throwable failure) {
            return new Written<>(List.of(), () -> batch.forEach(pending -> pending.tell(Future.failedFuture(failure))));
        }

        Written<T, R> and(Written<T, R> other) {
            var both = new ArrayList<>(undecided);
            both.addAll(other.undecided);
            return new Written<>(both, () -> {
                tell.run();
                other.tell.run();
            });
        }
    }
}
