package dev.podium.database;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out a gauge that would mislead: the driver registers it anew with each connection, so it tells the queue of the first
 * connection alone, and the registry warns of the others.
 */
class QueueGauge {
    @Produces
    @Singleton
    MeterFilter withoutTheQueueOfOneConnection() {
        return MeterFilter.deny(
                meter -> meter.getName().endsWith(".queue.size") && "sql".equals(meter.getTag("clientType")));
    }
}
