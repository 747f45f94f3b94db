package dev.podium.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What people see: lines, and one that moves while something takes its time. */
final class Terminal {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out = stream(FileDescriptor.out);
    private final PrintStream err = stream(FileDescriptor.err);
    private final boolean watched;
    private boolean moving;
    private Thread last;

    /** @param watched whether it is a terminal that somebody looks at, and no file */
    Terminal(boolean watched) {
        this.watched = watched;
    }

    synchronized void say(String line) {
        if (!maySpeak()) return;
        clear();
        out.println(line);
    }

    /** The same where errors go, as it is. */
    synchronized void complain(String text) {
        if (!maySpeak()) return;
        clear();
        err.println(text);
    }

    /** Without the end of the line, as before what people type. */
    synchronized void ask(String question) {
        out.print(question);
        out.flush();
    }

    /** Overwrites the line that moves; only where somebody watches. */
    synchronized void move(String line) {
        if (!maySpeak()) return;
        out.print(CLEAR_LINE + line);
        out.flush();
        moving = true;
    }

    boolean isWatched() {
        return watched;
    }

    /** From now on only the caller has a say: all else is being ended. */
    synchronized void leaveTheLastWord() {
        clear();
        last = Thread.currentThread();
    }

    private boolean maySpeak() {
        return last == null || last == Thread.currentThread();
    }

    private void clear() {
        if (moving) out.print(CLEAR_LINE);
        moving = false;
    }

    /** Its marks and QR codes are no letters of the C locale, which a terminal may say it has. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
