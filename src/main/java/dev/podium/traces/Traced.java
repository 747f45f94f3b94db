package dev.podium.traces;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;

/** A piece of work as a trace has it. Whoever works hands it on; most work has {@link #NONE}, which does nothing. Any thread. */
public interface Traced {
    /** Work that nobody traces, and whose parts nobody traces. */
    Traced NONE = new Traced() {};

    /** Begins a part of this work. Whoever begins it ends it. */
    default Traced begin(String part) {
        return NONE;
    }

    /** Begins what is done for all of these at once: a part of the first, which points at the others. */
    static Traced together(String part, Stream<Traced> all) {
        var traced = all.filter(one -> one != NONE).toList();
        return traced.isEmpty() ? NONE : traced.getFirst().begin(part, traced.subList(1, traced.size()));
    }

    /** Begins a part of this work and of others. */
    default Traced begin(String part, List<Traced> others) {
        return NONE;
    }

    /** Notes a number, or an id, that tells of nobody. */
    default Traced note(String key, Object value) {
        return this;
    }

    default void end() {}

    /** Ends with a failure, of which its class is noted: messages quote what people typed. */
    default void fail(Throwable failure) {}

    /** Ends as the future does. */
    default <T> Future<T> over(Future<T> work) {
        return work;
    }

    /** What lets another instance go on with it, in the W3C's form; not for work that nobody traces. */
    default String carried() {
        throw new IllegalStateException("nobody traces it");
    }
}
