package dev.podium.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void a_trace_quotes_nobody() {
        var cause = new IllegalStateException("Key (email)=(ada@example.org) already exists");
        var trace = Trace.of(new RuntimeException("Nickname Ada", cause));

        assertThat(trace).contains("RuntimeException", "IllegalStateException", "TraceTest.java");
        assertThat(trace).doesNotContain("ada", "Ada", "email");
    }
}
