package dev.podium.skew;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose clock is off, started as a process of its own. */
class AgentTest {
    private static final long OFF_MS = 30_000;

    /** Prints the time, asked for in many ways. */
    static final class Teller {
        private Teller() {}

        public static void main(String[] args) {
            LongSupplier reference = System::currentTimeMillis;
            System.out.println(System.currentTimeMillis());
            System.out.println(reference.getAsLong());
            System.out.println(Instant.now().toEpochMilli());
            System.out.println(OffsetDateTime.now().toInstant().toEpochMilli());
            System.out.println(Clock.systemUTC().instant().toEpochMilli());
            System.out.println(new Date().getTime());
        }
    }

    @Test
    void whatever_a_program_asks_its_clock_is_off(@TempDir Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var agent = "-javaagent:" + Agent.pack(folder) + "=" + OFF_MS;
        long before = System.currentTimeMillis();
        var teller = new ProcessBuilder(java, agent, "-cp", "target/test-classes", Teller.class.getName())
                .redirectErrorStream(true)
                .start();
        var told = new String(teller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long after = System.currentTimeMillis();
        assertThat(told.lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(Long.parseLong(line)).isBetween(before + OFF_MS, after + OFF_MS));
    }
}
