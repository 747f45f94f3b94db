package dev.podium.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTest {
    private Instant now = Instant.EPOCH;
    private final Tries tries = new Tries(() -> now);

    @Test
    void aFewWrongPasswordsAreFineThenOneWaitsForTheRestOfTheWindow() {
        for (var i = 0; i < Tries.MAX_PER_EMAIL; i++) {
            assertThat(tries.begin("10.0.0.1", "ada@example.org")).isZero();
        }
        now = now.plusSeconds(60);
        assertThat(tries.begin("10.0.0.1", "ADA@example.org")).isEqualTo(Tries.WINDOW.minusSeconds(60));

        now = now.plus(Tries.WINDOW);
        assertThat(tries.begin("10.0.0.1", "ada@example.org")).isZero();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        for (var i = 0; i < 1_000; i++) {
            assertThat(tries.begin("10.0.0.1", "ada@example.org")).isZero();
            tries.right("10.0.0.1", "ada@example.org");
        }
    }

    @Test
    void anotherAddressOrAnotherHostIsNotHeldUp() {
        while (tries.begin("10.0.0.1", "ada@example.org").isZero()) {}

        assertThat(tries.begin("10.0.0.2", "ada@example.org")).isZero();
        assertThat(tries.begin("10.0.0.1", "bob@example.org")).isZero();
    }

    @Test
    void onePasswordTriedOnManyHostsIsBoundedByTheAddress() {
        for (var i = 0; i < Tries.MAX_PER_ADDRESS; i++) {
            assertThat(tries.begin("10.0.0.1", i + "@example.org")).isZero();
        }
        assertThat(tries.begin("10.0.0.1", "next@example.org")).isPositive().isLessThanOrEqualTo(Tries.WINDOW);
        assertThat(tries.begin("10.0.0.2", "next@example.org")).isEqualTo(Duration.ZERO);
    }

    @Test
    void aMillionAddressesTakeBoundedMemory() {
        for (var i = 0; i < 1_000_000; i++) {
            tries.begin("address " + i, "ada@example.org");
        }
        assertThat(tries.size()).isLessThanOrEqualTo(Tries.MAX_KEYS);
    }
}
