package dev.podium.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Notices over Valkey, or anything that speaks the Redis protocol: takes the fan-out off PostgreSQL when many games run.
 *
 * <p>The channel is a sharded one where the server has those (Valkey, Redis 7): in a cluster a notice then stays on one shard
 * instead of going to every node. An older server gets the ordinary one.
 */
final class ValkeyCarrier implements Carrier {
    private static final String CHANNEL = "podium-game";
    private static final int IDS_PER_NOTICE = 1_000;
    private static final Set<String> MESSAGES = Set.of("message", "smessage");

    private final Vertx vertx;
    private final String url;
    private final Redis publisher;
    private volatile boolean sharded;

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
                .send(Request.cmd(sharded ? Command.SPUBLISH : Command.PUBLISH)
                        .arg(CHANNEL)
                        .arg(payload))
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

    /** Whether the server that listened last has sharded channels. */
    boolean sharded() {
        return sharded;
    }

    private Future<Void> subscribe(RedisConnection connection, Consumer<String> received, Runnable end) {
        connection.exceptionHandler(e -> end.run());
        connection.endHandler(v -> end.run());
        connection.handler(push -> {
            if (push != null
                    && push.size() == 3
                    && MESSAGES.contains(push.get(0).toString())) {
                received.accept(push.get(2).toString());
            }
        });
        return knowsShards(connection)
                .compose(knows -> {
                    sharded = knows;
                    return connection.send(Request.cmd(knows ? Command.SSUBSCRIBE : Command.SUBSCRIBE)
                            .arg(CHANNEL));
                })
                .mapEmpty();
    }

    /** Asked beforehand, as the client takes no refusal of a subscription. A server that will not tell is taken for an old one. */
    private static Future<Boolean> knowsShards(RedisConnection connection) {
        return connection
                .send(Request.cmd(Command.COMMAND).arg("INFO").arg("SSUBSCRIBE"))
                .map(known -> known != null
                        && known.size() == 1
                        && known.get(0) != null
                        && known.get(0).size() > 0)
                .otherwise(false);
    }
}
