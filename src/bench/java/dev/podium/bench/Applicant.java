package dev.podium.bench;

import dev.podium.client.Names;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Who asks for a seat: one person through all tries, who takes the free name that is offered where its own is taken. */
final class Applicant {
    private final String pin;
    private final String key = UUID.randomUUID().toString();
    private String name;

    Applicant(String pin, String name) {
        this.pin = pin;
        this.name = name;
    }

    /** The frame that asks. */
    String join() {
        return "{\"type\":\"join\",\"pin\":\"" + pin + "\",\"nickname\":\"" + name + "\",\"key\":\"" + key
                + "\",\"v\":1}";
    }

    /** Whether an error only asks for another name, which it has from now on. */
    boolean renamed(byte[] bytes, int from, int to) {
        if (!Scan.is(bytes, from, to, Scan.CODE, "nickname-taken")) return false;
        var error = new JsonObject(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        name = Names.instead(name, error.getString("suggestion"));
        return true;
    }
}
