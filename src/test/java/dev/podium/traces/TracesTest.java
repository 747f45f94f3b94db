package dev.podium.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.configuration.TestConfiguration;
import io.vertx.core.Future;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    /** Nobody listens there: what is traced is forgotten in the end. */
    private static final String NOBODY = "http://localhost:1/v1/traces";

    private Traces traces;

    @AfterEach
    void stop() {
        traces.stop();
    }

    @Test
    void without_a_collector_nothing_is_traced_and_no_part_of_it() {
        traces = new Traces(TestConfiguration.of(Map.of("traces.answers-percent", 100)));
        assertThat(traces.answer()).isSameAs(Traced.NONE);
        assertThat(traces.command()).isSameAs(Traced.NONE);
        assertThat(traces.carried("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .isSameAs(Traced.NONE);
        assertThat(Traced.NONE.begin("part").note("key", 1)).isSameAs(Traced.NONE);
        assertThat(Traced.together("part", Stream.of(Traced.NONE, Traced.NONE))).isSameAs(Traced.NONE);
        var work = Future.succeededFuture();
        assertThat(Traced.NONE.over(work)).isSameAs(work);
    }

    @Test
    void of_answers_as_many_are_traced_as_were_asked_for_and_every_command_is() {
        traces = traced(0);
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> traces.answer())).containsOnly(Traced.NONE);
        assertThat(traces.command()).isNotSameAs(Traced.NONE);
        traces.stop();
        traces = traced(100);
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> traces.answer())).doesNotContain(Traced.NONE);
    }

    @Test
    void another_instance_goes_on_with_what_it_is_sent() {
        traces = traced(100);
        var carried = traces.command().begin("bus").carried();
        var trace = carried.split("-")[1];
        assertThat(traces.carried(carried).begin("fan-out").carried())
                .startsWith("00-" + trace + "-")
                .isNotEqualTo(carried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no trace", "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
    void what_is_no_trace_is_followed_by_none(String words) {
        traces = traced(100);
        assertThat(traces.carried(words)).isSameAs(Traced.NONE);
    }

    @Test
    void what_is_done_for_many_at_once_is_a_part_of_one_of_those_that_are_traced() {
        traces = traced(100);
        var first = traces.answer();
        var together = Traced.together("transaction", Stream.of(Traced.NONE, first, traces.answer()));
        assertThat(together.carried().split("-")[1]).isEqualTo(first.carried().split("-")[1]);
    }

    private static Traces traced(int percent) {
        return new Traces(TestConfiguration.of(Map.of("traces.url", NOBODY, "traces.answers-percent", percent)));
    }
}
