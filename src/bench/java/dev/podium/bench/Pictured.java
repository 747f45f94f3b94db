package dev.podium.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What players notice of a picture that all of them fetch in the seconds before a question opens: the same games without and
 * with it in turn, on one instance. The driver fetches on a loop of its own, so that it sees a question as soon as one without.
 */
final class Pictured {
    /** What a photograph has that fills a screen. */
    private static final int BYTES = 300_000;

    private static final int COUNTDOWN_MS = 3_000;
    private static final int WARM_UPS = 3;
    private static final int PAIRS = 3;
    private static final int[] QUESTIONS = {2_000, 2_000, 2_000};

    /**
     * A question to all players, p99 in milliseconds.
     *
     * @param fetchedMs from the host's command to the last phone with its picture
     */
    record Result(int players, double plainMs, double picturedMs, double fetchedMs) {}

    private final Lab lab;
    private final int players;
    private final Progress progress;

    Pictured(Lab lab, int players, Progress progress) {
        this.lab = lab;
        this.players = players;
        this.progress = progress;
    }

    Result measure() throws SQLException, IOException {
        progress.step("Media: starting an instance");
        lab.freshInstance();
        var path = lab.desk().upload(sound(BYTES));
        var quiz = lab.desk().write(Quiz.of(QUESTIONS.length));
        var plain = new Figures();
        var pictured = new Figures();
        try (var fetches = new Fetches(lab.instance().port(), path, BYTES, players, progress)) {
            for (int i = 1; i <= WARM_UPS; i++)
                play(quiz, new Figures(), fetches, "Media: warming up, " + i + " of " + WARM_UPS);
            fetches.reset();
            for (int i = 1; i <= PAIRS; i++) {
                play(quiz, plain, null, "Media: without pictures, " + i + " of " + PAIRS);
                play(quiz, pictured, fetches, "Media: with pictures, " + i + " of " + PAIRS);
            }
            return new Result(
                    players,
                    plain.median(Figure.QUESTION_P99),
                    pictured.median(Figure.QUESTION_P99),
                    fetches.medianMs());
        }
    }

    private void play(String quiz, Figures figures, Fetches fetches, String name) throws SQLException {
        new PlayedGame(lab, players, figures, progress)
                .countingDown(COUNTDOWN_MS)
                .fetching(fetches)
                .play(quiz, name, QUESTIONS, false, 0);
    }

    /** WAV, which needs no picture's library to be right, and costs the server the same. */
    private static byte[] sound(int bytes) {
        var wav = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var noise = new byte[bytes - 44];
        ThreadLocalRandom.current().nextBytes(noise);
        wav.putInt(0x46464952).putInt(bytes - 8).putInt(0x45564157);
        wav.putInt(0x20746d66)
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000);
        wav.putShort((short) 1)
                .putShort((short) 8)
                .putInt(0x61746164)
                .putInt(noise.length)
                .put(noise);
        return wav.array();
    }
}
