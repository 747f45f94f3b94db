package dev.podium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Everything that a run has measured; what was not asked for is empty. */
final class Results {
    final NavigableMap<Integer, Figures> crowds = new TreeMap<>();
    /** Bytes per connected player, one a run. */
    final List<Double> memory = new ArrayList<>();
    /** Milliseconds to the first answered request, one a start. */
    final List<Double> starts = new ArrayList<>();

    final List<Double> startsWithoutCache = new ArrayList<>();
    ManyGames.Result games;
    Flooded.Result flood;
    Pictured.Result media;
    /** Of games by streams and requests, beside those of {@link #crowds} by sockets; null where that was not asked for. */
    Figures secondLine;

    Cloud.Result cloud;
    Grading.Result grading;
    Shelves.Result library;
    /** The executable beside the JVM; null where that was not asked for. */
    Builds.Result builds;
    /** Games once more, on a database with a history; null where that was not asked for. */
    Results withHistory;

    Figures smallest() {
        return crowds.firstEntry().getValue();
    }

    int largestCrowd() {
        return crowds.lastKey();
    }

    int smallestCrowd() {
        return crowds.firstKey();
    }

    Figures largest() {
        return crowds.get(largestCrowd());
    }
}
