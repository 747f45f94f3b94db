package dev.podium.room;

import dev.podium.game.Phase;
import dev.podium.wire.Audience;
import dev.podium.wire.Frame;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the room has told about numbers, and when it is time to count and to tell again: who has answered, who has come. Confined to
 * the room's loop but where it says any thread.
 */
public final class Counts {
    private static final long LOBBY_PROGRESS_NS = TimeUnit.SECONDS.toNanos(2);

    private final Members members;
    /** Who came in time for all; of those with more time only those who steer are told. */
    private int shownInTime;

    private int shownAnswered;
    private int shownPlayers;
    /** How many steer, as they were told last; 0 before that is known. */
    private int hosts;

    private Set<Viewer> toldHosts = Set.of();
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

    /** How many have answered, as such watchers were told last. */
    int answered(Audience audience) {
        return audience.seesKeys() ? shownAnswered : shownInTime;
    }

    /** @param answered how many had when the question was read */
    void newQuestion(int answered) {
        shownAnswered = answered;
        shownInTime = answered;
    }

    void show(Snapshot snapshot, Count count) {
        if (snapshot.row().in(Phase.QUESTION)) showAnswered(count, seated.players());
        if (snapshot.row().in(Phase.LOBBY) && count.seats() != null)
            showLobby(count.seats().players());
    }

    /** Whether somebody came or went since the snapshot's roster was read. Only a lobby shows it to those who do not watch. */
    boolean rosterChanged(Snapshot snapshot, Count count) {
        if (count.seats() == null || !snapshot.rosterChanged(count.seats())) return false;
        return snapshot.row().in(Phase.LOBBY) || !members.watchers.isEmpty();
    }

    void showRoster(Snapshot before, Snapshot now) {
        members.watchers.tell(audience -> {
            var known = before.roster().seenBy(audience);
            var roster = now.roster().seenBy(audience);
            var joined = roster.joinedSince(known);
            var left = roster.leftSince(known);
            // What only those who steer are told is no news to others, not even that there is some.
            boolean nothing = joined.isEmpty() && left.isEmpty() && !audience.seesKeys();
            return nothing && now.players() == before.players() ? null : Frame.roster(now.players(), joined, left);
        });
    }

    private void showAnswered(Count count, int players) {
        boolean forHosts = count.answered() != shownAnswered || players != shownPlayers;
        boolean forAll = count.inTime() != shownInTime || players != shownPlayers;
        shownAnswered = count.answered();
        shownInTime = count.inTime();
        shownPlayers = players;
        if (forHosts) {
            tellHosts(players);
        }
        if (forAll) {
            var frame = Frame.progress(shownInTime, shownPlayers);
            members.watchers.each(audience -> !audience.seesKeys(), viewer -> viewer.progress(frame));
        }
    }

    /** Tells those who steer how many they are, where it has changed or somebody has just come. */
    void showHosts(Snapshot snapshot, int now) {
        var desks = members.watchers.desks();
        if (now == hosts && toldHosts.containsAll(desks)) return;
        hosts = now;
        toldHosts = desks;
        tellHosts(snapshot.row().in(Phase.QUESTION) ? shownPlayers : snapshot.players());
    }

    private void tellHosts(int players) {
        var frame = hosts == 0 ? Frame.progress(shownAnswered, players) : Frame.progress(shownAnswered, players, hosts);
        members.watchers.each(Audience::seesKeys, viewer -> viewer.progress(frame));
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
