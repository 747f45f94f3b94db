package dev.podium.socket;

import dev.podium.answer.Answers;
import dev.podium.database.DatabaseClock;
import dev.podium.room.Entrance;
import dev.podium.room.PlayerSeat;
import dev.podium.seat.Misses;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.PlayMessage;
import dev.podium.wire.Wire;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The door for players: a join or a resume, then answers. */
@ApplicationScoped
class PlayerSocket {
    private static final int OLDEST_VERSION = 1;

    private final Entrance entrance;
    private final Answers answers;
    private final DatabaseClock clock;
    private final Misses misses;

    PlayerSocket(Entrance entrance, Answers answers, DatabaseClock clock, Misses misses) {
        this.entrance = entrance;
        this.answers = answers;
        this.clock = clock;
        this.misses = misses;
    }

    /** A socket has come in from an address. */
    Guest open(Outbound outbound, String address) {
        return new Session(outbound, address);
    }

    /** One socket on its way from nobody to a seat. */
    private final class Session implements Guest {
        final Outbound outbound;
        final Inbound inbound;
        final String address;
        boolean entering;
        boolean closed;
        PlayerSeat seat;

        Session(Outbound outbound, String address) {
            this.outbound = outbound;
            this.inbound = new Inbound(outbound);
            this.address = address;
        }

        @Override
        public void text(String frame) {
            inbound.read(frame, Wire::readPlay).ifPresent(message -> take(this, message));
        }

        @Override
        public void binary() {
            inbound.binary();
        }

        @Override
        public void closed() {
            var left = close();
            if (left != null) entrance.lost(left);
        }

        /** Claims the socket for one first frame at a time. */
        synchronized boolean enter() {
            if (entering || seat != null) return false;
            entering = true;
            return true;
        }

        /** Ends the claim; false when the socket has gone meanwhile and the seat must be given back. */
        synchronized boolean entered(PlayerSeat taken) {
            entering = false;
            seat = taken;
            return taken == null || !closed;
        }

        synchronized PlayerSeat close() {
            closed = true;
            return seat;
        }

        synchronized PlayerSeat seat() {
            return seat;
        }
    }

    private void take(Session session, PlayMessage message) {
        switch (message) {
            case PlayMessage.Join join
            when join.v() < OLDEST_VERSION -> session.outbound.close(CloseCode.CLIENT_TOO_OLD);
            case PlayMessage.Resume resume
            when resume.v() < OLDEST_VERSION -> session.outbound.close(CloseCode.CLIENT_TOO_OLD);
            case PlayMessage.Join join -> {
                if (claimed(session)) enter(session, entrance.join(join, session.outbound));
            }
            case PlayMessage.Resume resume -> {
                if (claimed(session)) enter(session, entrance.resume(resume, session.outbound));
            }
            case PlayMessage.Answer answer -> {
                var seat = session.seat();
                if (seat == null || !seat.welcomed()) unexpected(session, "Join or resume first.", answer.id());
                else answers.take(seat, answer);
            }
            case PlayMessage.Ping ping -> session.outbound.send(Frame.pong(ping.t(), clock.now()));
            case PlayMessage.Leave _ -> {
                var seat = session.seat();
                if (seat != null) entrance.left(seat);
            }
        }
    }

    private static boolean claimed(Session session) {
        if (session.enter()) return true;
        unexpected(session, "This socket has its seat.", null);
        return false;
    }

    private void enter(Session session, Future<Entrance.Entry> entry) {
        entry.onComplete(result -> {
            if (result.failed()) {
                session.entered(null);
                session.outbound.close(CloseCode.DRAINING);
                return;
            }
            switch (result.result()) {
                case Entrance.Entry.Seated(PlayerSeat seat) -> {
                    session.outbound.mayAnswer(() -> answers.open(seat));
                    if (!session.entered(seat)) entrance.lost(seat);
                }
                case Entrance.Entry.Refused(ErrorCode code, String message) -> {
                    session.entered(null);
                    session.outbound.send(Frame.error(code, message, null));
                }
                case Entrance.Entry.NameTaken(Optional<String> free) -> {
                    session.entered(null);
                    session.outbound.send(Frame.nicknameTaken("Somebody has that name.", free.orElse(null)));
                }
                case Entrance.Entry.Closed(CloseCode code) -> {
                    session.entered(null);
                    session.outbound.close(missed(session, code) ? CloseCode.TOO_MANY_TRIES : code);
                }
            }
        });
    }

    private boolean missed(Session session, CloseCode code) {
        return code == CloseCode.NO_SUCH_GAME && !misses.allow(session.address);
    }

    private static void unexpected(Session session, String message, String id) {
        session.outbound.send(Frame.error(ErrorCode.UNEXPECTED, message, id));
    }
}
