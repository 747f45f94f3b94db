package dev.podium.room;

import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The hosts and screens in a room: whoever sees all of the game. Confined to the room's loop but for {@link #hosted}. */
final class Watchers {
    private final Set<Viewer> hosts = new LinkedHashSet<>();
    private final Set<Viewer> screens = new LinkedHashSet<>();
    private volatile boolean hosted;

    /** @return whether this is the first host */
    boolean add(Viewer viewer, Audience audience) {
        boolean first = audience == Audience.HOST && hosts.isEmpty();
        of(audience).add(viewer);
        hosted = !hosts.isEmpty();
        return first;
    }

    void remove(Viewer viewer) {
        hosts.remove(viewer);
        screens.remove(viewer);
        hosted = !hosts.isEmpty();
    }

    /** Whether a host watches. Any thread. */
    boolean hosted() {
        return hosted;
    }

    boolean isEmpty() {
        return hosts.isEmpty() && screens.isEmpty();
    }

    void each(Consumer<Viewer> tell) {
        hosts.forEach(tell);
        screens.forEach(tell);
    }

    /** Sends each its state, encoded once for those who see the same. */
    void show(Projections projections, long now) {
        show(Audience.HOST, projections, now);
        show(Audience.SCREEN, projections, now);
    }

    private void show(Audience audience, Projections projections, long now) {
        var viewers = of(audience);
        if (viewers.isEmpty()) return;
        var frame = projections.state(audience, now);
        viewers.forEach(viewer -> viewer.state(frame));
    }

    /** Closes everybody's socket; each is out from now on. */
    void closeAll(CloseCode code) {
        each(viewer -> viewer.close(code));
        hosts.clear();
        screens.clear();
        hosted = false;
    }

    Set<Viewer> hosts() {
        return hosts;
    }

    private Set<Viewer> of(Audience audience) {
        return audience == Audience.HOST ? hosts : screens;
    }
}
