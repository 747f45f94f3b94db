package dev.podium.client;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Answers that nobody has acknowledged. They stay, whatever happens to the connection. */
final class Outbox {
    /** Sending again is always safe; so much later it is done on the same connection too. */
    private static final long AGAIN_NS = TimeUnit.SECONDS.toNanos(5);

    private static final class Kept {
        final JsonObject frame;
        final long madeAt = System.nanoTime();
        boolean early;
        long sentAt = Long.MIN_VALUE;

        Kept(JsonObject frame) {
            this.frame = frame;
        }
    }

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    synchronized void add(JsonObject answer) {
        kept.put(answer.getString("id"), new Kept(answer));
    }

    /**
     * An early answer waits for its question; every other acknowledgement ends the matter.
     *
     * @return when the answer was made that need not be kept any more
     */
    synchronized OptionalLong acknowledged(Ack ack) {
        var known = kept.get(ack.id());
        if (known == null) return OptionalLong.empty();
        known.early = ack.status().equals("early");
        if (known.early) return OptionalLong.empty();
        kept.remove(ack.id());
        return OptionalLong.of(known.madeAt);
    }

    /** Whether an answer waits since before that time. */
    synchronized boolean keepsSince(long madeBefore) {
        return kept.values().stream().anyMatch(k -> k.madeAt - madeBefore < 0);
    }

    /** The connection is another one: everything goes again. */
    synchronized void reconnected() {
        kept.values().forEach(k -> k.sentAt = Long.MIN_VALUE);
    }

    /** The question is open, also for answers that were too early. */
    synchronized void open(int question) {
        kept.values().stream()
                .filter(k -> k.early && k.frame.getInteger("question") == question)
                .forEach(k -> {
                    k.early = false;
                    k.sentAt = Long.MIN_VALUE;
                });
    }

    /** What is to be sent now; counts as sent from then on. */
    synchronized List<JsonObject> due(long now) {
        var due = new ArrayList<JsonObject>();
        for (var k : kept.values()) {
            if (k.early || k.sentAt != Long.MIN_VALUE && now - k.sentAt < AGAIN_NS) continue;
            k.sentAt = now;
            due.add(k.frame);
        }
        return due;
    }

    synchronized boolean isEmpty() {
        return kept.isEmpty();
    }
}
