package dev.podium.socket;

import static dev.podium.socket.Budget.Spent.BEYOND;
import static dev.podium.socket.Budget.Spent.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private long now;
    private final Budgets budgets = new Budgets(2, () -> now);

    @Test
    void each_ticket_has_a_budget_of_its_own() {
        exhaust("ada");
        assertThat(budgets.spend("ben", 1)).isEqualTo(WITHIN);
        assertThat(budgets.spend("ada", 1)).isEqualTo(BEYOND);
    }

    @Test
    void it_is_whole_again_after_two_seconds() {
        exhaust("ada");
        now += TimeUnit.SECONDS.toNanos(3);
        assertThat(budgets.spend("ada", 1)).isEqualTo(WITHIN);
    }

    @Test
    void of_more_tickets_than_are_remembered_the_one_unused_for_longest_is_forgotten() {
        exhaust("ada");
        exhaust("ben");
        budgets.spend("ada", 1);
        budgets.spend("cleo", 1);
        assertThat(budgets.spend("ada", 1)).isEqualTo(BEYOND);
        assertThat(budgets.spend("ben", 1)).isEqualTo(WITHIN);
    }

    private void exhaust(String ticket) {
        for (int i = 0; i < Budget.FRAMES; i++)
            assertThat(budgets.spend(ticket, 1)).isEqualTo(WITHIN);
    }
}
