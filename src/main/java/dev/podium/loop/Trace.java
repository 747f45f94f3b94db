package dev.podium.loop;

import java.util.stream.Stream;

/** What a log may have of a failure: classes and lines of code. Messages quote what people typed. */
public final class Trace {
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 30;

    private Trace() {}

    public static String of(Throwable failure) {
        var text = new StringBuilder();
        causes(failure).forEach(cause -> {
            text.append(text.isEmpty() ? "" : "\nCaused by: ")
                    .append(cause.getClass().getName());
            Stream.of(cause.getStackTrace())
                    .limit(MAX_FRAMES)
                    .forEach(frame -> text.append("\n\tat ").append(frame));
        });
        return text.toString();
    }

    /** The failure and what caused it, as far as anybody would follow. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }
}
