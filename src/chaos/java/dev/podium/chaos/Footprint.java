package dev.podium.chaos;

import dev.podium.process.Instance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an instance holds after a full collection.
 *
 * @param heapBytes what lives in the heap
 * @param directBytes memory outside the heap that buffers take, whoever asked for it
 * @param left what should be zero when nobody is connected, by its name
 */
record Footprint(long heapBytes, long directBytes, Map<String, Long> left) {
    /** The JVM that is asked must count what it takes outside the heap. */
    static final String OPTION = "-XX:NativeMemoryTracking=summary";

    /** One line of {@code GC.class_histogram}: number, instances, bytes, name. */
    private static final Pattern CLASS = Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+).*");
    private static final Pattern OTHER = Pattern.compile("^-\\s+Other \\(reserved=\\d+KB, committed=(\\d+)KB.*");

    /** Timers that an idle instance has too are told apart by comparison. */
    private static final String TIMERS = "io.vertx.core.impl.VertxImpl$InternalTimerHandler";

    private static final List<String> CLASSES = List.of(
            "dev.podium.room.Room",
            "dev.podium.room.PlayerSeat",
            "dev.podium.socket.Outbound",
            "io.vertx.core.http.impl.ServerWebSocketImpl");
    private static final List<String> GAUGES =
            List.of("podium_sockets", "podium_rooms", "podium_answers_waiting", "http_server_active_connections");

    static Footprint of(Instance instance) {
        var left = new TreeMap<String, Long>();
        for (var gauge : GAUGES) left.put(gauge, Math.round(instance.metric(gauge)));
        CLASSES.forEach(name -> left.put(name, 0L));
        long heap = 0;
        for (var line : instance.ask("GC.class_histogram").lines().toList()) {
            var known = CLASS.matcher(line);
            if (known.matches() && (CLASSES.contains(known.group(2)) || TIMERS.equals(known.group(2))))
                left.put(known.group(2), Long.parseLong(known.group(1)));
            var total = TOTAL.matcher(line);
            if (total.matches()) heap = Long.parseLong(total.group(1));
        }
        return new Footprint(heap, direct(instance), left);
    }

    private static long direct(Instance instance) {
        return instance.ask("VM.native_memory", "summary")
                .lines()
                .map(OTHER::matcher)
                .filter(matcher -> matcher.matches())
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)) * 1024)
                .sum();
    }

    long bytes() {
        return heapBytes + directBytes;
    }
}
