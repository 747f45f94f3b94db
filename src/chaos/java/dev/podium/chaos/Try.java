package dev.podium.chaos;

import dev.podium.client.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One time that a fault was tried: when, and how long it was felt. Written by the thread that does it, read when it is over. */
final class Try {
    private static final long SHORTEST_STEP_MS = 1_000;
    private static final double JITTER = 1.25;

    private final Fault fault;
    private final List<Long> awayMs = new ArrayList<>();
    private final List<Long> overdueMs = new ArrayList<>();
    private long beganAt;
    private long overAt;

    Try(Fault fault) {
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    /** It happens now; gives the time, on {@link System#nanoTime}'s scale. */
    long begins() {
        beganAt = System.nanoTime();
        return beganAt;
    }

    /** Everybody is back: who was away, and until when, counted from the blow. */
    void isOver(List<Phone> phones) {
        overAt = System.nanoTime();
        for (var phone : phones) {
            phone.absences().stream()
                    .filter(this::isOurs)
                    .mapToLong(absence -> ms(absence.to() - beganAt))
                    .max()
                    .ifPresent(awayMs::add);
        }
    }

    /** The same for what strikes one after the other: each absence counts by itself. */
    void isOverOneByOne(List<Phone> phones) {
        overAt = System.nanoTime();
        for (var phone : phones) {
            phone.absences().stream()
                    .filter(this::isOurs)
                    .mapToLong(absence -> ms(absence.to() - absence.from()))
                    .max()
                    .ifPresent(awayMs::add);
        }
    }

    /** The only instance was ready at that time: how much later than its back-off allows was each phone back? */
    void wasReadyAt(long readyAt, List<Phone> phones) {
        for (var phone : phones) {
            phone.absences().stream()
                    .filter(absence -> absence.to() > readyAt && absence.from() < readyAt && absence.stepMs() > 0)
                    .mapToLong(absence -> ms(absence.to() - readyAt)
                            - Math.round(JITTER * Math.max(SHORTEST_STEP_MS, absence.stepMs())))
                    .forEach(overdueMs::add);
        }
    }

    /** Somebody waited for something for so long. */
    void waited(long ns) {
        awayMs.add(ms(ns));
    }

    long overAt() {
        return overAt;
    }

    /** Per phone that was away or had to wait, in milliseconds. */
    List<Long> awayMs() {
        return awayMs;
    }

    /** Per phone that found the only instance ready; nothing above 0 is late. */
    List<Long> overdueMs() {
        return overdueMs;
    }

    private boolean isOurs(Phone.Absence absence) {
        return absence.to() > beganAt;
    }

    private static long ms(long ns) {
        return TimeUnit.NANOSECONDS.toMillis(ns);
    }
}
