package dev.podium.client;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a host's page and a screen have in common: they say nothing first and see the game big. */
abstract class Watching implements Link.Owner {
    private final Queue<Phone.Shown> shown = new ConcurrentLinkedQueue<>();
    private final Queue<JsonObject> counts = new ConcurrentLinkedQueue<>();
    private volatile Phone.Shown now;
    private volatile boolean welcome;
    private volatile int closedFor;
    private volatile long lostAt = System.nanoTime();
    private Clients clients;
    Link link;

    void connect(Clients on, Door door) {
        clients = on;
        link = on.link(door, this);
        on.run(link::dial);
    }

    /** No waiting for the next attempt. */
    public void wake() {
        clients.run(link::wake);
    }

    /** Loses the network for a moment. */
    public void drop() {
        clients.run(link::drop);
    }

    /** What it shows; null before the first welcome. */
    public Phone.Shown now() {
        return now;
    }

    public boolean shows(String phase) {
        var current = now;
        return current != null && current.phase().equals(phase);
    }

    public List<Phone.Shown> shown() {
        return List.copyOf(shown);
    }

    /** The live counts and roster changes it was told. */
    public List<JsonObject> counts() {
        return List.copyOf(counts);
    }

    /** Whether it waits for its person to tap. */
    public boolean gaveUp() {
        return !welcome && link.gaveUp();
    }

    public boolean welcomed() {
        return welcome;
    }

    /** When it lost its connection last, on {@link System#nanoTime}'s scale. */
    public long lostAt() {
        return lostAt;
    }

    /** The close code that ended it; 0 as long as it goes on. */
    public int closedFor() {
        return closedFor;
    }

    @Override
    public MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    @Override
    public void opened() {}

    @Override
    public void received(JsonObject frame) {
        switch (frame.getString("type")) {
            case "welcome" -> {
                link.heartbeat(frame.getLong("heartbeatMs"));
                show(frame);
                welcome = true;
            }
            case "state" -> {
                if (now == null || frame.getLong("seq") > now.seq()) show(frame);
            }
            case "progress", "roster" -> counts.add(frame);
            case "bye" -> link.bye(frame.getLong("reconnectInMs"));
            default -> {}
        }
    }

    @Override
    public void lost(int code, boolean last) {
        if (welcome) lostAt = System.nanoTime();
        welcome = false;
        if (last) closedFor = code;
    }

    private void show(JsonObject frame) {
        now = new Phone.Shown(frame.getLong("seq"), frame.getJsonObject("state"));
        shown.add(now);
    }
}
