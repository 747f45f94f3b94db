package dev.podium.account;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import dev.podium.http.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/**
 * Decides who may sign in, so that guessing takes years. Wrong passwords for one account are bounded from one address, and from
 * everywhere together; all wrong passwords from one address are. Beyond the last bound, which a whole school can meet, everybody
 * with the right password still gets in; but nobody learns more from a wrong one than that there were too many, and no work is
 * done for accounts that are none.
 *
 * <p>A browser that signed in to this account before has tries of its own: who guesses beside a host does not lock the host out.
 */
@ApplicationScoped
class SignIn {
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MAX_PER_ACCOUNT = 10;
    static final int MAX_EVERYWHERE = 100;
    static final int MAX_PER_ADDRESS = 100;
    static final int MAX_PER_DEVICE = 10;

    private static final int MAX_KEYS = 20_000;

    /** Longer than it takes to look at a password, so that the time does not tell whether there is such an account. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final HostRepository hosts;
    private final Passwords passwords;
    private final RateLimit ofAccount = limit(MAX_PER_ACCOUNT);
    private final RateLimit everywhere = limit(MAX_EVERYWHERE);
    private final RateLimit ofAddress = limit(MAX_PER_ADDRESS);
    private final RateLimit ofDevice = limit(MAX_PER_DEVICE);

    SignIn(HostRepository hosts, Passwords passwords) {
        this.hosts = hosts;
        this.passwords = passwords;
    }

    private static RateLimit limit(int allowed) {
        return new RateLimit(allowed, WINDOW, MAX_KEYS, System::nanoTime);
    }

    /**
     * The host with this e-mail address and password.
     *
     * <p>Fails with a refusal: 429 after too many tries, 401 for a wrong pair (which of the two is not told), 403 for the demo
     * account from another machine and for an account that is disabled.
     */
    Uni<Host> check(String email, String password, Caller caller) {
        if (caller.device().isEmpty()) return ofStranger(email, password, caller);
        var device = caller.device().get();
        return hosts.byEmail(email)
                .chain(host -> device.isOf(host)
                        ? ofKnown(host, password, device, caller)
                        : ofStranger(email, password, caller));
    }

    // What is tried counts as wrong until it proves right: tries at the same moment do not slip through together.

    private Uni<Host> ofKnown(Host host, String password, KnownDevice device, Caller caller) {
        var wait = ofDevice.take(device.nonce());
        if (!wait.isZero()) return Uni.createFrom().failure(tooMany(wait));
        return matches(host, password)
                .map(right -> allowed(host, right, caller.here(), Duration.ZERO))
                .invoke(() -> ofDevice.forget(device.nonce()));
    }

    private Uni<Host> ofStranger(String email, String password, Caller caller) {
        var name = email.toLowerCase(Locale.ROOT);
        var account = caller.address() + ' ' + name;
        var wait = ofAccount.take(account);
        if (wait.isZero()) wait = everywhere.take(name);
        if (!wait.isZero()) return Uni.createFrom().failure(tooMany(wait));
        var crowded = ofAddress.take(caller.address());
        return hosts.byEmail(email)
                .chain(host -> (crowded.isZero() ? matches(host, password) : matchesSlowly(host, password))
                        .map(right -> allowed(host, right, caller.here(), crowded)))
                .invoke(() -> {
                    ofAccount.forget(account);
                    everywhere.giveBack(name);
                    if (crowded.isZero()) ofAddress.giveBack(caller.address());
                });
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

    private static Host allowed(Host host, boolean right, boolean here, Duration crowded) {
        if (!right) {
            throw crowded.isZero()
                    ? Problem.of(401, "Wrong e-mail address or password", null).refusal()
                    : tooMany(crowded);
        }
        if (host.disabledAt != null) {
            throw Problem.forbidden("This account is disabled. An admin can enable it.")
                    .coded(Problem.DISABLED)
                    .refusal();
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
