package dev.podium.client;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Somebody who wants a name that is taken and no other: asks again each time it is refused, as fast as the contract lets. */
public final class Insister implements Link.Owner {
    /** Forty frames in two seconds are allowed. */
    private static final long PAUSE_MS = 60;

    private final Clients clients;
    private final JsonObject join;
    private Link link;
    private boolean pausing;
    private volatile int refusals;

    Insister(Clients clients, String pin, String nickname) {
        this.clients = clients;
        this.join = new JsonObject()
                .put("type", "join")
                .put("pin", pin)
                .put("nickname", nickname)
                .put("key", UUID.randomUUID().toString())
                .put("v", 1);
    }

    void connect(Door door) {
        link = clients.link(door, this);
        clients.run(link::dial);
    }

    /** Goes away for good. */
    public void end() {
        clients.run(link::end);
    }

    /** How often the name was refused. */
    public int refusals() {
        return refusals;
    }

    @Override
    public String path() {
        return "/ws/play";
    }

    @Override
    public MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    @Override
    public void opened() {
        if (!pausing) link.send(join);
    }

    @Override
    public void received(JsonObject frame) {
        if (pausing || !"nickname-taken".equals(frame.getString("code"))) return;
        refusals++;
        pausing = true;
        clients.after(PAUSE_MS, () -> {
            pausing = false;
            link.send(join);
        });
    }

    @Override
    public void lost(int code, boolean last) {}
}
