package dev.podium.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells our own pages and addresses from others'. */
public final class Origins {
    private static final Pattern DEFAULT_PORT = Pattern.compile(":(80|443)$");
    private static final Pattern PORT = Pattern.compile("\\.?(:\\d*)?$");

    private Origins() {}

    /**
     * Whether a request comes from a page of another site, or from a page under a name that is not ours but was pointed at this
     * machine. One without an {@code Origin} comes from no page, or reads as a page of the address it was sent to.
     *
     * <p>Never waits: a name of the local network counts as foreign until {@link RequestGuard} has looked it up.
     *
     * @param publicUrl our own address, where one is configured; it is ours beside this machine's own, and a proxy before us may
     *     have put any {@code Host} into a request for it
     */
    public static boolean isForeign(HttpServerRequest request, Optional<String> publicUrl) {
        var origin = request.getHeader("Origin");
        if (publicUrl.isPresent() && (origin == null || same(origin, authority(publicUrl.get())))) {
            return false;
        }
        return !ThisMachine.isCalled(host(request)) || origin != null && !same(origin, sentTo(request));
    }

    /** The name or address a request was sent to, without its port; empty when it does not say. */
    static String host(HttpServerRequest request) {
        return PORT.matcher(sentTo(request)).replaceFirst("");
    }

    /**
     * Whether a page of this origin is one of ours. Only host and port are compared: behind TLS the scheme that reaches us is
     * another one than the browser's.
     *
     * @param authority host and port as in the {@code Host} header
     */
    static boolean same(String origin, String authority) {
        var theirs = authority(origin);
        return !theirs.isEmpty() && theirs.equals(normal(authority));
    }

    /** Host and port of an address without a default port; empty when there is none, as in {@code null}. */
    private static String authority(String url) {
        try {
            var authority = URI.create(url).getRawAuthority();
            return authority == null ? "" : normal(authority);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String sentTo(HttpServerRequest request) {
        return request.authority() == null ? "" : normal(request.authority().toString());
    }

    private static String normal(String authority) {
        return DEFAULT_PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
