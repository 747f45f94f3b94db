package dev.podium.room;

import dev.podium.seat.SeatRow;
import dev.podium.wire.CloseCode;
import java.util.Map;
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

    private final UUID game;
    private final UUID player;
    private final UUID holder;
    private final boolean fresh;
    private final Viewer viewer;

    /** What is known of a seat that is in no room. */
    private final int awayExtra;

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile SeatRow row;
    private volatile int framedQuestion = -1;
    private volatile long framedAt;

    /** @param fresh whether it was taken now, and not only resumed: then its player sees the game for the first time */
    PlayerSeat(UUID game, UUID player, UUID holder, boolean fresh, Viewer viewer) {
        this(game, player, holder, fresh, viewer, 0);
    }

    private PlayerSeat(UUID game, UUID player, UUID holder, boolean fresh, Viewer viewer, int awayExtra) {
        this.game = game;
        this.player = player;
        this.holder = holder;
        this.fresh = fresh;
        this.viewer = viewer;
        this.awayExtra = awayExtra;
    }

    /**
     * A seat as a request of its own acts for it: it is in no room, and is told only through the viewer.
     *
     * @param extra percent of more time
     */
    public static PlayerSeat away(UUID game, UUID player, UUID holder, int extra, Viewer viewer) {
        return new PlayerSeat(game, player, holder, false, viewer, extra);
    }

    public UUID game() {
        return game;
    }

    public UUID player() {
        return player;
    }

    /** Which socket holds the seat: one drawn for each. */
    public UUID holder() {
        return holder;
    }

    public Viewer viewer() {
        return viewer;
    }

    /** Whether the seat has been shown its first state, which it needs before it can answer. */
    public boolean welcomed() {
        return row != null;
    }

    /** Claims room for one more answer on its way; false when there are too many. */
    public boolean begin() {
        if (underWay.incrementAndGet() <= ANSWERS_UNDER_WAY) return true;
        underWay.decrementAndGet();
        return false;
    }

    public void end() {
        underWay.decrementAndGet();
    }

    public SeatRow row() {
        return row;
    }

    public void row(SeatRow next) {
        row = next;
    }

    /** Notes when the first frame of a question was written, in database time. */
    void framed(int question, long at) {
        if (framedQuestion == question) return;
        framedAt = at;
        framedQuestion = question;
    }

    /**
     * Notes that this socket came in the middle of a question: the time of a player who has just joined runs from the welcome,
     * that of one who comes back from the opening.
     */
    void cameIn(int question, long at) {
        framedAt = fresh ? at : 0;
        framedQuestion = question;
    }

    /**
     * Takes over what a newer version of the game has of this seat. An answer that was stored after it was read is not forgotten.
     *
     * @param rows by player, or null when nothing of the seats has changed
     */
    void follow(Map<UUID, SeatRow> rows, boolean newQuestion) {
        if (rows == null) {
            if (newQuestion) row = row.withoutAnswer();
            return;
        }
        var next = rows.getOrDefault(player, row);
        boolean newer = newQuestion || next.answer() != null || row.answer() == null;
        row = newer ? next : next.withAnswer(row.answer());
    }

    /** Why this socket has no place at the seat, or null. */
    CloseCode closes() {
        if (row.removed()) return CloseCode.REMOVED;
        return holder.equals(row.holder()) ? null : CloseCode.OPENED_ELSEWHERE;
    }

    /** The percent of more time this player has, as far as it is known here. */
    public int extra() {
        return row == null ? awayExtra : row.extra();
    }

    /** How long after this player could see a question that opened then the arrival is, in milliseconds. */
    public long observedMs(int question, long opensAt, long arrivedAt) {
        long seenAt = framedQuestion == question ? framedAt : 0;
        return Math.max(0, arrivedAt - Math.clamp(seenAt, opensAt, opensAt + FRAME_CREDIT_MS));
    }

    /** The round trip that this player is credited with at most, in milliseconds. */
    public long allowanceMs() {
        var measured = viewer.rttMs();
        if (measured != null) return measured;
        var kept = row.rttMs();
        return kept == null ? 0 : kept;
    }
}
