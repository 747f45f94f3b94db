package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every test there is; those of the native executable; and a rehearsal of Knative. Each gives the exit code. */
final class Tests {
    private static final int PORT = 18_080;
    private static final Path UNIT_REPORTS = Places.TARGET.resolve("surefire-reports");
    private static final Path PROCESS_REPORTS = Places.TARGET.resolve("process-reports");
    private static final Path VITEST = Places.REPORTS.resolve("vitest.json");
    private static final Path PLAYWRIGHT = Places.REPORTS.resolve("playwright.json");

    /** The sources of what ships. */
    private static final List<String> SHIPPED = List.of("pom.xml", "src/main", "frontend");

    private static final Path CLASSES = Places.TARGET.resolve("podium.aot");

    private static final Count.Counter UNITS = _ -> Count.surefire(UNIT_REPORTS);
    private static final Count.Counter PROCESSES = _ -> Count.surefire(PROCESS_REPORTS);
    private static final Count.Counter PAGES = _ -> Count.vitest(Files.readString(VITEST));
    private static final Count.Counter BROWSER = _ -> Count.playwright(Files.readString(PLAYWRIGHT));
    private static final Count.Counter NODE = log -> Count.node(Reasons.read(log));

    private final Run run;
    private final Run people;
    private final Steps steps;
    private final Tools tools;
    private final Build build;
    private final Suites suites;

    /**
     * @param run where tests have their own data
     * @param people what runs for people from this checkout
     */
    Tests(Run run, Run people, Steps steps, Tools tools, Build build) {
        this.run = run;
        this.people = people;
        this.steps = steps;
        this.tools = tools;
        this.build = build;
        this.suites = new Suites(steps);
    }

    int all() {
        if (people.launcherRuns())
            throw new Sorry("Podium is running from the folder that the tests rebuild: ./podium stop first.");
        begin();
        tools.find();
        Run.delete(UNIT_REPORTS);
        Run.delete(PROCESS_REPORTS);
        Run.delete(Places.REPORTS);
        suites.run("Build", Count.CHECK, List.of("mvn", "-B", "package", "-DskipTests"));
        if (suites.failed()) return suites.verdict();
        Build.done();
        // Four lanes, since each waits for somebody else more than it works: units, processes, the launcher, pages.
        var units = suites.begin("Java", UNITS, surefire("default-test"));
        keepClasses();
        var processes = suites.begin("Processes", PROCESSES, surefire("processes"));
        var launcher = suites.begin("Launcher and artifact", NODE, launcherTests());
        build.modules(Suites.log("npm"));
        suites.run("Pages: style and types", Count.CHECK, List.of("npm", "--prefix", "frontend", "run", "check"));
        suites.run(
                "Pages",
                PAGES,
                List.of(
                        "npm",
                        "--prefix",
                        "frontend",
                        "test",
                        "--",
                        "--reporter=default",
                        "--reporter=json",
                        "--outputFile=" + VITEST));
        if (Tools.onPath("haproxy").isEmpty()) suites.skip("chaos behind haproxy: haproxy is not installed");
        browser(List.of(Tools.java(), "-jar", Places.ARTIFACT.toString()));
        launcher.awaited();
        units.awaited();
        processes.awaited();
        return suites.verdict();
    }

    /** Builds the native executable, unless it is newer than its sources, and plays on it if that is wanted. */
    int ofNative(boolean tested) {
        if (people.launcherRuns())
            throw new Sorry("Podium is running from the folder that this builds in: ./podium stop first.");
        begin();
        tools.find();
        var executable =
                executable().filter(built -> !Build.isOlder(built, SHIPPED)).orElseGet(this::buildExecutable);
        steps.terminal.say("     " + Places.shown(executable) + ", " + megabytes(executable) + " MB");
        if (!tested) return 0;
        Run.delete(PROCESS_REPORTS);
        suites.run("Processes", PROCESSES, surefire("processes", "-Dpodium.native=true"));
        // Second instances of the browser's tests are of what is tested.
        steps.export("PODIUM_EXECUTABLE", executable.toString());
        // What a binary may lack is reached from these: every kind, format, report, medium and account, and the second
        // line.
        browser(
                List.of(executable.toString()),
                "accounts",
                "every-kind",
                "import",
                "media",
                "provider",
                "room",
                "two-hosts",
                "whole-game");
        return suites.verdict();
    }

