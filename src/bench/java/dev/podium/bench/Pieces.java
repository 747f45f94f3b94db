package dev.podium.bench;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Puts together what a network has cut, and hands on what is whole. */
final class Pieces implements Handler<Buffer> {
    interface Taker {
        /**
         * Takes what is whole from there and gives its end; the same position when it is not complete.
         *
         * @param at when its bytes were read, on {@link System#nanoTime}'s scale
         */
        int take(byte[] bytes, int from, long at);
    }

    private final Taker taker;
    private byte[] rest;

    Pieces(Taker taker) {
        this.taker = taker;
    }

    @Override
    public void handle(Buffer buffer) {
        long at = System.nanoTime();
        var bytes = buffer.getBytes();
        if (rest != null) {
            var joined = Arrays.copyOf(rest, rest.length + bytes.length);
            System.arraycopy(bytes, 0, joined, rest.length, bytes.length);
            bytes = joined;
        }
        int used = 0;
        for (int next = taker.take(bytes, 0, at); next != used; next = taker.take(bytes, used, at)) used = next;
        rest = used == bytes.length ? null : used == 0 ? bytes : Arrays.copyOfRange(bytes, used, bytes.length);
    }
}
