package dev.podium.live;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A list of rows as the array parameters of one {@code unnest}. */
final class Columns {
    private Columns() {}

    static <T, C> C[] of(List<T> rows, IntFunction<C[]> array, Function<T, C> column) {
        return rows.stream().map(column).toArray(array);
    }

    /** 0, 1, 2, …: lets a result say which row it is about. */
    static Integer[] ordinals(int size) {
        return IntStream.range(0, size).boxed().toArray(Integer[]::new);
    }
}
