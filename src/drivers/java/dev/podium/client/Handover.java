package dev.podium.client;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a phone shows so that another one has its seat. */
public final class Handover {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN_MS = 500;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Handover() {}

    /** Asks for a code, by the next way where an answer does not come; blocks. */
    public static String code(Door door, String ticket) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return ask(door.next(), ticket);
            } catch (IOException e) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) throw e;
                Thread.sleep(AGAIN_MS);
            }
        }
    }

    private static String ask(URI base, String ticket) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/api/play/handover"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("ticket", ticket).encode()))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new AssertionError(response + ": " + response.body());
        return new JsonObject(response.body()).getString("code");
    }
}
