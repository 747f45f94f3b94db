package dev.podium.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the next connection goes; asked again for every attempt, as a load balancer would be. */
@FunctionalInterface
public interface Door {
    URI next();

    static Door to(URI only) {
        return () -> only;
    }

    /** Goes round; the next attempt meets the next one. */
    static Door round(List<URI> doors, int first) {
        var attempts = new AtomicInteger(first);
        return () -> doors.get(Math.floorMod(attempts.getAndIncrement(), doors.size()));
    }
}
