package dev.podium.account;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The cookie that carries a session: for our pages only, unreadable to scripts, {@code Secure} where the page is. */
final class SessionCookie {
    static final String NAME = "podium_session";
    static final Duration LIFE = Duration.ofDays(30);

    /** A token has 43 characters; what is longer needs no look. */
    private static final int MAX_LENGTH = 100;

    private SessionCookie() {}

    /** @param header the value of a {@code Cookie} header, or null */
    static Optional<Token> in(String header) {
        if (header == null) {
            return Optional.empty();
        }
        return ServerCookieDecoder.STRICT.decode(header).stream()
                .filter(cookie -> cookie.name().equals(NAME))
                .map(cookie -> cookie.value())
                .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH)
                .map(Token::new)
                .findFirst();
    }

    static NewCookie set(Token token, HttpServerRequest request) {
        return build(NAME, token.value(), LIFE, request);
    }

    /** The same for a browser that comes from another page, and so does not say where it is; this is known otherwise. */
    static NewCookie set(Token token, HttpServerRequest request, boolean isPageSecure) {
        return build(NAME, token.value(), LIFE, request.isSSL() || isPageSecure);
    }

    static NewCookie remove(HttpServerRequest request) {
        return build(NAME, "", Duration.ZERO, request);
    }

    static NewCookie build(String name, String value, Duration life, HttpServerRequest request) {
        return build(name, value, life, request.isSSL() || isPageSecure(request.getHeader("Origin")));
    }

    private static NewCookie build(String name, String value, Duration life, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** Behind a proxy that ends TLS only the browser knows. */
    private static boolean isPageSecure(String origin) {
        return origin != null && origin.startsWith("https:");
    }
}