    private Path buildExecutable() {
        var how = Tools.nativeImage();
        executable().ifPresent(Run::delete);
        var log = run.log("native");
        steps.must(
                "Building the native executable",
                log,
                List.of("mvn", "-B", "package", "-Dnative", "-DskipTests", "-Dspotless.check.skip=true", how));
        return executable().orElseThrow(() -> Reasons.of(log, steps.terminal));
    }

    /** A game on a stand-in for Knative. */
    int rehearse(boolean withNative) {
        begin();
        if (withNative && executable().isEmpty())
            throw new Sorry("there is no native executable yet: ./podium native builds it.");
        if (!withNative) build.ifNeeded(run.log("build"), "src/drivers", "src/test/java");
        Run.delete(PROCESS_REPORTS);
        suites.run(
                "Rehearsal", PROCESSES, surefire("processes", "-Dtest=RehearsalIT", "-Dpodium.native=" + withNative));
        Reasons.read(Suites.log("Rehearsal"))
                .lines()
                .filter(line -> line.startsWith("  From nothing"))
                .forEach(steps.terminal::say);
        return suites.verdict();
    }

    private void begin() {
        Build.checkRoom();
        run.own();
    }

    /** Playwright against the application on a PostgreSQL of its own. */
    private void browser(List<String> command, String... specs) {
        Run.delete(run.postgres().resolve("data"));
        Run.delete(run.postgres().resolve("password"));
        var application = new Application(run, steps);
        int port = Ports.freeFrom(PORT);
        application.startPostgres();
        application.start(command, port, Optional.empty());
        var words = new ArrayList<>(List.of(
                "env",
                "PODIUM_URL=http://localhost:" + port,
                "TMPDIR=" + made(run.temporary()),
                "PLAYWRIGHT_JSON_OUTPUT_NAME=" + PLAYWRIGHT,
                "npm",
                "--prefix",
                "frontend",
                "run",
                "e2e",
                "--",
                "--reporter=list,json"));
        words.addAll(List.of(specs));
        suites.run("Browser", BROWSER, words);
    }

    /** An AOT cache for all the instances that tests start; it is written by a start that finds no database. */
    private void keepClasses() {
        Run.delete(CLASSES);
        steps.must(
                "Keeping the classes of a start",
                Suites.log("classes"),
                List.of(
                        "bash",
                        "-c",
                        "PODIUM_DATABASE_URL=postgresql://localhost:1/none \"$@\" || test -s \"$0\"",
                        CLASSES.toString(),
                        Tools.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:AOTCacheOutput=" + CLASSES,
                        "-Dquarkus.flyway.connect-retries=0",
                        "-jar",
                        Places.ARTIFACT.toString()));
    }

    /** What fails is counted, and ends nothing. */
    private static List<String> surefire(String execution, String... options) {
        return Stream.concat(
                        Stream.of("mvn", "-B", "surefire:test@" + execution, "-Dmaven.test.failure.ignore=true"),
                        Stream.of(options))
                .toList();
    }

    private static List<String> launcherTests() {
        try (var files = Files.list(Places.ROOT.resolve("src/test/launcher"))) {
            var tests = files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.mjs"))
                    .sorted();
            return Stream.concat(Stream.of("node", "--test", "--test-reporter=tap"), tests)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> executable() {
        try (var files = Files.newDirectoryStream(Places.TARGET, "*-runner")) {
            var each = files.iterator();
            return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static long megabytes(Path file) {
        try {
            return Files.size(file) >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
