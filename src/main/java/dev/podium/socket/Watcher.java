package dev.podium.socket;

import dev.podium.room.Spectators;
import dev.podium.state.GameRow;
import dev.podium.step.Hand;
import dev.podium.wire.Audience;
import dev.podium.wire.HostMessage;
import dev.podium.wire.Wire;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A host's or a screen's socket, from its opening to the game it watches. */
final class Watcher implements Session {
    /** A host presses one button at a time; a page that sends more at once is told to wait. */
    private static final int COMMANDS_UNDER_WAY = 8;

    private final Spectators games;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Audience audience;
    private final BiConsumer<Watcher, HostMessage> taker;
    private UUID game;
    private Hand hand;
    private boolean closed;
    private int underWay;

    /** @param taker what is done with a message of a client */
    Watcher(Spectators games, Outbound outbound, Audience audience, BiConsumer<Watcher, HostMessage> taker) {
        this.games = games;
        this.outbound = outbound;
        this.inbound = new Inbound(outbound);
        this.audience = audience;
        this.taker = taker;
    }

    @Override
    public Outbound outbound() {
        return outbound;
    }

    @Override
    public Audience audience() {
        return audience;
    }

    @Override
    public void text(String frame) {
        inbound.read(frame, Wire::readHost).ifPresent(message -> taker.accept(this, message));
    }

    @Override
    public void binary() {
        inbound.binary();
    }

    @Override
    public synchronized void closed() {
        closed = true;
        if (game != null) games.unwatch(game, outbound);
    }

    /** The game it watches, or null as long as nothing is decided. */
    synchronized UUID game() {
        return game;
    }

    /** Claims room for one more command on its way; false when there are too many. */
    synchronized boolean begin() {
        if (underWay >= COMMANDS_UNDER_WAY) return false;
        underWay++;
        return true;
    }

    synchronized void end() {
        underWay--;
    }

    /** Whose it is; null for a screen's, and as long as nothing is decided. */
    synchronized Hand hand() {
        return hand;
    }

    /** As a screen does. */
    void watch(GameRow row) {
        watch(row, null);
    }

    synchronized void watch(GameRow row, Hand by) {
        if (closed) return;
        hand = by;
        game = row.id();
        games.watch(game, outbound, audience);
    }
}
