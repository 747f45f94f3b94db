package dev.podium.room;

import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The hosts and screens in a room: whoever sees all of the game. Confined to the room's loop but where it says any thread. */
final class Watchers {
    private final Map<Audience, Set<Viewer>> viewers = new EnumMap<>(Audience.class);
    private volatile boolean hosted;
    private volatile int steering;

    /** @return whether this is the first host */
    boolean add(Viewer viewer, Audience audience) {
        boolean first = audience.steers() && !hosted;
        viewers.computeIfAbsent(audience, a -> new LinkedHashSet<>()).add(viewer);
        counted();
        return first;
    }

    void remove(Viewer viewer) {
        viewers.values().removeIf(some -> some.remove(viewer) && some.isEmpty());
        counted();
    }

    private void counted() {
        hosted = viewers.keySet().stream().anyMatch(Audience::steers);
        steering = desks().size();
    }

    /** Whether a host watches. Any thread. */
    boolean hosted() {
        return hosted;
    }

    /** How many steer at a desk of their own. Any thread. */
    int steering() {
        return steering;
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    void each(Consumer<Viewer> tell) {
        viewers.values().forEach(some -> some.forEach(tell));
    }

    void each(Predicate<Audience> to, Consumer<Viewer> tell) {
        viewers.forEach((audience, some) -> {
            if (to.test(audience)) some.forEach(tell);
        });
    }

    /** Sends each what its audience is told; nothing where that is null. */
    void tell(Function<Audience, String> frame) {
        viewers.forEach((audience, some) -> {
            var told = frame.apply(audience);
            if (told != null) some.forEach(viewer -> viewer.send(told));
        });
    }

    /** Sends each its state, encoded once for those who see the same. */
    void show(Projections projections, long now) {
        viewers.forEach((audience, some) -> {
            var frame = projections.state(audience, now);
            some.forEach(viewer -> viewer.state(frame));
        });
    }

    /** Closes everybody's socket; each is out from now on. */
    void closeAll(CloseCode code) {
        each(viewer -> viewer.close(code));
        viewers.clear();
        counted();
    }

    /** Those who steer at a desk of their own. A copy. */
    Set<Viewer> desks() {
        var desks = new LinkedHashSet<Viewer>();
        viewers.forEach((audience, some) -> {
            if (audience.seesKeys()) desks.addAll(some);
        });
        return desks;
    }

    /** How many watch through this instance what everybody may see. */
    int screens() {
        return viewers.getOrDefault(Audience.SCREEN, Set.of()).size()
                + viewers.getOrDefault(Audience.PRESENTER, Set.of()).size();
    }

    /** Tells those who steer. */
    void eachHost(Consumer<Viewer> tell) {
        each(Audience::steers, tell);
    }
}
