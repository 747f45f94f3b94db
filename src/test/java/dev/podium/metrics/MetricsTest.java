package dev.podium.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.account.TestHosts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MetricsTest {
    private static final Pattern ASKED = Pattern.compile("\\b[a-z][a-z0-9]*(_[a-z0-9]+)+\\b(?=[\\[{) ]|$)");
    private static final Pattern EXPRESSION =
            Pattern.compile("(?:\"expr\": \"|expr: )(.*?)(?:\",?)?$", Pattern.MULTILINE);
    /** What Prometheus itself, and the cluster, know. */
    private static final Set<String> NOT_OURS = Set.of("container_memory_working_set_bytes");

    @Inject
    MeterRegistry registry;

    @Test
    void every_metric_of_podiums_has_its_name_among_the_others() {
        var known = Stream.of(Metric.values()).map(Metric::id).toList();
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .filteredOn(name -> name.startsWith(Metric.PREFIX))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.yaml"})
    void every_metric_that_is_asked_for_is_told(String file) throws IOException {
        TestHosts.asDemo().get("/api/quizzes").then().statusCode(200);
        var asked = EXPRESSION
                .matcher(Files.readString(Path.of("k8s/overlays/prod", file)))
                .results()
                .flatMap(expression -> ASKED.matcher(
                                expression.group(1).replaceAll("\\\\?\"[^\"]*\"|by \\([^)]*\\)", ""))
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(8);
        asked.removeAll(NOT_OURS);
        asked.removeAll(possible());
        assertThat(told()).containsAll(asked);
    }

    @Test
    void they_are_told_to_nobody_who_comes_through_a_proxy() {
        for (var header : List.of("X-Forwarded-For", "Forwarded", "Via"))
            for (var path : List.of("/q/metrics", "/q/metrics/", "/q//metrics"))
                given().header(header, "203.0.113.7").get(path).then().statusCode(404);
        given().get("/q/metrics").then().statusCode(200);
    }

    /** Not all of Podium's are told before somebody has played; whoever tells one takes its name from here. */
    private static Set<String> possible() {
        return Stream.of(Metric.values())
                .map(metric -> metric.id().replace('.', '_'))
                .flatMap(name -> Stream.of(
                                "",
                                "_total",
                                "_max",
                                "_sum",
                                "_count",
                                "_seconds_max",
                                "_seconds_sum",
                                "_seconds_count")
                        .map(name::concat))
                .collect(Collectors.toSet());
    }

    private static List<String> told() {
        return given().get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .distinct()
                .toList();
    }
}
