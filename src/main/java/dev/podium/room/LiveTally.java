package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.game.Question;
import dev.podium.loop.Loop;
import dev.podium.state.GameRow;
import dev.podium.tally.OpenCloud;
import dev.podium.wire.Audience;
import dev.podium.wire.Frame;
import dev.podium.wire.Tally;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How an unscored question stands while it is open, told to hosts and screens: read when its answers have been counted and are
 * more or fewer, so no more often than they are, one reading at a time, and with rests that grow with what a reading takes.
 * Confined to the room's loop.
 */
final class LiveTally {
    private static final int NONE = -1;
    /** A rest is so many times as long as the reading before it: however large the crowd, others have the most of a core. */
    private static final int REST = 4;

    private static final long LONGEST_REST_NS = TimeUnit.SECONDS.toNanos(2);

    private final RoomContext context;
    private final Loop loop;
    private final Watchers watchers;
    private final Supplier<Snapshot> shown;

    /** The state that the last frame belongs to, and how many had answered by then. */
    private long seq = NONE;

    private int answered = NONE;
    /** What all were told last, and of which question. */
    private String frame;

    private int framed = NONE;
    /** The words of the question as it is shown, where they make a cloud that has been read. */
    private OpenCloud cloud;

    private boolean reading;
    /** On {@link System#nanoTime}'s scale. */
    private long restsUntil = System.nanoTime();

    /** @param shown what the room shows, null before it is first read */
    LiveTally(RoomContext context, Loop loop, Watchers watchers, Supplier<Snapshot> shown) {
        this.context = context;
        this.loop = loop;
        this.watchers = watchers;
        this.shown = shown;
    }

    /** @param now how many have answered */
    void counted(int now) {
        var row = shown.get().row();
        if (reading || watchers.isEmpty() || !open(row) || seq == row.seq() && answered == now) return;
        long begun = System.nanoTime();
        if (begun - restsUntil < 0) return;
        reading = true;
        int question = row.game().question();
        boolean overForMost = row.game().overForMost(context.clock().now());
        read(row).onComplete(loop.on(result -> {
            reading = false;
            long ended = System.nanoTime();
            restsUntil = ended + Math.min(REST * (ended - begun), LONGEST_REST_NS);
            // The next count asks again.
            if (result.failed()) {
                context.reading().failed(result.cause());
                return;
            }
            if (shown.get().seq() != row.seq()) return;
            seq = row.seq();
            answered = now;
            context.tallying().record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            var read = Frame.tally(question, result.result());
            // Whoever answers when time is up for all others has more time: hosts alone are told.
            if (overForMost) {
                watchers.each(Audience::seesKeys, viewer -> viewer.tally(read));
            } else {
                frame = read;
                framed = question;
                watchers.each(viewer -> viewer.tally(read));
            }
        }));
    }

    private Future<Tally> read(GameRow row) {
        if (!(row.question().orElseThrow() instanceof Question.WordCloud question))
            return Tallies.read(context.pool(), row);
        if (cloud == null) cloud = new OpenCloud(row.id(), row.game().question(), question);
        return Tallies.read(context.pool(), row, cloud);
    }

    /** Another state is shown: players, or words, may have been taken out. */
    void moved() {
        cloud = null;
    }

    /** Tells whoever has just come, too. */
    void welcome(Viewer viewer) {
        var row = shown.get().row();
        if (open(row) && framed == row.game().question()) viewer.tally(frame);
    }

    private static boolean open(GameRow row) {
        return row.in(Phase.QUESTION)
                && row.question()
                        .filter(question -> question.answerable() && !question.graded())
                        .isPresent();
    }
}
