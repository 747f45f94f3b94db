package dev.podium.socket;

import dev.podium.account.Hosts;
import dev.podium.database.DatabaseClock;
import dev.podium.room.Spectators;
import dev.podium.state.GameRow;
import dev.podium.step.Reply;
import dev.podium.step.Steps;
import dev.podium.wire.Audience;
import dev.podium.wire.CloseCode;
import dev.podium.wire.ErrorCode;
import dev.podium.wire.Frame;
import dev.podium.wire.HostMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The door for hosts: whose session cookie is that of the game's owner sees all of the game and steers it. */
@ApplicationScoped
class HostSocket {
    private final Hosts hosts;
    private final Spectators games;
    private final DatabaseClock clock;
    private final Steps steps;

    HostSocket(Hosts hosts, Spectators games, DatabaseClock clock, Steps steps) {
        this.hosts = hosts;
        this.games = games;
        this.clock = clock;
        this.steps = steps;
    }

    /** @param cookie the request's whole header, or null */
    Guest open(Outbound outbound, String gameId, String cookie) {
        var watcher = new Watcher(games, outbound, Audience.HOST, this::take);
        watcher.patiently(() -> hosts.byCookie(cookie)
                .chain(host -> host.isEmpty()
                        ? refuse(watcher, CloseCode.NOT_ALLOWED)
                        : find(gameId)
                                .invoke(row -> {
                                    boolean own = row.filter(r -> r.frozen()
                                                    .owner()
                                                    .equals(host.get().id()))
                                            .isPresent();
                                    if (own) watcher.watch(row.get());
                                    else watcher.outbound().close(CloseCode.NO_SUCH_GAME);
                                })
                                .replaceWithVoid()));
        return watcher;
    }

    private void take(Watcher watcher, HostMessage message) {
        switch (message) {
            case HostMessage.Ping(String t) -> watcher.outbound().send(Frame.pong(t, clock.now()));
            case HostMessage.Command command -> {
                var game = watcher.game();
                if (game == null || !watcher.begin()) {
                    watcher.outbound().send(Frame.error(ErrorCode.UNEXPECTED, "Wait for a reply.", command.id()));
                } else {
                    carryOut(watcher, game, command);
                }
            }
        }
    }

    /** Where it fails it is tried again with its id, as long as the host is there: done once, and not left without a reply. */
    private void carryOut(Watcher watcher, UUID game, HostMessage.Command command) {
        watcher.patiently(() -> Uni.createFrom()
                .completionStage(() -> steps.carryOut(game, command.id(), command.command(), command.seq())
                        .toCompletionStage())
                .invoke(reply -> {
                    watcher.end();
                    watcher.outbound().send(frame(command.id(), reply));
                })
                .replaceWithVoid());
    }

    private static String frame(String id, Reply reply) {
        return reply.done() ? Frame.done(id, reply.seq()) : Frame.refused(id, reply.reason(), reply.seq());
    }

    private Uni<Optional<GameRow>> find(String gameId) {
        UUID id;
        try {
            id = UUID.fromString(gameId);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom().completionStage(() -> games.find(id).toCompletionStage());
    }

    private static Uni<Void> refuse(Watcher watcher, CloseCode code) {
        watcher.outbound().close(code);
        return Uni.createFrom().voidItem();
    }
}
