package dev.podium.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares a browser's {@code Origin} with an address of our own. */
public final class Origins {
    private static final Pattern DEFAULT_PORT = Pattern.compile(":(80|443)$");

    private Origins() {}

    /**
     * Whether a request comes from a page of another site. One without an {@code Origin} comes from no page.
     *
     * @param publicUrl our own address, where one is configured; beside the one the request was sent to
     */
    public static boolean isForeign(HttpServerRequest request, Optional<String> publicUrl) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        var host = request.authority() == null ? "" : request.authority().toString();
        return !same(origin, host)
                && publicUrl.filter(url -> same(origin, authority(url))).isEmpty();
    }

    /**
     * Whether a page of this origin is one of ours. Only host and port are compared: behind TLS the scheme that reaches us is
     * another one than the browser's.
     *
     * @param authority host and port as in the {@code Host} header
     */
    public static boolean same(String origin, String authority) {
        var theirs = authority(origin);
        return !theirs.isEmpty() && theirs.equals(normal(authority));
    }

    /** Host and port of an address without a default port; empty when there is none, as in {@code null}. */
    public static String authority(String url) {
        try {
            var authority = URI.create(url).getRawAuthority();
            return authority == null ? "" : normal(authority);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String normal(String authority) {
        return DEFAULT_PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
