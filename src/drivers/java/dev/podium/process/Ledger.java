package dev.podium.process;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the database holds of one game, read when it is over. */
public record Ledger(
        String phase,
        long seq,
        Set<Integer> voided,
        JsonObject judged,
        List<Row> answers,
        Map<String, Seat> seats,
        List<Event> events) {

    /** @param limitMs what it was judged by; null for the question's own */
    public record Row(
            String player,
            int question,
            String id,
            JsonObject body,
            int elapsedMs,
            int points,
            int bonus,
            Long limitMs) {}

    public record Seat(String nickname, int score, int rank, int correct) {}

    public record Event(long seq, long at, String type, JsonObject body) {}

    public static Ledger read(Connection connection, String gameId) throws SQLException {
        var game = UUID.fromString(gameId);
        try (var of = connection.prepareStatement("SELECT phase, seq, voided, judged FROM game WHERE id = ?")) {
            of.setObject(1, game);
            try (var row = of.executeQuery()) {
                row.next();
                var voided = new HashSet<>(List.of((Integer[]) row.getArray(3).getArray()));
                return new Ledger(
                        row.getString(1),
                        row.getLong(2),
                        voided,
                        new JsonObject(row.getString(4)),
                        answers(connection, game),
                        seats(connection, game),
                        events(connection, game));
            }
        }
    }

    public long count(String eventType) {
        return events.stream().filter(event -> event.type.equals(eventType)).count();
    }

    /** Whether a question was ever judged again: then what was shown before need not be what counts. */
    public boolean judgedAgain() {
        return count("regraded") > 0;
    }

    private static List<Row> answers(Connection connection, UUID game) throws SQLException {
        var sql =
                "SELECT player_id, question, id, body, elapsed_ms, points, bonus, limit_ms FROM answer WHERE game_id = ?";
        try (var of = connection.prepareStatement(sql)) {
            of.setObject(1, game);
            var answers = new ArrayList<Row>();
            try (var row = of.executeQuery()) {
                while (row.next()) {
                    answers.add(new Row(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            new JsonObject(row.getString(4)),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getObject(8) == null ? null : row.getLong(8)));
                }
            }
            return answers;
        }
    }

    private static Map<String, Seat> seats(Connection connection, UUID game) throws SQLException {
        var sql = "SELECT id, nickname, score, rank, correct FROM player WHERE game_id = ?";
        try (var of = connection.prepareStatement(sql)) {
            of.setObject(1, game);
            var seats = new HashMap<String, Seat>();
            try (var row = of.executeQuery()) {
                while (row.next())
                    seats.put(
                            row.getString(1), new Seat(row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)));
            }
            return seats;
        }
    }

    private static List<Event> events(Connection connection, UUID game) throws SQLException {
        try (var of = connection.prepareStatement(
                "SELECT seq, at, type, body FROM game_event WHERE game_id = ? ORDER BY seq")) {
            of.setObject(1, game);
            var events = new ArrayList<Event>();
            try (var row = of.executeQuery()) {
                while (row.next())
                    events.add(new Event(
                            row.getLong(1), row.getLong(2), row.getString(3), new JsonObject(row.getString(4))));
            }
            return events;
        }
    }
}
