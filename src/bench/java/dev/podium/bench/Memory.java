package dev.podium.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;

/**
 * What a connected player takes of an instance: live heap after a full collection plus direct memory, with everybody there
 * and one question played, less the same before the first came.
 */
final class Memory {
    private static final int SETTLED_MS = 2_000;

    /** Bytes. */
    record Reading(long heap, long direct, long resident) {
        double perPlayer(Reading before, int players) {
            return (heap + direct - before.heap - before.direct) / (double) players;
        }
    }

    private final Lab lab;
    private final int players;
    private final Progress progress;

    Memory(Lab lab, int players, Progress progress) {
        this.lab = lab;
        this.players = players;
        this.progress = progress;
    }

    /** Gives the bytes per player. */
    double measure() throws SQLException, IOException, InterruptedException {
        progress.step("Memory: starting an instance");
        lab.freshInstance();
        var game = lab.desk().open(lab.desk().write(Quiz.of(2)), new JsonObject().put("countdownMs", 1_000));
        var host = lab.host(game);
        host.awaitWelcome();
        var before = read();
        var crowd = new Crowd(lab.vertx, lab.instance().port(), game.pin(), players, false, progress);
        try {
            progress.step("Memory: " + players + " join and play a question");
            crowd.storm();
            var shown = crowd.expect("question");
            host.advance();
            progress.await("shown the question", shown);
            var reveal = crowd.expect("reveal");
            progress.await("acknowledged", crowd.answer(2_000, new Random(3), 0).acks());
            progress.await("shown the reveal", reveal);
            progress.step("Memory: collecting and counting");
            Thread.sleep(SETTLED_MS);
            return read().perPlayer(before, players);
        } finally {
            crowd.close();
            host.close();
        }
    }

    private Reading read() throws IOException, InterruptedException {
        long pid = lab.instance().pid();
        return new Reading(liveHeap(pid), directBytes(), Proc.residentBytes(pid));
    }

    /** The histogram counts what is alive, after a full collection. */
    private static long liveHeap(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        process.waitFor();
        return Arrays.stream(lines)
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd tells nothing of process " + pid));
    }

    private long directBytes() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var metrics = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + lab.instance().port() + "/q/metrics"))
                    .build();
            return (long) http.send(metrics, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("jvm_buffer_memory_used_bytes{id=\"direct\"}"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
