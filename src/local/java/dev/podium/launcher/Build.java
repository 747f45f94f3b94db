package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Building what is missing, or older than its sources. */
final class Build {
    private static final Path CLASSPATH = Places.TARGET.resolve("local.classpath");
    private static final Path PROGRAMS = Places.TARGET.resolve("test-classes");
    private static final Path PROGRAM = PROGRAMS.resolve("dev/podium/local/Launch.class");
    private static final Path MODULES = Places.ROOT.resolve("frontend/node_modules");
    private static final Path MARK = Places.HOME.resolve("built");

    private static final List<String> SOURCES = List.of("pom.xml", "src/main", "src/local", "frontend");
    private static final Set<String> NOT_SOURCES =
            Set.of("node_modules", "dist", "e2e", "test-results", "playwright-report");

    /** Downloads unpacked, builds and a little room for data. */
    private static final int NEED_MB_FIRST = 2_500;

    private static final int NEED_MB_LATER = 200;

    private final Steps steps;
    private final Tools tools;

    Build(Steps steps, Tools tools) {
        this.steps = steps;
        this.tools = tools;
    }

    /** @throws Sorry when the disk is too full to begin */
    static void checkRoom() {
        int need = isFirstRun() ? NEED_MB_FIRST : NEED_MB_LATER;
        var lines =
                Processes.output("df", "-Pk", Places.ROOT.toString()).lines().toList();
        if (lines.size() < 2) return;
        long free = Long.parseLong(lines.get(1).split(" +")[3]) / 1024;
        if (free < need)
            throw new Sorry("the disk is full: " + free + " MB are free where " + Places.ROOT + " lies, " + need
                    + " MB are needed.");
    }

    /** @param more sources that the command needs besides the launcher's */
    void ifNeeded(Path log, String... more) {
        if (isNeeded(more)) everything(log);
    }

    /** Whether what a build has made is older than any of its sources. */
    static boolean isOlder(Path made, List<String> sources) {
        var time = time(made);
        return sources.stream().anyMatch(source -> isNewer(source, time));
    }

    /** Now nothing is older than its sources. */
    static void done() {
        try {
            Files.createDirectories(MARK.getParent());
            Files.writeString(MARK, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For dev mode, which builds the rest itself. */
    void programs(Path log) {
        if (!hasPrograms())
            steps.must("Compiling", log, List.of("mvn", "-B", "test-compile", "-Dspotless.check.skip=true"));
    }

    static boolean hasPrograms() {
        return Files.exists(CLASSPATH) && Files.exists(PROGRAM);
    }

    /** What a JVM of ours finds its programs by. */
    static String classpath() {
        try {
            return "target/test-classes:target/classes:"
                    + Files.readString(CLASSPATH).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the pages' package-lock.json asks for, unless it is there. */
    void modules(Path log) {
        var lock = Places.ROOT.resolve("frontend/package-lock.json");
        var fetched = MODULES.resolve(".package-lock.json");
        if (!Files.exists(lock) || Files.exists(fetched) && time(lock).compareTo(time(fetched)) <= 0) return;
        steps.must(
                "Fetching packages for the pages",
                log,
                List.of("npm", "--prefix", "frontend", "ci", "--no-audit", "--no-fund"));
    }

    private void everything(Path log) {
        tools.find();
        if (isFirstRun())
            steps.terminal.say("  The first run downloads about " + Reasons.FIRST_RUN_MB
                    + " MB and takes some minutes. Later runs start in seconds, without a network.");
        steps.must(
                "Building Podium", log, List.of("mvn", "-B", "package", "-DskipTests", "-Dspotless.check.skip=true"));
        done();
    }

    private static boolean isFirstRun() {
        var maven = Places.homeOfUser().resolve(".m2/repository/io/quarkus");
        return !Files.isDirectory(MODULES) || !Files.isDirectory(maven);
    }

    private static boolean isNeeded(String... more) {
        if (!Files.exists(Places.ARTIFACT) || !Files.exists(MARK) || !hasPrograms()) return true;
        return isOlder(MARK, Stream.concat(SOURCES.stream(), Stream.of(more)).toList())
                || Stream.of(classpath().split(":")).anyMatch(jar -> !Files.exists(Path.of(jar)));
    }

    /** Whether anything in there is newer; a folder's own time tells of deleted files. */
    private static boolean isNewer(String source, FileTime built) {
        var search = new SimpleFileVisitor<Path>() {
            private boolean found;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (NOT_SOURCES.contains(folder.getFileName().toString())) return FileVisitResult.SKIP_SUBTREE;
                // What a build writes into this one is no source.
                return folder.equals(MODULES.getParent()) ? FileVisitResult.CONTINUE : visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found |= attributes.lastModifiedTime().compareTo(built) > 0;
                return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(Places.ROOT.resolve(source), search);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return search.found;
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
