package dev.podium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Linux tells of processes in {@code /proc}. Elsewhere everything is 0. */
final class Proc {
    private static final Path ROOT = Path.of("/proc");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** A tick of {@code /proc/PID/stat} is 10 ms on every Linux of today. */
    private static final long TICK_NS = 10_000_000;

    // Fields of /proc/PID/stat after the command's closing bracket.
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int GONE_CHILDREN_USER = 13;
    private static final int GONE_CHILDREN_SYSTEM = 14;

    private Proc() {}

    static boolean available() {
        return Files.isReadable(ROOT.resolve("self/stat"));
    }

    /** A process and those it has started, as they live now. */
    static List<Long> family(long pid) throws IOException {
        var family = new ArrayList<Long>(List.of(pid));
        for (var process : numbers(ROOT)) {
            var fields = stat(process);
            if (fields.length > PARENT && Long.parseLong(fields[PARENT]) == pid) family.add(process);
        }
        return family;
    }

    /** Processor time of a process and all its children, also of those that have ended, in nanoseconds. */
    static long cpuNs(long pid) throws IOException {
        long sum = 0;
        for (var process : family(pid)) {
            var fields = stat(process);
            if (fields.length <= GONE_CHILDREN_SYSTEM) continue;
            sum += ticks(fields, USER) + ticks(fields, SYSTEM);
            if (process == pid) sum += ticks(fields, GONE_CHILDREN_USER) + ticks(fields, GONE_CHILDREN_SYSTEM);
        }
        return sum * TICK_NS;
    }

    /** How long the threads of a process have been ready to run without running, in nanoseconds. */
    static long waitedNs(long pid) throws IOException {
        long sum = 0;
        var tasks = ROOT.resolve(Long.toString(pid)).resolve("task");
        for (var task : numbers(tasks)) {
            var fields = read(tasks.resolve(task + "/schedstat")).split(" ");
            if (fields.length > 1) sum += Long.parseLong(fields[1]);
        }
        return sum;
    }

    /** How long a core has been busy with anything at all, in nanoseconds. */
    static long busyNs(int core) throws IOException {
        for (var line : read(ROOT.resolve("stat")).split("\n")) {
            if (!line.startsWith("cpu" + core + " ")) continue;
            var fields = line.split(" +");
            // user, nice, system; then idle, waiting for disks; then interrupts, soft ones, stolen by the host
            long busy = 0;
            for (int i : new int[] {1, 2, 3, 6, 7, 8}) busy += Long.parseLong(fields[i]);
            return busy * TICK_NS;
        }
        return 0;
    }

    /** Physical memory of a process in bytes. */
    static long residentBytes(long pid) throws IOException {
        for (var line : read(ROOT.resolve(pid + "/status")).split("\n")) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
        return 0;
    }

    /** How many files a process may have open, here and in those it starts; a JVM raises its own limit to this. */
    static long maxFiles() throws IOException {
        for (var line : read(ROOT.resolve("self/limits")).split("\n")) {
            if (!line.startsWith("Max open files")) continue;
            var hard = line.trim().split(" +")[4];
            return hard.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(hard);
        }
        return Long.MAX_VALUE;
    }

    private static long ticks(String[] fields, int at) {
        return Long.parseLong(fields[at]);
    }

    private static String[] stat(long pid) {
        var line = read(ROOT.resolve(pid + "/stat"));
        int end = line.lastIndexOf(')');
        return end < 0 ? new String[0] : line.substring(end + 2).strip().split(" ");
    }

    private static List<Long> numbers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .map(Long::valueOf)
                    .toList();
        }
    }

    /** Empty for what has just gone. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
