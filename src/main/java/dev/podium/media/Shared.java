package dev.podium.media;

import dev.podium.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads once what many ask for at once, and keeps what was asked for last. Thread-safe. */
final class Shared<K, V> {
    private final Function<K, Future<V>> read;
    private final Map<K, Future<V>> kept;
    private final Counter hits;
    private final Counter reads;

    /**
     * @param what is kept, as a tag of {@code podium.media.asked}
     * @param most how many are kept
     */
    Shared(String what, int most, MeterRegistry metrics, Function<K, Future<V>> read) {
        this.read = read;
        this.hits = metrics.counter(Metric.MEDIA_ASKED.id(), "what", what, "from", "memory");
        this.reads = metrics.counter(Metric.MEDIA_ASKED.id(), "what", what, "from", "database");
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Future<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** What failed is read again by the next who asks. */
    Future<V> get(K key) {
        Future<V> answer;
        synchronized (kept) {
            answer = kept.get(key);
            if (answer != null) {
                hits.increment();
                return answer;
            }
            reads.increment();
            answer = read.apply(key);
            kept.put(key, answer);
        }
        var asked = answer;
        return asked.onFailure(_ -> forget(key, asked));
    }

    void forget(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }

    private void forget(K key, Future<V> failed) {
        synchronized (kept) {
            kept.remove(key, failed);
        }
    }
}
