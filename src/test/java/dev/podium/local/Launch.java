package dev.podium.local;

import dev.podium.live.LanAddress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/** What the launcher asks of Java, one word each. */
final class Launch {
    private Launch() {}

    /**
     * {@code start FOLDER DATABASE} prints the server's port and leaves it running; {@code stop FOLDER} ends it;
     * {@code lan} prints the address for phones, if there is one; {@code qr TEXT} draws.
     */
    public static void main(String[] words) throws SQLException {
        switch (words[0]) {
            case "start" -> start(Path.of(words[1]), words[2]);
            case "stop" -> LocalPostgres.stop(Path.of(words[1]));
            case "lan" -> LanAddress.find().ifPresent(System.out::println);
            case "qr" -> new PrintStream(System.out, true, StandardCharsets.UTF_8).println(TerminalQr.draw(words[1]));
            default -> throw new IllegalArgumentException("start FOLDER DATABASE | stop FOLDER | lan | qr TEXT");
        }
    }

    private static void start(Path home, String database) throws SQLException {
        var postgres = LocalPostgres.start(home);
        postgres.create(database);
        System.out.println(postgres.port());
        System.out.flush();
        // Not exit: its hook would stop the server, which is to stay.
        Runtime.getRuntime().halt(0);
    }
}
