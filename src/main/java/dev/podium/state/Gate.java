package dev.podium.state;

import java.util.UUID;

/**
 * Lets who moves a game in among who writes answers and joins to it without a pause.
 *
 * <p>Many may share a row's lock, and PostgreSQL lets new sharers in past somebody who waits to have it alone: a dozen
 * instances that write back to back would keep a closer out for as long as they write. So writers first pass a gate, an
 * advisory lock that they share and never wait for, and a mover takes it alone: as soon as one waits, new writers find the
 * gate shut and leave the game for their next batch. Who moves waits for the batches in flight and for no others.
 *
 * <p>Whoever writes seats passes as well: a reveal writes all of them, and would meet a batch of resumes in another order.
 *
 * <p>Games share {@value #GATES} gates, because the server's table of locks is bounded and one batch may hold many.
 */
public final class Gate {
    static final int GATES = 64;
    /** The first half of the locks' two keys; the number is this purpose's alone. */
    private static final int WRITING = 0x706f6401;

    private static final int CLOCKS = 0x706f6402;

    /** The games of a batch, {@code $games} and {@code $gates} as arrays, as far as their gates are open. */
    public static final String WRITERS_PASS =
            "FROM unnest($games::uuid[], $gates::int[]) AS w (id, gate) JOIN game g ON g.id = w.id" + " WHERE "
                    + writerPasses("w.gate") + " ORDER BY g.id FOR SHARE OF g SKIP LOCKED";

    /** A common table expression {@code gate} with one row once the gate {@code $2} is shut behind its last writer. */
    public static final String MOVER_PASSES =
            "WITH gate AS MATERIALIZED (SELECT pg_advisory_xact_lock(" + WRITING + ", $2))";

    /** The same, without a row where another clock, whose game {@code $3} also names, is at it already. */
    static final String CLOCK_PASSES = "WITH first AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(" + CLOCKS
            + ", $3) AS won), gate AS MATERIALIZED (SELECT pg_advisory_xact_lock(" + WRITING
            + ", $2) FROM first WHERE won)";

    private Gate() {}

    /** Whether a gate, given as an SQL expression, is open for a writer, who then holds it to the end of his statement. */
    public static String writerPasses(String gate) {
        return "pg_try_advisory_xact_lock_shared(" + WRITING + ", " + gate + ")";
    }

    public static int of(UUID game) {
        return Math.floorMod(game.hashCode(), GATES);
    }

    public static Integer[] of(UUID[] games) {
        var gates = new Integer[games.length];
        for (int i = 0; i < games.length; i++) gates[i] = of(games[i]);
        return gates;
    }
}
