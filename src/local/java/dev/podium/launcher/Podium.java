package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** {@code ./podium}, from the words on its command line on. */
public final class Podium {
    private static final int FAILED = 1;

    private final CommandLine line;
    private final Terminal terminal;
    private final Leaving leaving;
    private final Steps steps;
    private final Tools tools;
    private final Build build;

    private Podium(CommandLine line, Terminal terminal) {
        this.line = line;
        this.terminal = terminal;
        this.leaving = new Leaving(terminal);
        this.steps = new Steps(terminal, leaving);
        this.tools = new Tools(steps);
        this.build = new Build(steps, tools);
    }

    public static void main(String[] words) {
        var terminal = new Terminal(Boolean.getBoolean("podium.watched"));
        int code = FAILED;
        try {
            code = new Podium(CommandLine.of(words), terminal).run();
        } catch (Sorry e) {
            terminal.complain("podium: " + e.getMessage());
        }
        System.exit(code);
    }

    /** Gives the exit code. */
    private int run() {
        var people = new Run(Places.HOME, leaving);
        var laptop = new Laptop(people, steps, tools, build);
        return switch (line.command()) {
            case "start" -> laptop.start(line.port(), line.address());
            case "dev" -> laptop.dev(line.port(), line.address());
            case "stop" -> laptop.stop();
            case "status" -> laptop.status();
            case "reset" -> laptop.reset(line.choice().equals("-y"));
            case "password" -> laptop.password(line.choice());
            case "test" -> tests(people).all();
            case "native" -> tests(people).ofNative(line.choice().equals("--test"));
            case "rehearse" -> tests(people).rehearse(line.choice().equals("--native"));
            case "bench" -> new Driver(in("bench"), leaving, build).bench(people, line.rest());
            case "chaos" -> new Driver(in("chaos"), leaving, build).chaos(line.rest());
            default -> help();
        };
    }

    private Tests tests(Run people) {
        return new Tests(in("browser"), people, steps, tools, build);
    }

    /** What runs for no people has its data where builds go. */
    private Run in(String folder) {
        return new Run(Places.TARGET.resolve(folder), leaving);
    }

    private int help() {
        try {
            terminal.say(
                    Files.readString(Places.ROOT.resolve("src/local/help.txt")).stripTrailing());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
