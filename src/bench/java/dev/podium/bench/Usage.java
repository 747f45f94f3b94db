package dev.podium.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/**
 * What everybody has used of the processors so far, in nanoseconds; two of them make an interval.
 *
 * @param waited how long threads of the instance were ready and had to wait for their core
 * @param core how long that core was busy with anything
 */
record Usage(long wall, long instance, long postgres, long driver, long waited, long core) {
    private static final OperatingSystemMXBean SELF = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Usage now(long instance, long postgres) {
        try {
            return new Usage(
                    System.nanoTime(),
                    Proc.cpuNs(instance),
                    Proc.cpuNs(postgres),
                    SELF.getProcessCpuTime(),
                    Proc.waitedNs(instance),
                    Proc.busyNs(Pinned.SERVER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Usage since(Usage before) {
        return new Usage(
                wall - before.wall,
                instance - before.instance,
                postgres - before.postgres,
                driver - before.driver,
                waited - before.waited,
                core - before.core);
    }

    long server() {
        return instance + postgres;
    }

    /** The part of the core's time that went to strangers, in percent. */
    double foreignPercent() {
        return wall == 0 ? 0 : 100d * Math.max(0, core - server()) / wall;
    }

    double waitedPercent() {
        return wall == 0 ? 0 : 100d * waited / wall;
    }

    double driverPercent() {
        return wall == 0 ? 0 : 100d * driver / wall;
    }
}
