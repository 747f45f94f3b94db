package dev.podium.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How many tests of a suite passed, failed and were skipped, as their runners write it. */
record Count(int passed, int failed, int skipped) {
    static final Count NONE = new Count(0, 0, 0);

    private static final Pattern SUITE = Pattern.compile("<testsuite\\s[^>]*>");
    /** Who failed, and below that why: Playwright and Node write it in lines of their own. */
    private static final Pattern FAILED = Pattern.compile(
            "^(?:\\[ERROR] {3}| *FAIL | +[0-9]+\\) | *not ok | +Error: | +> +[0-9]+ \\|| +(?:error|stack): (?:\\|-\\R)?).*",
            Pattern.MULTILINE);

    private static final int NAMED = 60;

    /** Reads what a runner has left. */
    @FunctionalInterface
    interface Counter {
        /** @param log what it printed */
        Count of(Path log) throws IOException;
    }

    /** Of a check that has no tests of its own. */
    static final Counter CHECK = _ -> new Count(1, 0, 0);

    static Count surefire(Path reports) throws IOException {
        try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            var sum = NONE;
            for (var file : files) {
                var suite = SUITE.matcher(Files.readString(file));
                if (suite.find()) sum = sum.and(ofSuite(suite.group()));
            }
            return sum;
        }
    }

    static Count vitest(String json) {
        return new Count(
                number(json, "numPassedTests"),
                number(json, "numFailedTests"),
                number(json, "numPendingTests") + number(json, "numTodoTests"));
    }

    static Count playwright(String json) {
        var stats = json.substring(json.lastIndexOf("\"stats\""));
        return new Count(
                number(stats, "expected"),
                number(stats, "unexpected") + number(stats, "flaky"),
                number(stats, "skipped"));
    }

    /** Of Node's runner, in TAP. */
    static Count node(String tap) {
        return new Count(told(tap, "pass"), told(tap, "fail") + told(tap, "cancelled"), told(tap, "skipped"));
    }

    /** What a suite ended with decides, and one that ran nothing proves nothing. */
    Count judged(int code) {
        if (failed == 0 && (code != 0 || passed + skipped == 0)) return new Count(code == 0 ? 0 : passed, 1, skipped);
        return this;
    }

    Count and(Count other) {
        return new Count(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    /** The lines of a log that name who failed and why: its end seldom tells. */
    static List<String> namedFailures(String log) {
        return FAILED.matcher(log)
                .results()
                .limit(NAMED)
                .map(found -> found.group().replaceFirst("^\\[ERROR]", "").strip())
                .map(line -> "       " + line.replaceAll("\\s+", " "))
                .toList();
    }

    private static Count ofSuite(String tag) {
        int failed = attribute(tag, "failures") + attribute(tag, "errors");
        int skipped = attribute(tag, "skipped");
        return new Count(attribute(tag, "tests") - failed - skipped, failed, skipped);
    }

    private static int attribute(String tag, String name) {
        return first(tag, "\\s" + name + "=\"(\\d+)");
    }

    private static int number(String json, String name) {
        return first(json, '"' + name + "\"\\s*:\\s*(\\d+)");
    }

    private static int told(String tap, String what) {
        return first(tap, "(?m)^# " + what + " (\\d+)");
    }

    private static int first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
