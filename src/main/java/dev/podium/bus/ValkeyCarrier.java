package dev.podium.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Notices over Valkey, or anything that speaks the Redis protocol: takes the fan-out off PostgreSQL when many games run. */
final class ValkeyCarrier implements Carrier {
    private static final String CHANNEL = "podium-game";
    private static final int IDS_PER_NOTICE = 1_000;

    private final Vertx vertx;
    private final String url;
    private final Redis publisher;

    ValkeyCarrier(Vertx vertx, String url) {
        this.vertx = vertx;
        this.url = url;
        this.publisher = Redis.createClient(vertx, url);
    }

    @Override
    public int idsPerNotice() {
        return IDS_PER_NOTICE;
    }

    @Override
    public Future<Void> send(String payload) {
        return publisher
                .send(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(payload))
                .mapEmpty();
    }

    @Override
    public Future<Line> listen(Consumer<String> received, Runnable lost) {
        var closed = new AtomicBoolean();
        // A client of its own: a line that subscribes can do nothing else.
        var client = Redis.createClient(vertx, url);
        Runnable end = () -> {
            if (!closed.compareAndSet(false, true)) return;
            client.close();
            lost.run();
        };
        return client.connect()
                .compose(connection -> subscribe(connection, received, end))
                .<Line>map(subscribed -> () -> {
                    closed.set(true);
                    client.close();
                })
                .onFailure(e -> client.close());
    }

    private static Future<Response> subscribe(RedisConnection connection, Consumer<String> received, Runnable end) {
        connection.exceptionHandler(e -> end.run());
        connection.endHandler(v -> end.run());
        connection.handler(push -> {
            if (push != null && push.size() == 3 && push.get(0).toString().equals("message")) {
                received.accept(push.get(2).toString());
            }
        });
        return connection.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL));
    }
}
