package dev.podium.account;

import dev.podium.configuration.Configuration;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** The first run: who can read the log may create the first host, an admin. */
@ApplicationScoped
class Setup {
    static final int MAX_EMAIL = 254;
    static final int MAX_NAME = 80;
    static final int MAX_PASSWORD = 200;

    private static final Logger LOG = Logger.getLogger(Setup.class);

    private final HostRepository hosts;
    private final SetupTokenRepository tokens;
    private final Passwords passwords;
    private final boolean demo;

    Setup(HostRepository hosts, SetupTokenRepository tokens, Passwords passwords, Configuration settings) {
        this.hosts = hosts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.demo = settings.demo();
    }

    void start(@Observes StartupEvent event) throws Throwable {
        if (!demo) {
            VertxContextSupport.subscribeAndAwait(this::offer);
        }
    }

    /** Whether there is a host with the demo's password. */
    @WithSession
    Uni<Boolean> hasDemo() {
        return hosts.hasDemo(Hosts.DEMO_EMAIL);
    }

    /** Whether there is no host yet and none comes by itself. */
    @WithSession
    Uni<Boolean> isNeeded() {
        return demo ? Uni.createFrom().item(false) : hosts.isEmpty();
    }

    /** Draws a token and prints it, when it is of use. */
    @WithTransaction
    Uni<Void> offer() {
        return hosts.isEmpty()
                .chain(empty -> empty
                        ? print(Token.draw(new SecureRandom()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> print(Token token) {
        var row = new SetupToken();
        row.tokenHash = token.hash();
        row.createdAt = Instant.now();
        return tokens.persistAndFlush(row)
                .invoke(() -> LOG.infof(
                        "There is no host yet. Open /host and create one with this set-up token: %s", token.value()))
                .replaceWithVoid();
    }

    /**
     * Makes the first host. Two at the same moment: the second waits for the first one's tokens and finds them gone.
     *
     * <p>Fails with a refusal: 409 when there is a host, 403 for a wrong token.
     */
    Uni<Host> complete(Token token, String email, String name, String password) {
        // A password takes long to hash: for nobody without a token, and while no row is locked.
        return Panache.withSession(() -> allowed(tokens.findAll(), token))
                .chain(() -> passwords.hash(password))
                .chain(hash -> Panache.withTransaction(() -> allowed(
                                tokens.find("order by tokenHash").withLock(LockModeType.PESSIMISTIC_WRITE), token)
                        .chain(tokens::deleteAll)
                        .chain(() -> hosts.persistAndFlush(Host.create(email, name, Role.ADMIN, hash)))));
    }

    private Uni<List<SetupToken>> allowed(PanacheQuery<SetupToken> all, Token token) {
        return all.list().call(this::refuseIfThereIsAHost).invoke(found -> refuseUnlessAmong(found, token));
    }

    private Uni<Boolean> refuseIfThereIsAHost() {
        return hosts.isEmpty().invoke(empty -> {
            if (!empty) {
                throw Problem.of(409, "Set up already", "There is a host. Sign in.")
                        .refusal();
            }
        });
    }

    private static void refuseUnlessAmong(List<SetupToken> all, Token token) {
        var hash = token.hash();
        if (all.stream().noneMatch(row -> Arrays.equals(row.tokenHash, hash))) {
            throw Problem.forbidden("The set-up token is in the log of the server.")
                    .because("token", Code.INVALID, "This is not the set-up token.")
                    .refusal();
        }
    }
}
