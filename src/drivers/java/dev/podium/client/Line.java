package dev.podium.client;

import io.vertx.core.json.JsonObject;

/** What a {@link Link} talks through while it lasts: a socket, or what stands in for one. On the loop of its {@link Clients}. */
interface Line {
    /** What is heard of it. */
    interface Ear {
        /** Something has come, if only a sign of life. */
        void heard();

        void received(JsonObject frame);

        /** It is gone. */
        void closed(int code);
    }

    /** False where it is gone. */
    boolean send(JsonObject frame);

    void close();
}
