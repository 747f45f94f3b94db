package dev.podium.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The samples of one crowd's games. */
final class Figures {
    private final Map<Figure, List<Double>> samples = new EnumMap<>(Figure.class);

    void add(Figure figure, double value) {
        samples.computeIfAbsent(figure, f -> new ArrayList<>()).add(value);
    }

    boolean has(Figure figure) {
        return samples.containsKey(figure);
    }

    List<Double> samples(Figure figure) {
        return samples.getOrDefault(figure, List.of());
    }

    /** NaN when it was not measured. */
    double median(Figure figure) {
        return median(samples(figure));
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) return Double.NaN;
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
