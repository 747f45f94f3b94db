package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Sessions begin, and end: by signing out, after {@link SessionCookie#LIFE}, or when a host has too many. */
@ApplicationScoped
class Sessions {
    /** Devices a host can be signed in on; the oldest session ends for the newest. */
    static final int MAX_PER_HOST = 20;

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
        return sessions.delete("expiresAt <= instant")
                .chain(() -> endOldest(host))
                .chain(() -> sessions.persistAndFlush(session))
                .replaceWith(token);
    }

    @WithTransaction
    Uni<Void> end(Token token) {
        return sessions.delete("tokenHash = ?1", token.hash()).replaceWithVoid();
    }

    private Uni<Long> endOldest(UUID host) {
        return sessions.<HostSession>find("hostId = ?1 order by createdAt desc", host)
                .list()
                .chain(all -> all.size() < MAX_PER_HOST
                        ? Uni.createFrom().item(0L)
                        : sessions.delete(
                                "hostId = ?1 and createdAt <= ?2", host, all.get(MAX_PER_HOST - 1).createdAt));
    }
}
