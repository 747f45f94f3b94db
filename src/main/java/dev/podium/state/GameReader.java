package dev.podium.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Ended;
import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Round;
import dev.podium.library.QuestionJson;
import dev.podium.library.RoundsJson;
import dev.podium.library.SettingsJson;
import dev.podium.wire.KeyJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the rows of games, and locks them for whoever moves one. What never changes of a game is kept in memory. */
@Singleton
public class GameReader {
    /** The frozen part of so many games stays in memory; beyond it the longest unused is read again when needed. */
    private static final int FROZEN_KEPT = 2_000;

    /** What a game was that ended before its row kept it, the log tells. */
    private static final String STATE = """
            owner_id, round_count, until_at, unasked, seq, phase, question, opens_at, closes_at, paused_at, locked, voided, since, judged::text, ended::text, cut_at,
            CASE WHEN phase = 'finished' AND ended IS NULL THEN (
                SELECT e.type FROM game_event e WHERE e.game_id = game.id
                AND e.type IN ('readied', 'opened', 'closed', 'skipped', 'ranked') ORDER BY e.seq DESC LIMIT 1
            ) END AS last""";

    private static final String LOAD = "SELECT " + STATE + " FROM game WHERE id = $1";
    private static final String ALONE = " SELECT " + STATE + " FROM game, gate WHERE id = $1 FOR NO KEY UPDATE OF game";
    private static final String LOCK = Gate.MOVER_PASSES + ALONE;
    private static final String LOCK_FOR_CLOCK = Gate.CLOCK_PASSES + ALONE;

    private final Map<UUID, Frozen> frozen = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Frozen> eldest) {
            return size() > FROZEN_KEPT;
        }
    });

    private final ObjectMapper mapper;

    GameReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The game of a PIN that is in use. */
    public Future<Optional<UUID>> byPin(SqlClient client, String pin) {
        return client.preparedQuery("SELECT id FROM game WHERE pin = $1 AND finished_at IS NULL")
                .execute(Tuple.of(pin))
                .map(rows -> first(rows).map(row -> row.getUUID(0)));
    }

    public Future<Optional<UUID>> byScreenToken(SqlClient client, String token) {
        return client.preparedQuery("SELECT id FROM game WHERE screen_token = $1")
                .execute(Tuple.of(token))
                .map(rows -> first(rows).map(row -> row.getUUID(0)));
    }

    public Future<Optional<GameRow>> load(SqlClient client, UUID id) {
        return read(client, LOAD, Tuple.of(id));
    }

    /**
     * Reads and locks the row for the rest of the transaction; waits for whoever holds it and for the batches in flight, but
     * not for those that come after. The lock stops other steps and answers, but not the rows that only refer to the game.
     */
    public Future<Optional<GameRow>> lock(SqlClient client, UUID id) {
        return read(client, LOCK, Tuple.of(id, Gate.of(id)));
    }

    /** The same for a clock: empty when another clock is at it. */
    public Future<Optional<GameRow>> lockForClock(SqlClient client, UUID id) {
        return read(client, LOCK_FOR_CLOCK, Tuple.of(id, Gate.of(id), id.hashCode()));
    }

    /** Those of the given games that have moved beyond the given seq. */
    public Future<List<UUID>> newer(SqlClient client, Map<UUID, Long> known) {
        var ids = known.keySet().toArray(UUID[]::new);
        var seqs = Arrays.stream(ids).map(known::get).toArray(Long[]::new);
        return client.preparedQuery("SELECT g.id FROM unnest($1::uuid[], $2::bigint[]) AS k (id, seq)"
                        + " JOIN game g ON g.id = k.id WHERE g.seq > k.seq")
                .execute(Tuple.from(List.of(ids, seqs)))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** @param of the game's id and what else the statement asks for */
    private Future<Optional<GameRow>> read(SqlClient client, String sql, Tuple of) {
        return client.preparedQuery(sql).execute(of).compose(rows -> {
            var row = first(rows);
            if (row.isEmpty()) return Future.succeededFuture(Optional.empty());
            int rounds = row.get().getInteger("round_count");
            return frozen(client, of.getUUID(0), rounds)
                    .compose(f -> rounds(f) == rounds
                            ? Future.succeededFuture(Optional.of(
                                    new GameRow(f.ownedBy(row.get().getUUID("owner_id")), state(row.get()))))
                            : read(client, sql, of));
        });
    }

    private static int rounds(Frozen frozen) {
        return frozen.plan().rounds().size();
    }

    /** @param rounds how many the game has as its row was read; more where another has followed by now */
    private Future<Frozen> frozen(SqlClient client, UUID id, int rounds) {
        var known = frozen.get(id);
        if (known != null && rounds(known) >= rounds) return Future.succeededFuture(known);
        return client.preparedQuery("SELECT owner_id, quiz_id, pin, screen_token, title, language, settings::text,"
                        + " questions::text, rounds::text, rehearsal, created_at FROM game WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    var f = frozen(id, rows.iterator().next());
                    frozen.put(id, f);
                    return f;
                });
    }

    private Frozen frozen(UUID id, Row row) {
        var title = row.getString("title");
        var questions = QuestionJson.frozen(tree(row.getString("questions")));
        var only = new Round(row.getUUID("quiz_id"), title, questions.size());
        var plan = new Plan(
                title,
                row.getString("language"),
                SettingsJson.frozen(tree(row.getString("settings"))),
                questions,
                RoundsJson.read(tree(row.getString("rounds")), only));
        return new Frozen(
                id,
                row.getUUID("owner_id"),
                row.getUUID("quiz_id"),
                row.getString("pin"),
                row.getString("screen_token"),
                plan,
                row.getBoolean("rehearsal"),
                row.getLong("created_at"));
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }

    private Game state(Row row) {
        return new Game(
                row.getLong("seq"),
                Phase.of(row.getString("phase")),
                row.getInteger("question"),
                row.getLong("opens_at"),
                row.getLong("closes_at"),
                row.getLong("paused_at"),
                row.getBoolean("locked"),
                set(row.getArrayOfIntegers("voided")),
                row.getLong("since"),
                KeyJson.stored(tree(row.getString("judged"))),
                ended(row),
                row.getLong("until_at"),
                set(row.getArrayOfIntegers("unasked")),
                row.getLong("cut_at"));
    }

    private static Set<Integer> set(Integer[] indexes) {
        return Arrays.stream(indexes).collect(Collectors.toUnmodifiableSet());
    }

    private Ended ended(Row row) {
        if (row.getString("ended") != null) return EndedJson.read(tree(row.getString("ended")));
        var last = row.getString("last");
        return last == null ? null : new Ended(before(last), row.getLong("closes_at"), row.getLong("since"));
    }

    private static Phase before(String event) {
        return switch (event) {
            case "readied" -> Phase.READY;
            case "opened" -> Phase.QUESTION;
            case "ranked" -> Phase.STANDINGS;
            default -> Phase.REVEAL;
        };
    }

    public static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
}
