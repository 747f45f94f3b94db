package dev.podium.account;

import dev.podium.http.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /**
     * Begins one.
     *
     * @param userAgent of the browser, as far as it says; no more than words of its device are kept
     * @return the token that proves the session, nowhere else to be had
     */
    @WithTransaction
    Uni<Token> begin(UUID host, String userAgent) {
        var token = Token.draw(random);
        var session = new HostSession();
        session.tokenHash = token.hash();
        session.id = UUID.randomUUID();
        session.hostId = host;
        session.device = Device.words(userAgent);
        session.createdAt = Instant.now();
        session.expiresAt = session.createdAt.plus(SessionCookie.LIFE);
        return sessions.endExpired()
                .chain(() -> sessions.endUnused(host, MAX_PER_HOST - 1))
                .chain(() -> sessions.persistAndFlush(session))
                .replaceWith(token);
    }

    @WithSession
    Uni<List<HostSession>> of(UUID host) {
        return sessions.of(host);
    }

    /** Ends one of a host's, by its id; fails with a refusal, 404, when there is none. */
    @WithTransaction
    Uni<Void> end(UUID host, UUID id) {
        return sessions.delete("hostId = ?1 and id = ?2", host, id)
                .invoke(ended -> {
                    if (ended == 0) throw Problem.notFound("session").refusal();
                })
                .replaceWithVoid();
    }

    /** Ends all of a host's but the one of this token. */
    @WithTransaction
    Uni<Void> endOthers(UUID host, Token token) {
        return sessions.endOthers(host, token.hash()).replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> end(Token token) {
        return sessions.delete("tokenHash = ?1", token.hash()).replaceWithVoid();
    }
}
