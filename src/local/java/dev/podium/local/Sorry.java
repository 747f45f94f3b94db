package dev.podium.local;

/** Something a person can do something about, in one line for the terminal. */
public final class Sorry extends RuntimeException {
    public Sorry(String line) {
        super(line, null, false, false);
    }
}
