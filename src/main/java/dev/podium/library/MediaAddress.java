package dev.podium.library;

import java.util.regex.Pattern;

/** Which addresses a picture, a sound or a film may have: of the web, unread by others on the way, or of what is stored here. */
final class MediaAddress {
    static final String FORM = "(https://|/media/)[^\\s\"<>\\\\]+";

    /** Of what is stored here, and of nothing else. */
    static final String STORED = "/media/[0-9a-f]{64}";

    private static final Pattern ALLOWED = Pattern.compile(FORM);

    private MediaAddress() {}

    static boolean allowed(String address) {
        return ALLOWED.matcher(address).matches();
    }
}
