package dev.podium.room;

import dev.podium.wire.Tally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/** The equal parts of a range in which numbers are counted. In decimals, as people write them: 0.3 and not 0.30000000000000004. */
record Bins(BigDecimal min, BigDecimal max, int count) {

    /** As many as a screen can show. */
    static Bins of(double min, double max) {
        return new Bins(BigDecimal.valueOf(min), BigDecimal.valueOf(max), Tally.MAX_BINS);
    }

    /** One around each step where a screen can show so many; of them all the middles are what was chosen. */
    static Bins of(double min, double max, double step) {
        var from = BigDecimal.valueOf(min);
        var by = BigDecimal.valueOf(step);
        var steps = BigDecimal.valueOf(max).subtract(from).divide(by, 0, RoundingMode.CEILING);
        if (steps.compareTo(BigDecimal.valueOf(Tally.MAX_BINS)) >= 0) return of(min, max);
        var first = from.subtract(by.divide(BigDecimal.TWO));
        int count = steps.intValueExact() + 1;
        return new Bins(first, first.add(by.multiply(BigDecimal.valueOf(count))), count);
    }

    Tally histogram(long[] counts) {
        return new Tally.Histogram(IntStream.range(0, counts.length)
                .mapToObj(i -> new Tally.Bin(edge(i), edge(i + 1), counts[i]))
                .toList());
    }

    private double edge(int i) {
        return max.subtract(min)
                .multiply(BigDecimal.valueOf(i))
                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)
                .add(min)
                .doubleValue();
    }
}
