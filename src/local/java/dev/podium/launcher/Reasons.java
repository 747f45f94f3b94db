package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What logs of Maven, npm and our own programs tell: how far they are, and why they failed. */
final class Reasons {
    /** What an empty machine downloads. */
    static final int FIRST_RUN_MB = 600;

    private static final int TAIL = 25;
    private static final String OURS = "podium: ";
    private static final Pattern FULL = Pattern.compile("no space left on device|ENOSPC", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NETWORK = Pattern.compile(
            "Unknown host|UnknownHostException|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|Network is unreachable");
    private static final Pattern DOWNLOADED =
            Pattern.compile("^(?:\\[INFO] )?Downloaded from.*?\\(([0-9.]+) ([kM]?)B", Pattern.MULTILINE);
    private static final Pattern STAGE = Pattern.compile("^\\[[1-8]/8] ", Pattern.MULTILINE);

    private Reasons() {}

    /** Why a step failed, in one line where the reason is a usual one; otherwise the end of its log goes before it. */
    static Sorry of(Path log, Terminal terminal) {
        var text = read(log);
        var lines = text.lines().toList();
        var said =
                lines.reversed().stream().filter(line -> line.startsWith(OURS)).findFirst();
        if (said.isPresent()) return new Sorry(said.get().substring(OURS.length()));
        if (FULL.matcher(text).find())
            return new Sorry("the disk is full: make room on the disk of " + Places.ROOT + ", then start again.");
        if (NO_NETWORK.matcher(text).find())
            return new Sorry("no network: the first run downloads about " + FIRST_RUN_MB
                    + " MB; connect, then start again (log: " + Places.shown(log) + ").");
        terminal.complain(tail(lines, TAIL));
        return new Sorry("that did not work; the whole log is " + Places.shown(log) + ".");
    }

    /** How much Maven has fetched so far, or where a native build is; nothing before a megabyte. */
    static String progress(Path log) {
        var text = read(log);
        var stage = STAGE.matcher(text)
                .results()
                .map(found -> found.group().strip())
                .reduce((a, b) -> b);
        if (stage.isPresent()) return ", " + stage.get();
        double mb = DOWNLOADED
                .matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)) * megabytes(found.group(2)))
                .sum();
        return mb < 1 ? "" : ", " + (int) mb + " MB";
    }

    static String tail(List<String> lines, int most) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    /** Whatever bytes other programs have written. */
    static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double megabytes(String unit) {
        return switch (unit) {
            case "M" -> 1;
            case "k" -> 1.0 / 1024;
            default -> 1.0 / 1024 / 1024;
        };
    }
}
