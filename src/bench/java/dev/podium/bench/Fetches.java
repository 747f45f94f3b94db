package dev.podium.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;

/** A crowd's browsers, each with a connection of its own, that fetch one file at once. */
final class Fetches implements AutoCloseable {
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient browsers;
    private final String path;
    private final int bytes;
    private final int players;
    private final Progress progress;
    private final List<Double> durations = new ArrayList<>();

    Fetches(int port, String path, int bytes, int players, Progress progress) {
        this.path = path;
        this.bytes = bytes;
        this.players = players;
        this.progress = progress;
        this.browsers = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(port)
                        .setConnectTimeout(20_000),
                new PoolOptions().setHttp1MaxSize(players));
    }

    /** Everybody fetches. */
    Arrivals begin() {
        var arrivals = new Arrivals(players);
        loop.runOnContext(_ -> {
            for (int i = 0; i < players; i++) fetch(i, arrivals);
        });
        return arrivals;
    }

    /** @param begun when the host gave the command */
    void end(Arrivals arrivals, long begun) {
        progress.await("with its picture", arrivals);
        durations.add((arrivals.last() - begun) / 1e6);
    }

    /** Forgets what was measured. */
    void reset() {
        durations.clear();
    }

    double medianMs() {
        return Figures.median(durations);
    }

    @Override
    public void close() {
        browsers.close();
        vertx.close();
    }

    private void fetch(int player, Arrivals arrivals) {
        browsers.request(HttpMethod.GET, path)
                .compose(request -> request.send())
                .compose(response -> length(response))
                .onSuccess(read -> {
                    if (read == bytes) arrivals.at(player, System.nanoTime());
                    else arrivals.fail("A picture of " + read + " bytes came");
                })
                .onFailure(failure -> arrivals.fail("A picture did not come: " + failure));
    }

    private static Future<Long> length(HttpClientResponse response) {
        var read = new long[1];
        response.handler(piece -> read[0] += piece.length());
        return response.end().map(_ -> read[0]);
    }
}
