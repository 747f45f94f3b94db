package dev.podium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** From the start of the process to its first 200 on the readiness check, with PostgreSQL running and its schema there. */
final class StartTime {
    private final Lab lab;
    private final int runs;
    private final Progress progress;

    StartTime(Lab lab, int runs, Progress progress) {
        this.lab = lab;
        this.runs = runs;
        this.progress = progress;
    }

    void measure(Results results) throws SQLException, IOException, InterruptedException {
        progress.step("Start: bringing the schema");
        lab.freshInstance();
        for (int i = 1; i <= runs; i++) {
            progress.step("Start without a cache, " + i + " of " + runs);
            results.startsWithoutCache.add(lab.start());
        }
        progress.step("Start: a training run that makes the AOT cache");
        var cache = train(lab);
        for (int i = 1; i <= runs; i++) {
            progress.step("Start with an AOT cache, " + i + " of " + runs);
            results.starts.add(lab.start(with(cache)));
        }
    }

    /** Lets an instance run on the schema that is there, and gives the cache it leaves. */
    static Path train(Lab lab) throws IOException, InterruptedException {
        var cache = Lab.home().resolve("podium.aot");
        Files.deleteIfExists(cache);
        lab.start("-XX:AOTCacheOutput=" + cache);
        lab.signIn().quizzes();
        lab.instance().stop();
        return cache;
    }

    /** The JVM's option to start from it. */
    static String with(Path cache) {
        return "-XX:AOTCache=" + cache;
    }
}
