package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import dev.podium.http.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/**
 * Decides who may sign in, so that guessing takes years. From one address, wrong passwords for one account are bounded, and all
 * wrong passwords are. Beyond the second bound, which a whole school can meet, everybody with the right password still gets
 * in; but nobody learns more from a wrong one than that there were too many, and no work is done for accounts that are none.
 */
@ApplicationScoped
class SignIn {
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MAX_PER_ACCOUNT = 10;
    static final int MAX_PER_ADDRESS = 100;

    private static final int MAX_KEYS = 20_000;

    /** Longer than it takes to look at a password, so that the time does not tell whether there is such an account. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final HostRepository hosts;
    private final Passwords passwords;
    private final RateLimit ofAccount = new RateLimit(MAX_PER_ACCOUNT, WINDOW, MAX_KEYS, System::nanoTime);
    private final RateLimit ofAddress = new RateLimit(MAX_PER_ADDRESS, WINDOW, MAX_KEYS, System::nanoTime);

    SignIn(HostRepository hosts, Passwords passwords) {
        this.hosts = hosts;
        this.passwords = passwords;
    }

    /**
     * The host with this e-mail address and password.
     *
     * <p>Fails with a refusal: 429 after too many tries, 401 for a wrong pair (which of the two is not told), 403 for the demo
     * account from another machine.
     *
     * @param address who tries
     * @param here whether on this machine
     */
    Uni<Host> check(String email, String password, String address, boolean here) {
        // What is tried counts as wrong until it proves right: tries at the same moment do not slip through together.
        var account = address + ' ' + email.toLowerCase(Locale.ROOT);
        var wait = ofAccount.take(account);
        if (!wait.isZero()) {
            return Uni.createFrom().failure(tooMany(wait));
        }
        var crowded = ofAddress.take(address);
        return hosts.byEmail(email)
                .chain(host -> (crowded.isZero() ? matches(host, password) : matchesSlowly(host, password))
                        .map(right -> allowed(host, right, here, crowded)))
                .invoke(() -> right(account, address, crowded));
    }

    private Uni<Boolean> matches(Host host, String password) {
        return passwords.matches(password, host == null ? null : host.passwordHash);
    }

    private Uni<Boolean> matchesSlowly(Host host, String password) {
        var asked = host == null ? Uni.createFrom().item(false) : matches(host, password);
        return asked.chain(right -> right
                ? Uni.createFrom().item(true)
                : Uni.createFrom().item(false).onItem().delayIt().by(SLOW));
    }

    private void right(String account, String address, Duration crowded) {
        ofAccount.forget(account);
        if (crowded.isZero()) {
            ofAddress.giveBack(address);
        }
    }

    private static Host allowed(Host host, boolean right, boolean here, Duration crowded) {
        if (!right) {
            throw crowded.isZero()
                    ? Problem.of(401, "Wrong e-mail address or password", null).refusal()
                    : tooMany(crowded);
        }
        if (host.demo && !here) {
            throw Problem.forbidden("The demo account signs in only on the machine that runs Podium.")
                    .coded(Problem.ONLY_HERE)
                    .because("email", Code.NOT_ALLOWED, "Only on the machine itself.")
                    .refusal();
        }
        return host;
    }

    private static RuntimeException tooMany(Duration wait) {
        return Problem.of(429, "Too many tries", "Wait, then try again.").refusal(wait);
    }
}
