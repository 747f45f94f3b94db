package dev.podium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server process that a data folder's {@code postmaster.pid} speaks of; it may be long gone. */
record Postmaster(long pid, int port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<Postmaster> of(Path data) throws IOException {
        var file = file(data);
        if (!Files.exists(file)) return Optional.empty();
        var lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) return Optional.empty();
        return Optional.of(new Postmaster(
                Long.parseLong(lines.get(PID_LINE).strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Neither a zombie nor another program that was given the same number after a reboot. */
    boolean isServer() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    /** Sends a signal by its name, such as {@code INT} (stop now, roll back what is open) or {@code KILL}. */
    void signal(String name) throws IOException {
        signal(name, List.of(pid));
    }

    /** The same to the server and to all processes it has started, itself first. */
    void signalAll(String name) throws IOException {
        var all = new ArrayList<>(List.of(pid));
        ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .forEach(all::add);
        signal(name, all);
    }

    private static void signal(String name, List<Long> processes) throws IOException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process)));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending " + name, e);
        }
    }
}
