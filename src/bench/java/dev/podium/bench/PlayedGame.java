package dev.podium.bench;

import dev.podium.client.HostDesk;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/** One whole game of a crowd: join storm, questions, reveals, standings, resume storm, end. */
final class PlayedGame {
    private static final int COUNTDOWN_MS = 1_000;
    private static final int HUMAN_SPREAD_MS = 2_000;
    /** A pause between steps, so that what one leaves behind is not measured with the next. */
    private static final int PAUSE_MS = 300;

    private final Lab lab;
    private final int players;
    private final boolean second;
    private final Figures figures;
    private final Progress progress;
    private final Random random = new Random(7);

    private int countdownMs = COUNTDOWN_MS;
    private Fetches fetches;
    private HostDesk.Opened game;
    private Host host;
    private Crowd crowd;
    private String questionText;

    PlayedGame(Lab lab, int players, Figures figures, Progress progress) {
        this(lab, players, false, figures, progress);
    }

    /** @param second whether the crowd comes by streams and requests, not by sockets */
    PlayedGame(Lab lab, int players, boolean second, Figures figures, Progress progress) {
        this.lab = lab;
        this.players = players;
        this.second = second;
        this.figures = figures;
        this.progress = progress;
    }

    PlayedGame countingDown(int ms) {
        countdownMs = ms;
        return this;
    }

    /** @param pictures what all fetch before each question opens; null for nothing */
    PlayedGame fetching(Fetches pictures) {
        fetches = pictures;
        return this;
    }

    /**
     * Plays it.
     *
     * @param spreads for each question over how long a time answers come, in milliseconds; 0 for all at once
     * @param slow whether one player leaves the last question unanswered, so that it takes its full time
     * @param storms how often all are cut off, and resume
     * @return the game's id, which stays in the database
     */
    UUID play(String quiz, String name, int[] spreads, boolean slow, int storms) throws SQLException {
        game = lab.desk().open(quiz, new JsonObject().put("countdownMs", countdownMs));
        host = lab.host(game);
        host.awaitWelcome();
        crowd = new Crowd(lab.vertx, lab.instance().port(), game.pin(), players, second, progress);
        try {
            progress.step(name + ": " + players + " join");
            var joins = crowd.storm();
            figures.add(Figure.JOINS, joins.perSecond());
            figures.add(Figure.REDIALS, joins.redials());
            pause();
            for (int i = 0; i < spreads.length; i++) {
                boolean silent = slow && i == spreads.length - 1;
                progress.step(name + ": question " + (i + 1) + " of " + spreads.length
                        + (silent ? ", with its full time" : spreads[i] == 0 ? ", all answer at once" : ""));
                question(spreads[i], silent);
            }
            for (int i = 0; i < storms; i++) {
                progress.step(name + ": " + players + " resume");
                crowd.cut();
                figures.add(Figure.RESUMES, crowd.storm().perSecond());
                pause();
            }
        } finally {
            crowd.close();
            host.close();
        }
        return UUID.fromString(game.id());
    }

    /** A frame that a player got when a question opened. */
    String questionText() {
        return questionText;
    }

    private void question(int spreadMs, boolean silent) throws SQLException {
        pause();
        var traffic = crowd.traffic();
        var begin = lab.usage();
        var shown = crowd.expect("question");
        long readied = System.nanoTime();
        host.advance();
        var fetched = fetches == null ? null : fetches.begin();
        progress.await("shown the question", shown);
        questionText = shown.frame();
        var reveal = crowd.expect("reveal");
        var answers = crowd.answer(spreadMs, random, silent ? 1 : 0);
        progress.await("acknowledged", answers.acks());
        progress.await("shown the reveal", reveal);
        if (fetched != null) fetches.end(fetched, readied);
        pause();
        var standings = crowd.expect("standings");
        long commanded = System.nanoTime();
        host.advance();
        progress.await("shown the standings", standings);
        var used = lab.usage().since(begin);
        var sent = crowd.traffic();
        if (silent) {
            figures.add(Figure.BYTES, (sent.bytes - traffic.bytes) / 1_000d / players);
            figures.add(Figure.FRAMES, (double) (sent.frames - traffic.frames) / players);
            return;
        }
        figures.add(Figure.STANDINGS_LAST, (standings.last() - commanded) / 1e6);
        shown(shown);
        revealed(reveal);
        answered(answers, spreadMs);
        figures.add(Figure.CPU, used.server() / 1e6);
        figures.add(Figure.CPU_INSTANCE, used.instance() / 1e3 / players);
        figures.add(Figure.CPU_POSTGRES, used.postgres() / 1e3 / players);
        figures.add(Figure.WAITED, used.waitedPercent());
        figures.add(Figure.FOREIGN, used.foreignPercent());
        figures.add(Figure.DRIVER, used.driverPercent());
    }

    private void shown(Arrivals shown) throws SQLException {
        var fanOut = shown.since(WallClock.nanos(shown.serverTime()));
        figures.add(Figure.QUESTION_P50, fanOut.p50());
        figures.add(Figure.QUESTION_P99, fanOut.p99());
        figures.add(Figure.QUESTION_LAST, fanOut.last());
        var opening =
                "SELECT (body ->> 'opensAt')::bigint FROM game_event WHERE game_id = ? AND seq < ? AND type = 'readied'"
                        + " ORDER BY seq DESC LIMIT 1";
        figures.add(
                Figure.QUESTION_OPENING,
                shown.since(WallClock.nanos(number(opening, shown.seq()))).last());
    }

    private void revealed(Arrivals reveal) throws SQLException {
        var lockedAt = "SELECT at FROM game_event WHERE game_id = ? AND seq = ?";
        var all = reveal.since(WallClock.nanos(number(lockedAt, reveal.seq())));
        figures.add(Figure.REVEAL_P50, all.p50());
        figures.add(Figure.REVEAL_P99, all.p99());
        figures.add(Figure.REVEAL_LAST, all.last());
        figures.add(
                Figure.REVEAL_FANOUT,
                reveal.since(WallClock.nanos(reveal.serverTime())).last());
    }

    private void answered(Crowd.Answered answers, int spreadMs) throws SQLException {
        var latency = answers.acks().since(answers.sent());
        if (spreadMs == 0) {
            figures.add(Figure.BURST_P50, latency.p50());
            figures.add(Figure.BURST_P99, latency.p99());
            figures.add(Figure.BURST_RATE, players / ((answers.acks().last() - answers.sent()[0]) / 1e9));
        } else {
            figures.add(Figure.ANSWER_P50, latency.p50());
            figures.add(Figure.ANSWER_P99, latency.p99());
        }
        var stored = "SELECT count(*) FROM answer a JOIN game_event e ON e.game_id = a.game_id"
                + " WHERE a.game_id = ? AND e.seq = ? AND a.question ="
                + " (SELECT count(*) - 1 FROM game_event r WHERE r.game_id = a.game_id AND r.seq <= e.seq AND r.type = 'readied')";
        long rows = number(stored, revealSeq());
        figures.add(Figure.LOST, players - rows + crowd.notSaved());
    }

    private long revealSeq() throws SQLException {
        return number("SELECT max(seq) FROM game_event WHERE game_id = ? AND seq > ? AND type = 'closed'", 0);
    }

    private long number(String sql, long seq) throws SQLException {
        try (var connection = lab.database();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(game.id()));
            statement.setLong(2, seq);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
