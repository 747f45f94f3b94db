package dev.podium.database;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A list of rows as the array parameters of one {@code unnest}. */
public final class Columns {
    private Columns() {}

    public static <T, C> C[] of(List<T> rows, IntFunction<C[]> array, Function<T, C> column) {
        var values = array.apply(rows.size());
        for (int i = 0; i < values.length; i++) values[i] = column.apply(rows.get(i));
        return values;
    }

    /** 0, 1, 2, …: lets a result say which row it is about. */
    public static Integer[] ordinals(int size) {
        var values = new Integer[size];
        Arrays.setAll(values, i -> i);
        return values;
    }
}
