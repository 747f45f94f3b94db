package dev.podium.launcher;

import java.nio.file.Path;

/** Where things lie in this checkout. */
final class Places {
    static final Path ROOT = Path.of("").toAbsolutePath();
    /** Everything that a run leaves on disk, and nothing else does. */
    static final Path HOME = ROOT.resolve(".podium");

    static final Path TARGET = ROOT.resolve("target");
    static final Path ARTIFACT = TARGET.resolve("quarkus-app/quarkus-run.jar");
    static final Path REPORTS = TARGET.resolve("test-reports");

    private Places() {}

    /** Of whoever started this. */
    static Path homeOfUser() {
        return Path.of(System.getenv().getOrDefault("HOME", "/"));
    }

    /** As people call it who stand in the checkout. */
    static String shown(Path file) {
        return ROOT.relativize(file).toString();
    }
}
