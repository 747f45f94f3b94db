package dev.podium.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Event;
import dev.podium.game.Game;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.library.QuestionJson;
import dev.podium.library.SettingsJson;
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
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of games: opening, reading, locking, saving a step. What never changes of a game is kept in memory. */
@Singleton
class GameStore {
    /** The frozen part of so many games stays in memory; beyond it the longest unused is read again when needed. */
    private static final int FROZEN_KEPT = 2_000;

    private static final String STATE = "seq, phase, question, opens_at, closes_at, paused_at, locked, voided, since";
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

    GameStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Stores a new lobby. Gives false when the PIN is in use or rests. */
    Future<Boolean> insert(SqlClient client, Frozen f, Game game, long pinRestMs) {
        var plan = f.plan();
        return client.preparedQuery("""
                        INSERT INTO game (id, owner_id, quiz_id, pin, screen_token, title, language, settings, questions,
                                          since, hosts_at, created_at)
                        SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::text, $8::text::jsonb,
                               $9::text::jsonb, $10::bigint, $10, $10
                        WHERE NOT EXISTS (SELECT FROM game WHERE pin = $4
                                          AND (finished_at IS NULL OR finished_at > $10 - $11::bigint))
                        ON CONFLICT (pin) WHERE finished_at IS NULL DO NOTHING
                        """)
                .execute(Tuple.from(Arrays.asList(
                        f.id(),
                        f.owner(),
                        f.quizId(),
                        f.pin(),
                        f.screenToken(),
                        plan.title(),
                        plan.language(),
                        SettingsJson.write(plan.settings()).toString(),
                        QuestionJson.write(plan.questions()).toString(),
                        game.since(),
                        pinRestMs)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The game of a PIN that is in use. */
    Future<Optional<UUID>> byPin(SqlClient client, String pin) {
        return client.preparedQuery("SELECT id FROM game WHERE pin = $1 AND finished_at IS NULL")
                .execute(Tuple.of(pin))
                .map(rows -> first(rows).map(row -> row.getUUID(0)));
    }

    Future<Optional<UUID>> byScreenToken(SqlClient client, String token) {
        return client.preparedQuery("SELECT id FROM game WHERE screen_token = $1")
                .execute(Tuple.of(token))
                .map(rows -> first(rows).map(row -> row.getUUID(0)));
    }

    Future<Optional<GameRow>> load(SqlClient client, UUID id) {
        return read(client, LOAD, Tuple.of(id));
    }

    /**
     * Reads and locks the row for the rest of the transaction; waits for whoever holds it and for the batches in flight, but
     * not for those that come after. The lock stops other steps and answers, but not the rows that only refer to the game.
     */
    Future<Optional<GameRow>> lock(SqlClient client, UUID id) {
        return read(client, LOCK, Tuple.of(id, Gate.of(id)));
    }

    /** The same for a clock: empty when another clock is at it. */
    Future<Optional<GameRow>> lockForClock(SqlClient client, UUID id) {
        return read(client, LOCK_FOR_CLOCK, Tuple.of(id, Gate.of(id), id.hashCode()));
    }

    /** Those of the given games that have moved beyond the given seq. */
    Future<List<UUID>> newer(SqlClient client, Map<UUID, Long> known) {
        var ids = known.keySet().toArray(UUID[]::new);
        var seqs = Arrays.stream(ids).map(known::get).toArray(Long[]::new);
        return client.preparedQuery("SELECT g.id FROM unnest($1::uuid[], $2::bigint[]) AS k (id, seq)"
                        + " JOIN game g ON g.id = k.id WHERE g.seq > k.seq")
                .execute(Tuple.from(List.of(ids, seqs)))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Notes that hosts of these games are there; of a game that somebody works on, the next time. */
    Future<Void> hosted(SqlClient client, UUID[] games, long now) {
        return client.preparedQuery("UPDATE game SET hosts_at = $2 WHERE id IN (SELECT id FROM game"
                        + " WHERE id = ANY ($1) AND finished_at IS NULL FOR NO KEY UPDATE SKIP LOCKED)")
                .execute(Tuple.of(games, now))
                .mapEmpty();
    }

    /**
     * Appends the event, stores the state it leads to and remembers the command that was done.
     *
     * @param commandId null where no host asked for it
     */
    Future<Void> save(SqlClient client, GameRow next, Event event, long now, String commandId) {
        var game = next.game();
        var due = game.dueAt(next.frozen().plan());
        return client.preparedQuery("""
                        WITH event AS (
                            INSERT INTO game_event (game_id, seq, at, type, body) VALUES ($1, $2, $3, $4, $5::text::jsonb)),
                        command AS (
                            INSERT INTO game_command (game_id, id, seq) SELECT $1, $15, $2 WHERE $15::text IS NOT NULL)
                        UPDATE game SET seq = $2, phase = $6, question = $7, opens_at = $8, closes_at = $9, paused_at = $10,
                               locked = $11, voided = $12, since = $13, due_at = $14,
                               finished_at = CASE WHEN $6 = 'finished' THEN coalesce(finished_at, $3) END
                        WHERE id = $1
                        """)
                .execute(Tuple.from(Arrays.asList(
                        next.id(),
                        game.seq(),
                        now,
                        event.type(),
                        EventJson.write(event).toString(),
                        game.phase().wireName(),
                        game.question(),
                        game.opensAt(),
                        game.closesAt(),
                        game.pausedAt(),
                        game.locked(),
                        game.voided().stream().sorted().toArray(Integer[]::new),
                        game.since(),
                        due.isPresent() ? due.getAsLong() : null,
                        commandId)))
                .mapEmpty();
    }

    /** @param of the game's id and what else the statement asks for */
    private Future<Optional<GameRow>> read(SqlClient client, String sql, Tuple of) {
        return client.preparedQuery(sql).execute(of).compose(rows -> {
            var row = first(rows);
            if (row.isEmpty()) return Future.succeededFuture(Optional.empty());
            var id = of.getUUID(0);
            return frozen(client, id).map(f -> Optional.of(new GameRow(f, state(row.get()))));
        });
    }

    /** Reads what never changes of a game again when it is needed. */
    void forget(UUID id) {
        frozen.remove(id);
    }

    private Future<Frozen> frozen(SqlClient client, UUID id) {
        var known = frozen.get(id);
        if (known != null) return Future.succeededFuture(known);
        return client.preparedQuery("SELECT owner_id, quiz_id, pin, screen_token, title, language, settings::text,"
                        + " questions::text, created_at FROM game WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    var f = frozen(id, rows.iterator().next());
                    frozen.put(id, f);
                    return f;
                });
    }

    private Frozen frozen(UUID id, Row row) {
        var plan = new Plan(
                row.getString("title"),
                row.getString("language"),
                SettingsJson.frozen(tree(row.getString("settings"))),
                QuestionJson.frozen(tree(row.getString("questions"))));
        return new Frozen(
                id,
                row.getUUID("owner_id"),
                row.getUUID("quiz_id"),
                row.getString("pin"),
                row.getString("screen_token"),
                plan,
                row.getLong("created_at"));
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave something else than JSON.", e);
        }
    }

    private static Game state(Row row) {
        return new Game(
                row.getLong("seq"),
                Phase.of(row.getString("phase")),
                row.getInteger("question"),
                row.getLong("opens_at"),
                row.getLong("closes_at"),
                row.getLong("paused_at"),
                row.getBoolean("locked"),
                Arrays.stream(row.getArrayOfIntegers("voided")).collect(Collectors.toUnmodifiableSet()),
                row.getLong("since"));
    }

    static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
}
