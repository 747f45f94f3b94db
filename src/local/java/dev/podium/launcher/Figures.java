package dev.podium.launcher;

import dev.podium.metrics.Metric;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a dashboard shows of an instance, as lines: each metric of Podium's, in the order in which {@link Metric} has them, and
 * those that are 0 together at the end.
 */
final class Figures {
    private static final int ANSWER_MS = 5_000;
    private static final Pattern SAMPLE =
            Pattern.compile("^(\\w+)(?:\\{(.*?)})? (-?[0-9.]+(?:E-?[0-9]+)?)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("\\w+=\"([^\"]*)\"");
    private static final String LINE = "  %-22s %s";
    /** As much as goes into a line, up to a comma. */
    private static final String FITTING = "(.{60,}?,) ";

    /** What others count of an instance, and a dashboard shows as well. */
    private static final String CONNECTIONS = "sql_pool_queue_size";

    private static final String PROCESSOR = "process_cpu_time_ns_total";

    /** @param labels the values of its labels, without their names */
    private record Sample(String name, List<String> labels, double value) {}

    private Figures() {}

    /** Empty when nobody answers there yet. */
    static Optional<String> told(long port) {
        try {
            var connection = URI.create("http://127.0.0.1:" + port + "/q/metrics")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(ANSWER_MS);
            connection.setReadTimeout(ANSWER_MS);
            try (var answer = connection.getInputStream()) {
                return Optional.of(lines(new String(answer.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** @param metrics as Prometheus reads them */
    static String lines(String metrics) {
        var samples = SAMPLE.matcher(metrics)
                .results()
                .map(found -> new Sample(found.group(1), labels(found.group(2)), Double.parseDouble(found.group(3))))
                .filter(sample -> sample.value != 0)
                .collect(Collectors.groupingBy(Sample::name));
        var lines = new ArrayList<String>();
        var zero = new ArrayList<String>();
        for (var metric : Metric.values()) {
            var words = metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            var figure = figure(metric.id().replace('.', '_'), samples);
            if (figure.isEmpty()) zero.add(words);
            else lines.add(LINE.formatted(words, figure));
        }
        lines.add(LINE.formatted("awaited connections", number(sum(samples, CONNECTIONS))));
        lines.add(LINE.formatted("processor", tenths(sum(samples, PROCESSOR) / 1e9) + " s"));
        if (!zero.isEmpty()) lines.add("\n  0: " + String.join(", ", zero).replaceAll(FITTING, "$1\n     "));
        return String.join("\n", lines);
    }

    /** Names that are not Podium's own. */
    static List<String> others() {
        return List.of(CONNECTIONS, PROCESSOR);
    }

    private static String figure(String name, Map<String, List<Sample>> all) {
        var times = sum(all, name + "_seconds_count");
        if (times > 0)
            return average(ms(sum(all, name + "_seconds_sum") / times), ms(most(all, name + "_seconds_max")), times);
        times = sum(all, name + "_count");
        if (times > 0) return average(tenths(sum(all, name + "_sum") / times), number(most(all, name + "_max")), times);
        var values = Stream.of(name, name + "_total")
                .flatMap(each -> all.getOrDefault(each, List.of()).stream())
                .toList();
        if (values.isEmpty()) return "";
        var parts = values.stream()
                .filter(sample -> !sample.labels.isEmpty())
                .map(sample -> String.join(" ", sample.labels) + " " + number(sample.value))
                .collect(Collectors.joining(", "));
        var whole = number(values.stream().mapToDouble(Sample::value).sum());
        return parts.isEmpty() ? whole : whole + " (" + parts + ")";
    }

    private static String average(String mean, String most, double times) {
        return mean + ", " + most + " at most; " + number(times) + " times";
    }

    private static double sum(Map<String, List<Sample>> samples, String name) {
        return samples.getOrDefault(name, List.of()).stream()
                .mapToDouble(Sample::value)
                .sum();
    }

    private static double most(Map<String, List<Sample>> samples, String name) {
        return samples.getOrDefault(name, List.of()).stream()
                .mapToDouble(Sample::value)
                .max()
                .orElse(0);
    }

    private static List<String> labels(String text) {
        if (text == null) return List.of();
        return LABEL.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String ms(double seconds) {
        return tenths(seconds * 1000) + " ms";
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
}
