package dev.podium.launcher;

import dev.podium.local.Sorry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people type.
 *
 * @param choice what the command has of its own: {@code -y}, {@code --test}, {@code --native} or whose password it is
 * @param address where phones reach this machine, where it is not to be guessed
 * @param rest of {@code bench} and {@code chaos}, which read it themselves
 */
record CommandLine(String command, String choice, int port, Optional<String> address, List<String> rest) {
    private static final int PORT = 8080;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> COMMANDS =
            Set.of("start", "stop", "status", "reset", "dev", "test", "native", "rehearse");

    /** @throws Sorry when there is no such word or value */
    static CommandLine of(String... words) {
        var command = "start";
        var choice = "";
        var port = Integer.toString(PORT);
        String address = null;
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            switch (word) {
                case "bench", "chaos" -> {
                    var rest = Arrays.asList(words).subList(i + 1, words.length);
                    return new CommandLine(word, "", PORT, Optional.empty(), rest);
                }
                case "password" -> {
                    command = word;
                    if (++i < words.length) choice = words[i];
                }
                case "-h", "--help", "help" -> command = "help";
                case "-y", "--yes" -> choice = "-y";
                case "--test", "--native" -> choice = word;
                case "--port" -> port = value(words, ++i, "--port needs a number: ./podium --port 8081.");
                case "--address" ->
                    address = value(words, ++i, "--address needs one: ./podium --address 192.168.1.20.");
                default -> {
                    if (COMMANDS.contains(word)) command = word;
                    else if (word.startsWith("--port=")) port = after(word);
                    else if (word.startsWith("--address=")) address = after(word);
                    else throw new Sorry("'" + word + "' is unknown: ./podium --help says what there is.");
                }
            }
        }
        return new CommandLine(command, choice, port(port), address(address), List.of());
    }

    private static String value(String[] words, int at, String missing) {
        if (at == words.length) throw new Sorry(missing);
        return words[at];
    }

    private static String after(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT)
            throw new Sorry("'" + text + "' is no port: choose a number from 1 to " + LAST_PORT + ".");
        return port;
    }

    private static Optional<String> address(String text) {
        if (text != null && !text.matches("[A-Za-z0-9.-]*"))
            throw new Sorry("'" + text + "' is no address: give one like 192.168.1.20, or a name, without a port.");
        return Optional.ofNullable(text).filter(given -> !given.isEmpty());
    }
}
