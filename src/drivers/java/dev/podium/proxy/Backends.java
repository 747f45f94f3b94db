package dev.podium.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is. Backends that say they are not ready are left out, as long as another one is; when none is, all are
 * tried, as a balancer that trusts nobody must trust everybody.
 */
final class Backends {
    private static final int LOOK_MS = 250;
    private static final int ANSWER_MS = 2_000;
    private static final String READY = "/q/health/ready";

    private static final class Backend {
        final URI address;
        boolean ready = true;
        boolean asked;

        Backend(URI address) {
            this.address = address;
        }
    }

    private final List<Backend> backends;
    private final HttpClient http;
    private int turn;

    Backends(Vertx vertx, List<URI> addresses) {
        backends = addresses.stream().map(Backend::new).toList();
        http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(ANSWER_MS));
        vertx.setPeriodic(LOOK_MS, id -> backends.forEach(this::look));
    }

    /** All of them, in the order in which a new connection tries them. */
    List<URI> inTurn() {
        int first = turn++;
        var ready = new ArrayList<URI>();
        var others = new ArrayList<URI>();
        for (int i = 0; i < backends.size(); i++) {
            var backend = backends.get(Math.floorMod(first + i, backends.size()));
            (backend.ready ? ready : others).add(backend.address);
        }
        ready.addAll(others);
        return ready;
    }

    private void look(Backend backend) {
        if (backend.asked) return;
        backend.asked = true;
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(backend.address.getHost())
                .setPort(backend.address.getPort())
                .setURI(READY)
                .setTimeout(ANSWER_MS);
        http.request(request).compose(asked -> asked.send()).onComplete(answer -> {
            backend.asked = false;
            backend.ready = answer.succeeded() && answer.result().statusCode() != 503;
        });
    }
}
