package dev.podium.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * How much is read of one socket. Stands in its pipeline below everything that would answer a frame (Vert.x does, when it is
 * a ping) or make a task of it, so that a flood costs no more than its decoding: each frame is counted, and beyond twice the
 * budget nothing is passed on or read any more. Nothing is read either as long as what was written waits for the network,
 * and what comes together with the request to upgrade waits until there is somebody to take it.
 *
 * <p>Confined to the socket's loop.
 */
final class FlowControl extends ChannelInboundHandlerAdapter {
    /** Who is told. */
    interface Listener {
        /** The budget is spent; frames are still taken. Once until it is kept again. */
        void beyondBudget();

        /** Twice the budget is spent: nothing more will come. Once. */
        void flooded();
    }

    private final LongSupplier clock;
    private final Budget budget;
    /** Frames from before anybody listened; null since. */
    private Queue<WebSocketFrame> early = new ArrayDeque<>();

    private ChannelHandlerContext layer;
    private Listener listener;
    private boolean beyond;
    private boolean flooded;
    private boolean held;

    /** @param clock on {@link System#nanoTime}'s scale */
    FlowControl(LongSupplier clock) {
        this.clock = clock;
        budget = new Budget(clock.getAsLong());
    }

    /** From now on frames are passed on, those first that have come already. */
    void listen(Listener told) {
        listener = told;
        if (flooded) told.flooded();
        else if (beyond) told.beyondBudget();
        var waited = early;
        early = null;
        waited.forEach(layer::fireChannelRead);
        if (!waited.isEmpty()) layer.fireChannelReadComplete();
    }

    /** Whether reading waits until less is to be written. */
    void hold(boolean wait) {
        held = wait;
        read();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        layer = context;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof WebSocketFrame frame)) context.fireChannelRead(message);
        else if (!takes(frame)) frame.release();
        else if (early == null) context.fireChannelRead(frame);
        else early.add(frame);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (early != null) early.forEach(WebSocketFrame::release);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        read();
        context.fireChannelWritabilityChanged();
    }

    private boolean takes(WebSocketFrame frame) {
        if (flooded) return false;
        switch (budget.spend(frame.content().readableBytes(), clock.getAsLong())) {
            case WITHIN -> beyond = false;
            case BEYOND -> {
                if (!beyond && listener != null) listener.beyondBudget();
                beyond = true;
            }
            case DOUBLE -> {
                flooded = true;
                read();
                if (listener != null) listener.flooded();
            }
        }
        return !flooded;
    }

    private void read() {
        var channel = layer.channel();
        channel.config().setAutoRead(!flooded && !held && channel.isWritable());
    }
}
