package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens where on this machine. */
final class Ports {
    private static final Path LINUX = Path.of("/proc/net/tcp");
    private static final Path LINUX_6 = Path.of("/proc/net/tcp6");
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENS = "0A";
    private static final int SHOWN = 60;
    private static final int CONNECT_MS = 1_000;

    private Ports() {}

    /** @throws Sorry when somebody else has it */
    static void check(int port) {
        holder(port).ifPresent(holder -> {
            throw new Sorry("port " + port + " is taken by " + holder
                    + ": stop it, or choose another with ./podium --port " + (port + 1) + ".");
        });
    }

    /** The first that is free from this one on. */
    static int freeFrom(int port) {
        while (holder(port).isPresent()) port++;
        return port;
    }

    /** Who listens there, in words for people. */
    private static Optional<String> holder(int port) {
        if (!Files.isReadable(LINUX)) return isAnswered(port) ? Optional.of(called(lsof(port))) : Optional.empty();
        return inode(port).map(inode -> called(owner(inode)));
    }

    private static String called(Optional<Long> pid) {
        return pid.map(found -> {
                    var command = Processes.command(found);
                    return "process " + found + " ("
                            + command.substring(0, Math.min(SHOWN, command.length()))
                                    .strip() + ")";
                })
                .orElse("a program of another user");
    }

    private static Optional<String> inode(int port) {
        var here = ":%04X".formatted(port);
        return Stream.of(LINUX, LINUX_6)
                .flatMap(table -> read(table).lines())
                .map(line -> line.strip().split(" +"))
                .filter(fields ->
                        fields.length > INODE && fields[ADDRESS].endsWith(here) && fields[STATE].equals(LISTENS))
                .map(fields -> fields[INODE])
                .findFirst();
    }

    private static Optional<Long> owner(String inode) {
        var socket = Path.of("socket:[" + inode + "]");
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .findFirst();
    }

    private static boolean holds(long pid, Path socket) {
        try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.anyMatch(file -> leadsTo(file, socket));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean leadsTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException closed) {
            return false;
        }
    }

    private static Optional<Long> lsof(int port) {
        return Processes.output("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .lines()
                .findFirst()
                .map(Long::valueOf);
    }

    private static boolean isAnswered(int port) {
        if (lsof(port).isPresent()) return true;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MS);
            return true;
        } catch (IOException free) {
            return false;
        }
    }

    private static String read(Path table) {
        try {
            return Files.readString(table);
        } catch (IOException none) {
            return "";
        }
    }
}
