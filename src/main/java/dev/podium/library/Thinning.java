package dev.podium.library;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Which earlier versions of a quiz are kept: the latest ones all, then one for five minutes of the last hour, one an hour of the last
 * day, one a day of the last month, one a week before that; and no more of them, in number and in bytes, than the bounds say.
 */
final class Thinning {
    /** Of one quiz. */
    static final int MOST = 60;
    /** Of one quiz, as the text of its questions; the latest version is kept however large it is. */
    static final int MOST_BYTES = 4 * 1024 * 1024;
    /** So many are kept however fast they followed each other: a restore can be taken back. */
    static final int LATEST = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private Thinning() {}

    /** A version, without what it says. */
    record Kept(int version, Instant savedAt, int bytes) {}

    private record Slot(Duration length, long number) {}

    /**
     * The versions that go.
     *
     * @param kept the latest first
     */
    static List<Integer> gone(List<Kept> kept, Instant now) {
        var gone = new ArrayList<Integer>();
        var taken = new HashSet<Slot>();
        int count = 0;
        long bytes = 0;
        for (var it : kept) {
            boolean fresh = taken.add(slot(it.savedAt(), now)) || count < LATEST;
            boolean fits = count == 0 || (count < MOST && bytes + it.bytes() <= MOST_BYTES);
            if (fresh && fits) {
                count++;
                bytes += it.bytes();
            } else {
                gone.add(it.version());
            }
        }
        return gone;
    }

    private static Slot slot(Instant savedAt, Instant now) {
        var age = Duration.between(savedAt, now);
        var length = age.compareTo(HOUR) < 0
                ? Duration.ofMinutes(5)
                : age.compareTo(DAY) < 0 ? HOUR : age.compareTo(MONTH) < 0 ? DAY : Duration.ofDays(7);
        return new Slot(length, Math.floorDiv(savedAt.getEpochSecond(), length.toSeconds()));
    }
}
