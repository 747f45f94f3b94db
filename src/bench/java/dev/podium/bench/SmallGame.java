package dev.podium.bench;

import dev.podium.client.HostDesk;
import dev.podium.client.Names;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One of many games: a host who steps it on, and the moment when the last of its few players has seen the step. All of it
 * happens on the driver's loop.
 */
final class SmallGame {
    /** Told of what the many games wait for. */
    interface Owner {
        void entered();

        /** @param ns from the command to the last player's new state, in nanoseconds */
        void stepped(SmallGame game, long ns);

        void refused(SmallGame game);

        void failed(String why);
    }

    private final Owner owner;
    private final String pin;
    private final Names names;
    private final Seat[] seats;
    private LeanSocket host;
    private long seq;
    private String phase = "";
    private long commandedAt;
    private long expected = Long.MAX_VALUE;
    private int missing;

    SmallGame(Owner owner, HostDesk.Opened game, int players) {
        this.owner = owner;
        this.pin = game.pin();
        this.names = new Names(pin.hashCode());
        this.seats = new Seat[players];
    }

    void dial(NetClient client, String address, int port, String id, String cookie, LeanSocket.Traffic traffic) {
        var to = SocketAddress.inetSocketAddress(port, address);
        host = LeanSocket.dial(client, to, "/ws/host/" + id, cookie, new HostEar(), traffic);
        for (int i = 0; i < seats.length; i++) {
            seats[i] = new Seat(new Applicant(pin, names.of(i)));
            seats[i].socket = LeanSocket.dial(client, to, "/ws/play", null, seats[i], traffic);
        }
    }

    boolean idle() {
        return expected == Long.MAX_VALUE;
    }

    /** Takes the game one step on, whatever comes next. */
    void step() {
        missing = seats.length;
        expected = seq + 1;
        commandedAt = System.nanoTime();
        var what = phase.equals("ready") || phase.equals("question") ? "skip" : "advance";
        host.send("{\"type\":\"command\",\"id\":\"" + UUID.randomUUID() + "\",\"do\":\"" + what + "\",\"seq\":" + seq
                + "}");
    }

    void close() {
        host.cut();
        for (var seat : seats) seat.socket.cut();
    }

    private void arrived(Seat seat, long shown, long at) {
        if (shown < expected || seat.shown >= expected) {
            seat.shown = Math.max(seat.shown, shown);
            return;
        }
        seat.shown = shown;
        if (--missing > 0) return;
        expected = Long.MAX_VALUE;
        owner.stepped(this, at - commandedAt);
    }

    private final class HostEar implements LeanSocket.Ear {
        @Override
        public void opened() {}

        @Override
        public void text(byte[] bytes, int from, int to, long at) {
            boolean welcome = Scan.is(bytes, from, to, Scan.TYPE, "welcome");
            if (welcome || Scan.is(bytes, from, to, Scan.TYPE, "state")) {
                seq = Scan.number(bytes, from, to, Scan.SEQ);
                phase = Scan.text(bytes, from, to, Scan.PHASE);
                if (welcome) owner.entered();
            } else if (Scan.is(bytes, from, to, Scan.STATUS, "refused")) {
                // A clock was faster: the step is not the one that was asked for.
                expected = Long.MAX_VALUE;
                owner.refused(SmallGame.this);
            }
        }

        @Override
        public void lost(String why) {
            owner.failed("a host's connection was " + why);
        }
    }

    private final class Seat implements LeanSocket.Ear {
        private final Applicant applicant;
        private LeanSocket socket;
        private long shown = -1;

        Seat(Applicant applicant) {
            this.applicant = applicant;
        }

        @Override
        public void opened() {
            socket.send(applicant.join());
        }

        @Override
        public void text(byte[] bytes, int from, int to, long at) {
            if (Scan.is(bytes, from, to, Scan.TYPE, "welcome")) owner.entered();
            else if (Scan.is(bytes, from, to, Scan.TYPE, "error") && applicant.renamed(bytes, from, to))
                socket.send(applicant.join());
            else if (Scan.is(bytes, from, to, Scan.TYPE, "error"))
                owner.failed("a player got " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
            else if (Scan.is(bytes, from, to, Scan.TYPE, "state"))
                arrived(this, Scan.number(bytes, from, to, Scan.SEQ), at);
        }

        @Override
        public void lost(String why) {
            owner.failed("a player's connection was " + why);
        }
    }
}
