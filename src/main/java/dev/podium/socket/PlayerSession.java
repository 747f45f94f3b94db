package dev.podium.socket;

import dev.podium.http.Unexpected;
import dev.podium.live.LiveGames;
import dev.podium.live.Misses;
import dev.podium.live.PlayerSeat;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.PlayMessage;
import dev.podium.wire.Wire;
import io.vertx.core.Future;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One player's socket, on its way from nobody to a seat and then with it. */
final class PlayerSession implements Session {
    private static final Logger LOG = Logger.getLogger(PlayerSession.class);
    private static final int OLDEST_VERSION = 1;

    private final LiveGames games;
    private final Misses misses;
    private final Outbound outbound;
    private final Inbound inbound;
    private final String address;
    private boolean entering;
    private boolean closed;
    private boolean left;
    private PlayerSeat seat;

    PlayerSession(LiveGames games, Misses misses, Outbound outbound, String address) {
        this.games = games;
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
        if (lost != null) games.lost(lost);
    }

    private void take(PlayMessage message) {
        switch (message) {
            case PlayMessage.Join join -> {
                if (claims(join.v())) enter(games.join(join, outbound));
            }
            case PlayMessage.Resume resume -> {
                if (claims(resume.v())) enter(games.resume(resume, outbound));
            }
            case PlayMessage.Answer answer -> {
                var taken = seat();
                if (taken == null || !taken.welcomed()) unexpected("Join or resume first.", answer.id());
                else games.answer(taken, answer);
            }
            case PlayMessage.Ping ping -> outbound.send(Frame.pong(ping.t(), games.now()));
            case PlayMessage.Leave _ -> leave();
        }
    }

    /** Leaving again changes nothing, so that it costs nothing. */
    private void leave() {
        var taken = seat();
        if (taken == null || left) return;
        left = true;
        games.left(taken);
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

    private void enter(Future<LiveGames.Entry> entry) {
        entry.onComplete(result -> {
            if (result.failed()) {
                LOG.errorf("A seat was not given: %s", Unexpected.traceWithoutMessages(result.cause()));
                entered(null);
                outbound.close(CloseCode.FAILED);
                return;
            }
            switch (result.result()) {
                case LiveGames.Entry.Seated(PlayerSeat taken) -> {
                    outbound.mayAnswer(() -> games.mayAnswer(taken));
                    if (!entered(taken)) games.lost(taken);
                }
                case LiveGames.Entry.Refused(ErrorCode code, String message) -> {
                    entered(null);
                    outbound.send(Frame.error(code, message, null));
                }
                case LiveGames.Entry.NameTaken(Optional<String> free) -> {
                    entered(null);
                    outbound.send(Frame.nicknameTaken("Somebody has that name.", free.orElse(null)));
                }
                case LiveGames.Entry.Closed(CloseCode code) -> {
                    entered(null);
                    outbound.close(missed(code) ? CloseCode.TOO_MANY_TRIES : code);
                }
            }
        });
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

    private synchronized PlayerSeat seat() {
        return seat;
    }
}
