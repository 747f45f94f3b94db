package dev.podium.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The face of this package: who is signed in. To be called on a Vert.x context of its own, as every request has. */
@ApplicationScoped
public class Hosts {
    static final String DEMO_EMAIL = "host@podium.local";
    static final String DEMO_PASSWORD = "podium";

    private final HostRepository hosts;
    private final SessionRepository sessions;
    private final Passwords passwords;

    Hosts(HostRepository hosts, SessionRepository sessions, Passwords passwords) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    /**
     * The host whose session cookie this is.
     *
     * @param cookieHeaderValue a whole {@code Cookie} header, or null; empty for none, an unknown or an expired session
     */
    @WithSession
    public Uni<Optional<SignedIn>> byCookie(String cookieHeaderValue) {
        var token = SessionCookie.in(cookieHeaderValue);
        if (token.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var hash = token.get().hash();
        return sessions.use(hash)
                .call(use -> isToBeNoted(use)
                        ? sessions.noteUse(hash)
                        : Uni.createFrom().nullItem())
                .map(use -> Optional.ofNullable(use).map(it -> it.host().signedIn()));
    }

    private static boolean isToBeNoted(SessionRepository.Use use) {
        return use != null && use.usedAt().isBefore(Instant.now().minus(Sessions.NOTED_EVERY));
    }

    /**
     * Those of some session cookies whose sessions are over, by the database's clock: signed out, ended or expired.
     *
     * @param cookieHeaderValues whole {@code Cookie} headers; asked for in one query
     */
    @WithSession
    public Uni<Set<String>> ended(Set<String> cookieHeaderValues) {
        var hashes = new HashMap<String, String>();
        for (var cookie : cookieHeaderValues)
            SessionCookie.in(cookie)
                    .ifPresent(token -> hashes.put(cookie, HexFormat.of().formatHex(token.hash())));
        return sessions.alive(hashes.values())
                .map(live -> cookieHeaderValues.stream()
                        .filter(cookie -> !live.contains(hashes.get(cookie)))
                        .collect(Collectors.toSet()));
    }

    /** What {@link #createDemo} needs, or nothing where the demo host is there: made before a transaction, as it takes its time. */
    @WithSession
    public Uni<Optional<String>> demoPasswordHash() {
        return hosts.has(DEMO_EMAIL)
                .chain(made -> made
                        ? Uni.createFrom().item(Optional.empty())
                        : passwords.hash(DEMO_PASSWORD).map(Optional::of));
    }

    /**
     * Makes the demo host unless it is there; where there is nobody else, it is the admin of the machine that it never leaves.
     *
     * @return its id if it was made now
     */
    @WithTransaction
    public Uni<Optional<UUID>> createDemo(String passwordHash) {
        return hosts.has(DEMO_EMAIL)
                .chain(made -> made ? Uni.createFrom().item(Optional.empty()) : makeDemo(passwordHash));
    }

    private Uni<Optional<UUID>> makeDemo(String passwordHash) {
        return hosts.isEmpty().chain(first -> {
            var host = Host.create(DEMO_EMAIL, "Demo", first ? Role.ADMIN : Role.HOST, passwordHash);
            host.demo = true;
            return hosts.persistAndFlush(host).map(made -> Optional.of(made.id));
        });
    }
}
