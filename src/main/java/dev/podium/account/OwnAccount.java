package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What hosts may change about themselves. */
@ApplicationScoped
class OwnAccount {
    private static final int UNAUTHORISED = 401;

    private final HostRepository hosts;
    private final SessionRepository sessions;
    private final SignIn signIn;
    private final Passwords passwords;

    OwnAccount(HostRepository hosts, SessionRepository sessions, SignIn signIn, Passwords passwords) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /** @param language null for none */
    @WithTransaction
    Uni<Void> describe(UUID host, String name, String language) {
        return hosts.update("name = ?1, language = ?2 where id = ?3", name, language, host)
                .replaceWithVoid();
    }

    /**
     * Changes a password and ends all sessions but this one; the demo's is then no longer the one that everybody knows.
     *
     * <p>Fails with a refusal: 422 for a wrong current password, 429 after too many.
     *
     * @param session the one that goes on
     * @return the host as it is now
     */
    Uni<Host> changePassword(String email, String current, String next, Caller caller, Token session) {
        return signIn.check(email, current, caller)
                .onFailure(OwnAccount::isWrong)
                .transform(_ -> Problem.invalid("current", Code.INVALID, "This is not the current password.")
                        .refusal())
                .chain(host -> passwords.hash(next).chain(hash -> store(host, hash, session)));
    }

    private Uni<Host> store(Host host, String hash, Token session) {
        return Panache.withTransaction(
                () -> hosts.update("passwordHash = ?1, demo = false where id = ?2", hash, host.id)
                        .chain(() -> sessions.endOthers(host.id, session.hash()))
                        .map(_ -> {
                            host.passwordHash = hash;
                            return host;
                        }));
    }

    private static boolean isWrong(Throwable failure) {
        return failure instanceof Problem.Refusal refusal && refusal.problem().status() == UNAUTHORISED;
    }
}
