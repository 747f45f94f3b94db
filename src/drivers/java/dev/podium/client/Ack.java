package dev.podium.client;

import io.vertx.core.json.JsonObject;

/**
 * What the server said of an answer.
 *
 * @param answer the stored one where it is another than was sent, else null
 * @param heardAt when it arrived, on {@link System#nanoTime}'s scale
 */
public record Ack(String id, int question, String status, JsonObject answer, long heardAt) {
    static Ack of(JsonObject frame) {
        return new Ack(
                frame.getString("id"),
                frame.getInteger("question"),
                frame.getString("status"),
                frame.getJsonObject("answer"),
                System.nanoTime());
    }

    /** The promise: it is in the database. */
    public boolean stored() {
        return status.equals("saved") || status.equals("duplicate");
    }
}
