package dev.podium.chaos;

import dev.podium.process.Artifact;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What the command line asks for.
 *
 * @param faults the names of those that are wanted; empty means all
 * @param brief every fault once, in as few games as possible
 * @param artifact what instances are started from
 * @param soakMinutes how long to play without any fault; 0 means chaos
 */
record Options(
        int players,
        int games,
        long seed,
        List<String> faults,
        boolean valkey,
        boolean brief,
        Artifact artifact,
        int soakMinutes) {
    private static final int PLAYERS = 300;
    private static final int GAMES = 4;
    private static final int SOAK_PLAYERS = 500;
    private static final int TIME_LIMIT_MS = 10_000;
    private static final int BRIEF_LIMIT_MS = 5_000;
    private static final int SEEDS = 1_000_000;

    static final String HELP = """
            ./podium chaos [--players 300] [--games 4] [--seed N] [--faults a,b] [--bus postgres|valkey] [--brief] [--native]
            ./podium chaos --soak MINUTES [--players 500] [--bus postgres|valkey]
            """;

    /** @throws IllegalArgumentException where it says something unknown */
    static Options parse(String... words) {
        int players = 0;
        int games = GAMES;
        long seed = new Random().nextInt(SEEDS);
        List<String> faults = List.of();
        boolean valkey = false;
        boolean brief = false;
        var artifact = Artifact.chosen();
        int soak = 0;
        var left = new ArrayDeque<>(Arrays.asList(words));
        while (!left.isEmpty()) {
            var word = left.poll();
            if (word.equals("--brief")) {
                brief = true;
                continue;
            }
            if (word.equals("--native")) {
                artifact = Artifact.NATIVE;
                continue;
            }
            var value = left.poll();
            if (value == null) throw new IllegalArgumentException(word + " needs a value, or is unknown");
            switch (word) {
                case "--players" -> players = positive(word, value);
                case "--games" -> games = positive(word, value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--faults" -> faults = List.of(value.split(","));
                case "--bus" -> valkey = isValkey(value);
                case "--soak" -> soak = positive(word, value);
                default -> throw new IllegalArgumentException(word + " is unknown");
            }
        }
        if (players == 0) players = soak > 0 ? SOAK_PLAYERS : PLAYERS;
        return new Options(players, games, seed, faults, valkey, brief, artifact, soak);
    }

    static Options brief(int players, int games, long seed, List<String> faults) {
        return new Options(players, games, seed, faults, false, true, Artifact.chosen(), 0);
    }

    int timeLimitMs() {
        return brief ? BRIEF_LIMIT_MS : TIME_LIMIT_MS;
    }

    /** Half of all answers come faster; the slowest come too late. */
    long medianMs() {
        return timeLimitMs() / 3;
    }

    String bus() {
        return valkey ? "valkey" : "postgres";
    }

    private static boolean isValkey(String bus) {
        return switch (bus) {
            case "postgres" -> false;
            case "valkey" -> true;
            default -> throw new IllegalArgumentException("--bus is postgres or valkey");
        };
    }

    private static int positive(String word, String value) {
        int number = Integer.parseInt(value);
        if (number < 1) throw new IllegalArgumentException(word + " needs a number above 0");
        return number;
    }
}
