package dev.podium.account;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cookie of a browser that once knew a host's password: its wrong tries are counted apart from strangers'. It signs nobody
 * in. It is signed with what is stored of the password, so that every instance can check it, and a new password ends all.
 *
 * @param nonce drawn for this browser
 * @param signature over the host's id and the nonce
 */
record KnownDevice(String nonce, String signature) {
    static final String NAME = "podium_device";
    private static final Duration LIFE = Duration.ofDays(400);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_LENGTH = 120;

    /** @param header the value of a {@code Cookie} header, or null */
    static Optional<KnownDevice> in(String header) {
        if (header == null) return Optional.empty();
        return ServerCookieDecoder.STRICT.decode(header).stream()
                .filter(cookie -> cookie.name().equals(NAME))
                .map(Cookie::value)
                .filter(value -> value.length() <= MAX_LENGTH && value.indexOf('.') > 0)
                .map(value -> new KnownDevice(
                        value.substring(0, value.indexOf('.')), value.substring(value.indexOf('.') + 1)))
                .findFirst();
    }

    static KnownDevice of(Host host, Token nonce) {
        return new KnownDevice(nonce.value(), sign(host.id, host.passwordHash, nonce.value()));
    }

    /** Whether this browser has signed in as this host, which may be null or have none, with the password of now. */
    boolean isOf(Host host) {
        if (host == null || host.passwordHash == null) return false;
        var expected = sign(host.id, host.passwordHash, nonce).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    NewCookie cookie(HttpServerRequest request) {
        return SessionCookie.build(NAME, nonce + "." + signature, LIFE, request);
    }

    private static String sign(UUID host, String passwordHash, String nonce) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(passwordHash.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var signed = mac.doFinal((NAME + " " + host + " " + nonce).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }
}
