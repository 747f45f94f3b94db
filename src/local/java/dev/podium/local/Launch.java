package dev.podium.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/** What the launcher asks of programs that need more than the JDK, one word each. */
final class Launch {
    private Launch() {}

    /**
     * {@code start FOLDER DATABASE} prints the server's port and leaves it running; {@code stop FOLDER} ends it;
     * {@code password FOLDER DATABASE EMAIL} reads a new one; {@code qr TEXT} draws.
     */
    public static void main(String[] words) throws SQLException, IOException {
        try {
            run(words);
        } catch (Sorry e) {
            System.err.println("podium: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String[] words) throws SQLException, IOException {
        switch (words[0]) {
            case "start" -> start(Path.of(words[1]), words[2]);
            case "stop" -> LocalPostgres.stop(Path.of(words[1]));
            case "password" -> NewPassword.set(Path.of(words[1]), words[2], words[3]);
            case "qr" -> new PrintStream(System.out, true, StandardCharsets.UTF_8).println(TerminalQr.draw(words[1]));
            default ->
                throw new IllegalArgumentException(
                        "start FOLDER DATABASE | stop FOLDER | password FOLDER DATABASE EMAIL | qr TEXT");
        }
    }

    private static void start(Path home, String database) throws SQLException, IOException {
        OldData.requireOurPostgres(home);
        var postgres = LocalPostgres.start(home);
        postgres.create(database);
        try (var connection = postgres.connect(database)) {
            OldData.requireOurSchema(connection);
        }
        System.out.println(postgres.port());
        System.out.flush();
        // Not exit: its hook would stop the server, which is to stay.
        Runtime.getRuntime().halt(0);
    }
}
