package dev.podium.account;

import dev.podium.configuration.Configuration;
import dev.podium.http.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Hashes passwords with bcrypt, which takes a twentieth of a second and more: on threads of its own, so few that a storm of
 * sign-ins takes nobody's processor.
 */
@ApplicationScoped
class Passwords {
    static final int MIN_LENGTH = 8;

    /** bcrypt reads no more bytes than these; a longer password would be cut without a word. */
    static final int MAX_BYTES = 72;

    private static final int THREADS = 2;

    /** As many wait as are done within some seconds; who comes then is told to try again. */
    private static final int MOST_WAITING = 50;

    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int cost;
    private final Supplier<String> nobody;

    Passwords(Vertx vertx, Configuration settings) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        this.cost = settings.passwordCost();
        this.nobody = new Once(() -> BcryptUtil.bcryptHash("nobody's", cost));
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** Fails with a refusal, 503, when too many wait. */
    Uni<String> hash(String password) {
        return away(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /**
     * The same for a password that is to be compared.
     *
     * @param hash null when there is no such host, which takes as long and is false
     */
    Uni<Boolean> matches(String password, String hash) {
        return away(() -> BcryptUtil.matches(password, hash == null ? nobody.get() : hash) && hash != null);
    }

    private <T> Uni<T> away(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                throw Problem.of(503, "Busy", "Too many sign in at this moment. Try again.")
                        .refusal(Duration.ofSeconds(1));
            }
            return workers.executeBlocking(work::get, false).onTermination().invoke(waiting::decrementAndGet);
        });
    }

    /** Computed at the first sign-in under an unknown name, then kept. */
    private static final class Once implements Supplier<String> {
        private final Supplier<String> source;
        private volatile String value;

        Once(Supplier<String> source) {
            this.source = source;
        }

        @Override
        public String get() {
            if (value == null) {
                value = source.get();
            }
            return value;
        }
    }
}
