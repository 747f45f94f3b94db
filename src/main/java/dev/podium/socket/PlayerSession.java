package dev.podium.socket;

import dev.podium.answer.Answers;
import dev.podium.database.DatabaseClock;
import dev.podium.loop.Trace;
import dev.podium.room.Entrance;
import dev.podium.room.PlayerSeat;
import dev.podium.seat.Misses;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.PlayMessage;
import dev.podium.wire.Wire;
import io.vertx.core.Future;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One player's socket or stream, on its way from nobody to a seat and then with it. */
final class PlayerSession implements Session {
    private static final Logger LOG = Logger.getLogger(PlayerSession.class);
    private static final int OLDEST_VERSION = 1;

    private final Entrance entrance;
    private final Answers answers;
    private final DatabaseClock clock;
    private final Misses misses;
    private final Outbound outbound;
    private final Inbound inbound;
    private final String address;
    private boolean entering;
    private boolean closed;
    private boolean left;
    private PlayerSeat seat;

    PlayerSession(
            Entrance entrance, Answers answers, DatabaseClock clock, Misses misses, Outbound outbound, String address) {
        this.entrance = entrance;
        this.answers = answers;
        this.clock = clock;
        this.misses = misses;
        this.outbound = outbound;
        this.inbound = new Inbound(outbound);
        this.address = address;
    }

    @Override
    public Outbound outbound() {
        return outbound;
    }

    @Override
    public Audience audience() {
        return Audience.PLAYER;
    }

    @Override
    public void text(String frame) {
        inbound.read(frame, Wire::readPlay).ifPresent(this::take);
    }

    @Override
    public void binary() {
        inbound.binary();
    }

    @Override
    public void closed() {
        var lost = close();
        if (lost != null) entrance.lost(lost);
    }

    void take(PlayMessage message) {
        switch (message) {
            case PlayMessage.Join join -> {
                if (claims(join.v())) enter(entrance.join(join, outbound));
            }
            case PlayMessage.Resume resume -> {
                if (claims(resume.v())) enter(entrance.resume(resume, outbound));
            }
            case PlayMessage.Answer answer -> {
                var taken = seat();
                if (taken == null || !taken.welcomed()) unexpected("Join or resume first.", answer.id());
                else answers.take(taken, answer);
            }
            case PlayMessage.Ping ping -> outbound.send(Frame.pong(ping.t(), clock.now()));
            case PlayMessage.Leave _ -> leave();
        }
    }

    /** Leaving again changes nothing, so that it costs nothing. */
    private void leave() {
        var taken = seat();
        if (taken == null || left) return;
        left = true;
        entrance.left(taken);
    }

    private boolean claims(int version) {
        outbound.liveness().entered();
        if (version < OLDEST_VERSION) {
            outbound.close(CloseCode.CLIENT_TOO_OLD);
            return false;
        }
        if (claim()) return true;
        unexpected("This socket has its seat.", null);
        return false;
    }

    private void enter(Future<Entrance.Entry> entry) {
        entry.onComplete(result -> {
            if (result.failed()) {
                LOG.errorf("A seat was not given: %s", Trace.of(result.cause()));
                entered(null);
                outbound.close(CloseCode.INTERNAL);
                return;
            }
            switch (result.result()) {
                case Entrance.Entry.Seated(PlayerSeat taken) -> {
                    outbound.mayAnswer(() -> answers.open(taken));
                    if (!entered(taken)) entrance.lost(taken);
                }
                case Entrance.Entry.Refused(ErrorCode code, String message) -> {
                    entered(null);
                    if (guessed(code) && !misses.allow(address)) outbound.close(CloseCode.TOO_MANY_TRIES);
                    else outbound.refuse(Frame.error(code, message, null));
                }
                case Entrance.Entry.NameTaken(Optional<String> free) -> {
                    entered(null);
                    outbound.refuse(Frame.nicknameTaken("Somebody has that name.", free.orElse(null)));
                }
                case Entrance.Entry.Full() -> {
                    entered(null);
                    outbound.send(Frame.error(ErrorCode.GAME_FULL, "The game has all the players it may have.", null));
                    outbound.close(CloseCode.LOCKED);
                }
                case Entrance.Entry.Closed(CloseCode code) -> {
                    entered(null);
                    outbound.close(missed(code) ? CloseCode.TOO_MANY_TRIES : code);
                }
            }
        });
    }

    private static boolean guessed(ErrorCode code) {
        return code == ErrorCode.INVITE_UNKNOWN || code == ErrorCode.HANDOVER_UNKNOWN;
    }

    private boolean missed(CloseCode code) {
        return code == CloseCode.NO_SUCH_GAME && !misses.allow(address);
    }

    private void unexpected(String message, String id) {
        outbound.send(Frame.error(ErrorCode.UNEXPECTED, message, id));
    }

    /** Claims the socket for one first frame at a time. */
    private synchronized boolean claim() {
        if (entering || seat != null) return false;
        entering = true;
        return true;
    }

    /** Ends the claim; false when the socket has gone meanwhile and the seat must be given back. */
    private synchronized boolean entered(PlayerSeat taken) {
        entering = false;
        seat = taken;
        return taken == null || !closed;
    }

    private synchronized PlayerSeat close() {
        closed = true;
        return seat;
    }

    /** The seat it has, or null. */
    synchronized PlayerSeat seat() {
        return seat;
    }
}
