package dev.podium.live;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A seat while a socket of this instance holds it. Its fields are written on the room's loop and read by any thread that
 * stamps an answer.
 */
public final class PlayerSeat {
    /** The first frame of a question may be written so long after the opening and still count as its start. */
    private static final long FRAME_CREDIT_MS = 1_000;

    /** A phone sends one answer and perhaps sends it again; who sends more at once gets no ack for them. */
    private static final int ANSWERS_UNDER_WAY = 16;

    final UUID game;
    final UUID player;
    final UUID holder;
    final Viewer viewer;

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile SeatRow row;
    private volatile int framedQuestion = -1;
    private volatile long framedAt;

    PlayerSeat(UUID game, UUID player, UUID holder, Viewer viewer) {
        this.game = game;
        this.player = player;
        this.holder = holder;
        this.viewer = viewer;
    }

    /** Whether the seat has been shown its first state, which it needs before it can answer. */
    public boolean welcomed() {
        return row != null;
    }

    /** Claims room for one more answer on its way; false when there are too many. */
    boolean begin() {
        if (underWay.incrementAndGet() <= ANSWERS_UNDER_WAY) return true;
        underWay.decrementAndGet();
        return false;
    }

    void end() {
        underWay.decrementAndGet();
    }

    SeatRow row() {
        return row;
    }

    void row(SeatRow next) {
        row = next;
    }

    /** Notes when the first frame of a question was written, in database time. */
    void framed(int question, long at) {
        if (framedQuestion == question) return;
        framedAt = at;
        framedQuestion = question;
    }

    /** Notes that this socket came in the middle of a question: its time runs from the opening. */
    void resumed(int question) {
        framedAt = 0;
        framedQuestion = question;
    }

    /** How long after this player could see a question that opened then the arrival is, in milliseconds. */
    long observedMs(int question, long opensAt, long arrivedAt) {
        long seenAt = framedQuestion == question ? framedAt : 0;
        return Math.max(0, arrivedAt - Math.clamp(seenAt, opensAt, opensAt + FRAME_CREDIT_MS));
    }

    /** The round trip that this player is credited with at most, in milliseconds. */
    long allowanceMs() {
        var measured = viewer.rttMs();
        if (measured != null) return measured;
        var kept = row.rttMs();
        return kept == null ? 0 : kept;
    }
}
