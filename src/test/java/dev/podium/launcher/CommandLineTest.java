package dev.podium.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.local.Sorry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @Test
    void words_come_in_any_order() {
        assertThat(CommandLine.of()).isEqualTo(line("start", "", 8080));
        assertThat(CommandLine.of("--port", "81", "dev")).isEqualTo(line("dev", "", 81));
        assertThat(CommandLine.of("reset", "--yes", "--port=82")).isEqualTo(line("reset", "-y", 82));
        assertThat(CommandLine.of("native", "--test")).isEqualTo(line("native", "--test", 8080));
        assertThat(CommandLine.of("password", "ada@example.org")).isEqualTo(line("password", "ada@example.org", 8080));
        assertThat(CommandLine.of("password")).isEqualTo(line("password", "", 8080));
        assertThat(CommandLine.of("stop", "--help").command()).isEqualTo("help");
        assertThat(CommandLine.of("--address=10.0.0.1").address()).contains("10.0.0.1");
    }

    @Test
    void what_follows_bench_and_chaos_is_theirs() {
        assertThat(CommandLine.of("bench", "--players", "500", "--native").rest())
                .isEqualTo(List.of("--players", "500", "--native"));
        assertThat(CommandLine.of("chaos", "--help"))
                .extracting(CommandLine::command)
                .isEqualTo("chaos");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "strat | 'strat' is unknown",
                "--port | --port needs a number",
                "--port= | '' is no port",
                "--port=080808 | '080808' is no port",
                "--port=65536 | '65536' is no port",
                "--address | --address needs one",
                "--address=10.0.0.1:80 | '10.0.0.1:80' is no address"
            })
    void mistakes_are_told_in_a_line(String word, String told) {
        assertThatThrownBy(() -> CommandLine.of(word)).isInstanceOf(Sorry.class).hasMessageStartingWith(told);
    }

    private static CommandLine line(String command, String choice, int port) {
        return new CommandLine(command, choice, port, Optional.empty(), List.of());
    }
}
