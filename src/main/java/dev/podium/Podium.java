package dev.podium;

import dev.podium.configuration.Mistakes;
import dev.podium.loop.Trace;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** An instance as a process. What a person can put right ends its start with a line each, and without a trace. */
@QuarkusMain
public final class Podium {
    private Podium() {}

    public static void main(String... words) {
        Quarkus.run(null, Podium::end, words);
    }

    private static void end(int code, Throwable failure) {
        if (failure != null) tell(failure);
        System.exit(code);
    }

    /** Not all of it is the log's: that is not there before the settings are. */
    private static void tell(Throwable failure) {
        var lines = Trace.causes(failure)
                .map(Podium::lines)
                .filter(told -> !told.isEmpty())
                .findFirst();
        lines.ifPresentOrElse(
                told -> told.forEach(line -> System.err.println("podium: " + line)),
                () -> Logger.getLogger(Podium.class).error("The start failed", failure));
    }

    private static List<String> lines(Throwable cause) {
        return switch (cause) {
            case QuarkusBindException taken ->
                List.of(taken.getMessage() + ": stop who has it, or set QUARKUS_HTTP_PORT.");
            case FlywayException database ->
                List.of(database.getMessage().strip().lines().findFirst().orElse("the database has failed."));
            default -> Mistakes.told(cause);
        };
    }
}
