package dev.podium.account;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;

/** What a browser gets whose host has just proved to be one: a session, and the mark of a device that is known. */
@ApplicationScoped
class Welcome {
    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();

    Welcome(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Signs it in: 204 with both cookies. */
    Uni<Response> answer(Host host, HttpServerRequest request) {
        return sessions.begin(host.id, request.getHeader("User-Agent"))
                .map(token -> Response.noContent()
                        .cookie(device(host, request), SessionCookie.set(token, request))
                        .build());
    }

    /** The same for one that is signed in, whose password is a new one. */
    Response remembered(Host host, HttpServerRequest request) {
        return Response.noContent().cookie(device(host, request)).build();
    }

    private NewCookie device(Host host, HttpServerRequest request) {
        return KnownDevice.of(host, Token.draw(random)).cookie(request);
    }
}
