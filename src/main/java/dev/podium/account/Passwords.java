package dev.podium.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hashes passwords with bcrypt, on worker threads: it takes a twentieth of a second and more. */
@ApplicationScoped
class Passwords {
    static final int MIN_LENGTH = 8;

    /** bcrypt reads no more bytes than these; a longer password would be cut without a word. */
    static final int MAX_BYTES = 72;

    private final Vertx vertx;
    private final int cost;
    private final Supplier<String> nobody;

    Passwords(Vertx vertx, @ConfigProperty(name = "podium.password-cost", defaultValue = "12") int cost) {
        this.vertx = vertx;
        this.cost = cost;
        this.nobody = new Once(() -> BcryptUtil.bcryptHash("nobody's", cost));
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    Uni<String> hash(String password) {
        return away(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** @param hash null when there is no such host, which takes as long and is false */
    Uni<Boolean> matches(String password, String hash) {
        return away(() -> BcryptUtil.matches(password, hash == null ? nobody.get() : hash) && hash != null);
    }

    private <T> Uni<T> away(Supplier<T> work) {
        return vertx.executeBlocking(work::get, false);
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
