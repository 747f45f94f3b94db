package dev.podium.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is asked of a run.
 *
 * @param players the crowds to measure, smallest first
 * @param runs games played for each crowd; the tables show their medians
 * @param quick a short look instead of figures to quote
 * @param secondLine whether only games are measured, by sockets and by streams with requests in turn
 * @param builds whether the native executable is measured beside the JVM, and nothing else
 * @param history what lies in the database when games are measured once more, or null
 */
record Options(
        List<Integer> players,
        int runs,
        boolean quick,
        Set<Section> only,
        boolean secondLine,
        boolean builds,
        History history) {
    /** The parts of a run. */
    enum Section {
        /** Whole games: fan-out, answers, joins, resumes, processor time, bytes; with both floors. */
        GAME,
        /** What a connected player takes of the instance's memory. */
        MEMORY,
        /** Many small games at once. */
        GAMES,
        /** Honest players' answers while strangers send all they can. */
        FLOOD,
        /** How often the cloud of a crowd's words is told, and how long that takes. */
        CLOUD,
        /** How long it takes to judge a question of a whole game again. */
        GRADING,
        /** A question on time while all phones fetch a picture. */
        MEDIA,
        /** Every view of a library of 5,000 quizzes. */
        LIBRARY,
        /** From the start of the process to the first answered request. */
        START
    }

    static final int SMALLEST = 100;
    static final int LARGEST = 15_000;
    private static final int LONGEST_HISTORY = 100_000_000;

    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    static Options parse(String... words) throws Wrong {
        var quick = Arrays.asList(words).contains("--quick");
        var players = quick ? List.of(200) : List.of(500, 1_000, 10_000);
        int runs = quick ? 1 : 3;
        var only = EnumSet.allOf(Section.class);
        boolean secondLine = false;
        boolean builds = false;
        History history = null;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--quick" -> {}
                case "--players" ->
                    players = Arrays.stream(value(words, ++i).split(","))
                            .map(n -> number(n, SMALLEST, LARGEST))
                            .sorted()
                            .toList();
                case "--runs" -> runs = number(value(words, ++i), 1, 100);
                case "--only" -> {
                    only.clear();
                    for (var name : value(words, ++i).split(",")) only.add(section(name));
                }
                case "--native" -> builds = true;
                case "--line" -> secondLine = second(value(words, ++i));
                case "--history" ->
                    history =
                            i + 1 < words.length && !words[i + 1].startsWith("--") ? history(words[++i]) : History.LONG;
                default -> throw new Wrong("'" + words[i] + "' is unknown: ./podium --help says what there is.");
            }
        }
        if (secondLine && !Arrays.asList(words).contains("--players")) players = List.of(quick ? 200 : 1_000);
        return new Options(players, runs, quick, only, secondLine, builds, history);
    }

    boolean has(Section section) {
        return only.contains(section);
    }

    int largest() {
        return players.getLast();
    }

    private static String value(String[] words, int at) throws Wrong {
        if (at == words.length) throw new Wrong(words[at - 1] + " needs a value.");
        return words[at];
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is no number from " + least + " to " + most + ".");
    }

    private static boolean second(String name) throws Wrong {
        if (name.equals("second")) return true;
        throw new Wrong("There is no line '" + name + "': second.");
    }

    private static History history(String text) throws Wrong {
        var numbers = text.split(",");
        if (numbers.length != 2) throw new Wrong("--history takes two numbers: games,answers.");
        return new History(number(numbers[0], 1, LONGEST_HISTORY), number(numbers[1], 1, LONGEST_HISTORY));
    }

    private static Section section(String name) throws Wrong {
        try {
            return Section.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("There is no section '" + name
                    + "': game, memory, games, flood, cloud, grading, media, library, start.");
        }
    }
}
