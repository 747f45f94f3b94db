package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.wire.Frame;
import java.util.concurrent.TimeUnit;

/**
 * What the room has told about numbers, and when it is time to count and to tell again: who has answered, who has come. Confined to
 * the room's loop but where it says any thread.
 */
public final class Counts {
    private static final long LOBBY_PROGRESS_NS = TimeUnit.SECONDS.toNanos(2);

    private final Members members;
    private int shownAnswered;
    private int shownPlayers;
    /** On {@link System#nanoTime}'s scale. */
    private long lobbyProgressAt = System.nanoTime() - LOBBY_PROGRESS_NS;

    private volatile Count.Seated seated = new Count.Seated(0, 0, 0);
    private volatile boolean stirred;

    Counts(Members members) {
        this.members = members;
    }

    /** Answers or joins have come through this instance. Any thread. */
    void stir() {
        stirred = true;
    }

    /** Whether {@link #stir} was called since this was last asked. Any thread. */
    public boolean wasStirred() {
        if (!stirred) return false;
        stirred = false;
        return true;
    }

    /** Whether so many answers may be those of everybody: as many as players were there the last time they were counted. Any thread. */
    public boolean mayBeAll(int answered) {
        return answered >= seated.present();
    }

    /** Any thread. */
    void keep(Count count) {
        if (count.seats() != null) seated = count.seats();
    }

    /** How many have answered, as watchers were told last. */
    int answered() {
        return shownAnswered;
    }

    /** @param answered how many had when the question was read */
    void newQuestion(int answered) {
        shownAnswered = answered;
    }

    void show(Snapshot snapshot, Count count) {
        if (snapshot.row().in(Phase.QUESTION)) showAnswered(count.answered(), seated.players());
        if (snapshot.row().in(Phase.LOBBY) && count.seats() != null)
            showLobby(count.seats().players());
    }

    /** Whether somebody came or went since the snapshot's roster was read. Only a lobby shows it to those who do not watch. */
    boolean rosterChanged(Snapshot snapshot, Count count) {
        if (count.seats() == null || !snapshot.rosterChanged(count.seats())) return false;
        return snapshot.row().in(Phase.LOBBY) || !members.watchers.isEmpty();
    }

    void showRoster(Roster before, Snapshot now) {
        members.watchers.tell(audience -> {
            var known = before.seenBy(audience);
            var roster = now.roster().seenBy(audience);
            return Frame.roster(now.players(), roster.joinedSince(known), roster.leftSince(known));
        });
    }

    private void showAnswered(int answered, int players) {
        if (answered == shownAnswered && players == shownPlayers) return;
        shownAnswered = answered;
        shownPlayers = players;
        var frame = Frame.progress(shownAnswered, shownPlayers);
        members.watchers.each(viewer -> viewer.progress(frame));
    }

    private void showLobby(int players) {
        long now = System.nanoTime();
        if (players == shownPlayers || now - lobbyProgressAt < LOBBY_PROGRESS_NS) return;
        shownPlayers = players;
        lobbyProgressAt = now;
        var frame = Frame.progress(players);
        for (var seat : members.seats())
            if (!seat.row().waiting()) seat.viewer().progress(frame);
    }
}
