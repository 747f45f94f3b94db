package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Sessions begin, and end: by signing out, after {@link SessionCookie#LIFE}, or unused, when a host has too many. */
@ApplicationScoped
class Sessions {
    /** Devices a host can be signed in on; the session that was unused for longest ends for a new one. */
    static final int MAX_PER_HOST = 20;

    /** Uses closer to each other are one: a request writes nothing but once in a while. */
    static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final SessionRepository sessions;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** @return the token that proves the session, nowhere else to be had */
    @WithTransaction
    Uni<Token> begin(UUID host) {
        var token = Token.draw(random);
        var session = new HostSession();
        session.tokenHash = token.hash();
        session.hostId = host;
        session.createdAt = Instant.now();
        session.expiresAt = session.createdAt.plus(SessionCookie.LIFE);
        return sessions.endExpired()
                .chain(() -> sessions.endUnused(host, MAX_PER_HOST - 1))
                .chain(() -> sessions.persistAndFlush(session))
                .replaceWith(token);
    }

    @WithTransaction
    Uni<Void> end(Token token) {
        return sessions.delete("tokenHash = ?1", token.hash()).replaceWithVoid();
    }
}
