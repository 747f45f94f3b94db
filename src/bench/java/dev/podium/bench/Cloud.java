package dev.podium.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;

/** A cloud that a whole crowd fills while a host watches: how often it is told, and how long that takes once it is large. */
final class Cloud {
    private static final int COUNTDOWN_MS = 1_000;
    private static final int SPREAD_MS = 20_000;
    /** What comes after all others but so many is measured: the last seconds. */
    private static final int LARGE = 10;

    private static final int LOOK_MS = 50;

    /**
     * The words of all, each its own.
     *
     * @param makingMs from asking the database to the frame, the mean of those with nine tenths of the words and more
     */
    record Result(int words, double perSecond, double makingMs) {}

    /** What the instance says of all it has made so far. */
    private record Made(double seconds, double frames) {}

    private final Lab lab;
    private final int players;
    private final Progress progress;

    Cloud(Lab lab, int players, Progress progress) {
        this.lab = lab;
        this.players = players;
        this.progress = progress;
    }

    Result measure() throws SQLException, IOException, InterruptedException {
        progress.step("Cloud: starting an instance");
        lab.freshInstance();
        var game = lab.desk().open(lab.desk().write(quiz()), new JsonObject().put("countdownMs", COUNTDOWN_MS));
        var host = lab.host(game);
        host.awaitWelcome();
        var crowd = new Crowd(lab.vertx, lab.instance().port(), game.pin(), players, false, progress);
        try {
            progress.step("Cloud: " + players + " join");
            crowd.storm();
            var shown = crowd.expect("question");
            host.advance();
            progress.await("shown the question", shown);
            progress.step("Cloud: everybody has a word");
            return fill(crowd, host);
        } finally {
            crowd.close();
            host.close();
        }
    }

    /** One keeps silent: else the question would close. */
    private Result fill(Crowd crowd, Host host) throws InterruptedException {
        long begun = System.nanoTime();
        var acks = crowd.answer(SPREAD_MS, new Random(7), 1).acks();
        while (acks.missing() > players / LARGE && !acks.all().isDone()) Thread.sleep(LOOK_MS);
        var before = made();
        progress.await("acknowledged", acks);
        var after = made();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double makingMs = 1_000 * (after.seconds - before.seconds) / (after.frames - before.frames);
        return new Result(players - 1, host.tallies() / seconds, makingMs);
    }

    private Made made() {
        double seconds = 0;
        double frames = 0;
        for (var line : lab.desk().get("/q/metrics").lines().toList()) {
            double value =
                    line.startsWith("podium_tally_seconds_") ? Double.parseDouble(line.replaceAll(".* ", "")) : 0;
            if (line.startsWith("podium_tally_seconds_sum")) seconds = value;
            if (line.startsWith("podium_tally_seconds_count")) frames = value;
        }
        return new Made(seconds, frames);
    }

    private static JsonObject quiz() {
        var question = new JsonObject()
                .put("kind", "word-cloud")
                .put("text", "Who are you?")
                .put("timeLimitMs", 0)
                .put("maxLength", 60);
        return new JsonObject().put("title", "Cloud").put("questions", new JsonArray().add(question));
    }
}
