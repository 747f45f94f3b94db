package dev.podium.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.podium.games.OpenGames;
import dev.podium.http.Problem.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void who_comes_while_all_turns_are_taken_waits_until_one_ends() {
        var turns = new Turns(metrics, Duration.ofMinutes(1));
        var taken = new ArrayDeque<Turns.Turn>();
        for (int i = 0; i < Turns.AT_ONCE; i++) taken.add(turns.next());
        var waiting = later(turns);
        until(turns, 1);
        assertThat(waiting).isNotDone();

        taken.remove().close();

        assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join()).isNotNull();
        assertThat(metrics.get("podium.reports.running").gauge().value()).isEqualTo(Turns.AT_ONCE);
        assertThat(metrics.get("podium.reports.waiting").gauge().value()).isZero();
    }

    @Test
    void who_comes_while_enough_wait_is_told_to_come_back_and_counted() {
        var turns = new Turns(metrics, Duration.ofMinutes(1));
        for (int i = 0; i < Turns.AT_ONCE; i++) turns.next();
        for (int i = 0; i < Turns.WAITING; i++) later(turns);
        until(turns, Turns.WAITING);

        var refusal = catchThrowableOfType(Refusal.class, turns::next);

        assertThat(refusal.problem().status()).isEqualTo(503);
        assertThat(refusal.retryAfter()).isPositive();
        assertThat(metrics.get("podium.reports.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void who_has_waited_too_long_is_told_to_come_back_and_leaves_its_place_to_others() {
        var turns = new Turns(metrics, Duration.ZERO);
        var taken = turns.next();
        for (int i = 1; i < Turns.AT_ONCE; i++) turns.next();
        for (int i = 0; i < 2 * Turns.WAITING; i++)
            assertThat(catchThrowableOfType(Refusal.class, turns::next)).isNotNull();

        taken.close();

        assertThat(turns.next()).isNotNull();
    }

    private static CompletableFuture<Turns.Turn> later(Turns turns) {
        var turn = new CompletableFuture<Turns.Turn>();
        Thread.ofVirtual().start(() -> turn.complete(turns.next()));
        return turn;
    }

    private static void until(Turns turns, int waiting) {
        OpenGames.until(waiting + " wait", () -> turns.waiting() >= waiting);
    }
}
