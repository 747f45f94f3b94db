package dev.podium.traces;

import dev.podium.configuration.Configuration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Where traces begin. Without a collector in the settings nothing is traced, and asking costs one comparison. */
@Singleton
public class Traces {
    private static final int PERCENT = 100;

    /** Null where nothing is traced. */
    private final Exported exported;

    private final int percent;

    public Traces(Configuration settings) {
        exported = settings.traces().url().map(Exported::new).orElse(null);
        percent = settings.traces().answersPercent();
    }

    @PreDestroy
    void stop() {
        if (exported != null) exported.close();
    }

    /** An answer has arrived; some of them are traced. */
    public Traced answer() {
        return exported == null || ThreadLocalRandom.current().nextInt(PERCENT) >= percent
                ? Traced.NONE
                : exported.begin("socket answer");
    }

    /** A host's command has arrived. */
    public Traced command() {
        return exported == null ? Traced.NONE : exported.begin("socket command");
    }

    /** Goes on with what another instance has begun. */
    public Traced carried(String parent) {
        return exported == null ? Traced.NONE : exported.carried(parent);
    }
}
