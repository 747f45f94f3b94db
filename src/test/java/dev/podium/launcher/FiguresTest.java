package dev.podium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Pattern ON_THE_DASHBOARD = Pattern.compile("\\b(?:podium|sql|process|jvm)_[a-z_]+");

    @Test
    void gauges_counters_and_times_are_told_as_people_read_them() {
        assertThat(Figures.lines("""
            # HELP podium_rooms x
            podium_rooms 2.0
            podium_sockets_closed_total{code="4001"} 1200.0
            podium_sockets_closed_total{code="1000"} 3.0
            podium_sockets_closed_total{code="1009"} 0.0
            podium_answers_commit_seconds_count 10.0
            podium_answers_commit_seconds_sum 0.25
            podium_answers_commit_seconds_max 0.043
            podium_answers_rows_count 10
            podium_answers_rows_sum 35.0
            podium_answers_rows_max 9.0
            podium_clock_offset_ms -1.2
            process_cpu_time_ns_total 2.5E9
            """).lines())
                .contains(
                        "  rooms                  2",
                        "  sockets closed         1,203 (4001 1,200, 1000 3)",
                        "  answers commit         25.0 ms, 43.0 ms at most; 10 times",
                        "  answers rows           3.5, 9 at most; 10 times",
                        "  clock offset ms        -1",
                        "  processor              2.5 s");
    }

    /** An instance that has done nothing yet. */
    @Test
    void no_metric_is_left_out() {
        var told = Figures.lines("").replaceAll("\\s+", " ");
        assertThat(Stream.of(Metric.values())
                        .map(metric -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .allMatch(told::contains);
    }

    @Test
    void a_laptop_shows_what_the_dashboard_shows() throws IOException {
        var shown = Stream.concat(
                        Stream.of(Metric.values()).map(metric -> metric.id().replace('.', '_')),
                        Figures.others().stream())
                .toList();
        assertThat(asked())
                .isNotEmpty()
                .allMatch(name -> shown.stream()
                        .anyMatch(known -> name.equals(known)
                                || name.matches(Pattern.quote(known) + "(_seconds)?_(total|sum|count|max|bucket)")));
    }

    private static List<String> asked() throws IOException {
        return Arrays.stream(Files.readString(Path.of("k8s/overlays/prod/dashboard.yaml"))
                        .split("\n"))
                .filter(line -> line.contains("\"expr\""))
                .flatMap(line -> ON_THE_DASHBOARD.matcher(line).results())
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
