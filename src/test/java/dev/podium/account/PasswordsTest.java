package dev.podium.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.configuration.TestConfiguration;
import dev.podium.http.Problem.Refusal;
import io.vertx.mutiny.core.Vertx;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(vertx, TestConfiguration.of(Map.of("password-cost", 8)));

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void of_a_storm_of_passwords_a_few_are_looked_at_and_the_others_are_told_to_try_again() {
        var storm = new ArrayList<CompletableFuture<Boolean>>();
        for (var i = 0; i < 1_000; i++)
            storm.add(passwords.matches("guessed", null).subscribeAsCompletionStage());

        var statuses = storm.stream().map(PasswordsTest::status).toList();

        assertThat(statuses).contains(0, 503).containsOnly(0, 503);
        assertThat(statuses.subList(0, 50)).containsOnly(0);
        assertThat(passwords.matches("guessed", null).await().indefinitely()).isFalse();
    }

    private static int status(CompletableFuture<Boolean> looked) {
        try {
            return looked.join() ? 200 : 0;
        } catch (CompletionException e) {
            return ((Refusal) e.getCause()).problem().status();
        }
    }
}
