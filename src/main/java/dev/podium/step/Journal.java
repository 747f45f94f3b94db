package dev.podium.step;

import dev.podium.game.Event;
import dev.podium.state.EndedJson;
import dev.podium.state.GameRow;
import dev.podium.wire.KeyJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is written down of a step, and what earlier ones left: the log of events, the row they lead to, the replies to commands. */
final class Journal {
    /**
     * What a transaction knows once it holds the lock.
     *
     * @param now the database's time in milliseconds, which decides; it stands still where a standby whose clock is behind has taken
     *     over
     * @param hostsAt when a host was last seen
     * @param earlier the first reply to the same command
     */
    record Context(long now, long hostsAt, Optional<Reply> earlier) {}

    /** Seats of the whole game are joined in these transactions: by hashing, as in {@link dev.podium.database.HashJoins}. */
    private static final String CONTEXT = """
            SELECT greatest((extract(epoch FROM clock_timestamp()) * 1000)::bigint,
                            (SELECT at FROM game_event WHERE game_id = $1 ORDER BY seq DESC LIMIT 1)) AS now,
                   g.hosts_at, c.id, c.reason, c.seq, set_config('enable_nestloop', 'off', true)
            FROM game g LEFT JOIN game_command c ON c.game_id = g.id AND c.id = $2
            WHERE g.id = $1
            """;

    private static final String SAVE = """
            WITH event AS (
                INSERT INTO game_event (game_id, seq, at, type, body, host_id, remote)
                VALUES ($1, $2, $3, $4, $5::text::jsonb, $20, $21)),
            command AS (
                INSERT INTO game_command (game_id, id, seq) SELECT $1, $15, $2 WHERE $15::text IS NOT NULL)
            UPDATE game SET seq = $2, phase = $6, question = $7, opens_at = $8, closes_at = $9, paused_at = $10,
                   locked = $11, voided = $12, since = $13, due_at = $14, judged = $16::text::jsonb, ended = $17::text::jsonb,
                   until_at = $18, unasked = $19, cut_at = $22,
                   hosts_at = CASE WHEN $4 IN ('restored', 'appended') THEN greatest(hosts_at, $3) ELSE hosts_at END,
                   finished_at = CASE WHEN $6 = 'finished' THEN coalesce(finished_at, $3) END
            WHERE id = $1
            """;

    private Journal() {}

    /** @param commandId null where no host asked */
    static Future<Context> context(SqlClient client, UUID game, String commandId) {
        return client.preparedQuery(CONTEXT).execute(Tuple.of(game, commandId)).map(rows -> {
            var found = rows.iterator();
            if (!found.hasNext()) return new Context(0, 0, Optional.empty());
            var row = found.next();
            var earlier = row.getString("id") == null
                    ? Optional.<Reply>empty()
                    : Optional.of(new Reply(row.getString("reason"), row.getLong("seq")));
            return new Context(row.getLong("now"), row.getLong("hosts_at"), earlier);
        });
    }

    /**
     * Appends the event, stores the state it leads to and remembers the command that was done.
     *
     * @param commandId null where no host asked
     * @param hand by whom it was taken
     */
    static Future<Void> save(SqlClient client, GameRow next, Event event, long now, String commandId, Hand hand) {
        var game = next.game();
        var due = game.dueAt(next.frozen().plan());
        return client.preparedQuery(SAVE)
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
                        indexes(game.voided()),
                        game.since(),
                        due.isPresent() ? due.getAsLong() : null,
                        commandId,
                        KeyJson.write(game.judged()),
                        EndedJson.write(game.ended()),
                        game.until(),
                        indexes(game.unasked()),
                        hand.host(),
                        hand.remote(),
                        game.cutAt())))
                .mapEmpty();
    }

    private static Integer[] indexes(Set<Integer> set) {
        return set.stream().sorted().toArray(Integer[]::new);
    }

    /** Remembers the reply to a command that changed nothing. */
    static Future<Void> remember(SqlClient client, UUID game, String commandId, Reply reply) {
        return client.preparedQuery("INSERT INTO game_command (game_id, id, reason, seq) VALUES ($1, $2, $3, $4)")
                .execute(Tuple.of(game, commandId, reply.reason(), reply.seq()))
                .mapEmpty();
    }
}
