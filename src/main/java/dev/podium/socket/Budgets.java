package dev.podium.socket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What seats may send by requests of their own to this instance, by ticket. Any thread. */
final class Budgets {
    private final LongSupplier clock;
    private final Map<String, Budget> budgets;

    /**
     * @param most tickets whose budget is remembered; the one unused for longest goes for the next
     * @param clock nanoseconds since any moment
     */
    Budgets(int most, LongSupplier clock) {
        this.clock = clock;
        budgets = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Budget> eldest) {
                return size() > most;
            }
        };
    }

    /** A frame has arrived. */
    synchronized Budget.Spent spend(String ticket, int bytes) {
        long now = clock.getAsLong();
        return budgets.computeIfAbsent(ticket, _ -> new Budget(now)).spend(bytes, now);
    }
}
