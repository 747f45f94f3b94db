package dev.podium.local;

/** Something a person can do something about, in one line for the terminal. */
final class Sorry extends RuntimeException {
    Sorry(String line) {
        super(line, null, false, false);
    }
}
