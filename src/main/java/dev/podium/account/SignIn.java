package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.FieldError;
import dev.podium.http.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Decides who may sign in. */
@ApplicationScoped
class SignIn {
    private final HostRepository hosts;
    private final Passwords passwords;
    private final Tries tries = new Tries(InstantSource.system());

    SignIn(HostRepository hosts, Passwords passwords) {
        this.hosts = hosts;
        this.passwords = passwords;
    }

    /**
     * The host with this e-mail address and password.
     *
     * <p>Fails with a refusal: 429 after too many tries, 401 for a wrong pair (which of the two is not told), 403 for the demo
     * account from another machine.
     */
    Uni<Host> check(String email, String password, SocketAddress remote) {
        var address = remote == null ? "" : remote.hostAddress();
        var wait = tries.begin(address, email);
        if (!wait.isZero()) {
            return Uni.createFrom()
                    .failure(Problem.of(429, "Too many tries", "Wait, then try again.")
                            .refusal(wait));
        }
        return hosts.byEmail(email)
                .chain(host -> passwords
                        .matches(password, host == null ? null : host.passwordHash)
                        .map(right -> allowed(host, right, remote)))
                .invoke(() -> tries.right(address, email));
    }

    private static Host allowed(Host host, boolean right, SocketAddress remote) {
        if (!right) {
            throw Problem.of(401, "Wrong e-mail address or password", null).refusal();
        }
        if (host.demo && !ThisMachine.is(remote)) {
            throw new Problem(
                            403,
                            "Forbidden",
                            "The demo account signs in only on the machine that runs Podium.",
                            List.of(new FieldError("email", Code.NOT_ALLOWED, "Only on the machine itself.")))
                    .refusal();
        }
        return host;
    }
}
