package dev.podium.socket;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.websockets.next.runtime.WebSocketServerRecorder;
import io.quarkus.websockets.next.runtime.config.WebSocketsServerRuntimeConfig;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Mounts the endpoints before every route and filter of requests: a storm of phones would pay for all of them, and each
 * socket would keep what they leave behind. Quarkus mounts them too, behind the filters; nothing else here knows how.
 */
@Singleton
class EndpointMount {
    private static final int FIRST = Integer.MIN_VALUE;
    /** What Quarkus calls the classes it makes of endpoints. */
    static final String GENERATED = "_WebSocketServerEndpoint";

    void mount(@Observes Router router, WebSocketsServerRuntimeConfig config) {
        var recorder = new WebSocketServerRecorder(new RuntimeValue<>(config));
        mount(router, recorder, "/ws/play", PlayerSocket.class);
        mount(router, recorder, "/ws/host/:game", HostSocket.class);
        mount(router, recorder, "/ws/screen/:token", ScreenSocket.class);
    }

    /** Without a context of requests or sessions: no bean behind an endpoint has use for one. */
    private static void mount(
            Router router, WebSocketServerRecorder recorder, String path, Class<? extends Endpoint> endpoint) {
        router.get(path)
                .order(FIRST)
                .handler(recorder.createEndpointHandler(
                        endpoint.getName() + GENERATED, endpoint.getName(), false, false, path));
    }
}
