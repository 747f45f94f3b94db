package dev.podium.client;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How a phone sends its answers: what is to be sent may be sent again, and in any order. Runs on the loop of its {@link Clients}. */
@FunctionalInterface
public interface Manners {
    Manners PLAIN = (due, made) -> due;

    /**
     * What goes out now.
     *
     * @param due what has to go
     * @param made all answers of this phone so far
     */
    List<JsonObject> arrange(List<JsonObject> due, Collection<JsonObject> made);

    /** Everything twice, and with it one that was sent long ago, in any order. */
    static Manners repeating(Random random) {
        return (due, made) -> {
            if (due.isEmpty()) return due;
            var all = new ArrayList<>(due);
            all.addAll(due);
            made.stream().skip(random.nextInt(made.size())).findFirst().ifPresent(all::add);
            Collections.shuffle(all, random);
            return all;
        };
    }
}
