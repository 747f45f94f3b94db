package dev.podium.library;

import java.util.regex.Pattern;

/** Which addresses a picture, a sound or a film may have: of the web, unread by others on the way, or of what is stored here. */
final class MediaAddress {
    private static final Pattern ALLOWED = Pattern.compile("(https://|/media/)[^\\s\"<>\\\\]+");

    private MediaAddress() {}

    static boolean allowed(String address) {
        return ALLOWED.matcher(address).matches();
    }
}
