package dev.podium.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Writes text frames to one socket, past the layers that would encode the same text again for every phone of a hall: a text
 * that is written to a second socket is encoded for the last time then, and its bytes are shared. Any thread.
 */
final class FrameWriter {
    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT = 125;
    private static final int MEDIUM = 0xffff;
    private static final int LONGEST_HEADER = 10;

    /** @param frame its bytes, which nobody releases; null as long as it is written for the first time */
    private record Shared(String text, ByteBuf frame) {}

    private static volatile Shared last = new Shared("", null);

    private final ChannelHandlerContext channel;

    /** @param channel the outermost layer that bytes have to pass */
    FrameWriter(ChannelHandlerContext channel) {
        this.channel = channel;
    }

    /** Whether the network takes more; pongs, which Vert.x writes, wait for it as well. */
    boolean isWritable() {
        return channel.channel().isWritable();
    }

    /** Ends the connection at once, with all that waits for the network. */
    void abort() {
        channel.close();
    }

    /** @param written runs on the socket's loop when the network has taken it, or never will */
    void write(String text, Runnable written) {
        if (channel.executor().inEventLoop()) writeHere(text, written);
        else channel.executor().execute(() -> writeHere(text, written));
    }

    private void writeHere(String text, Runnable written) {
        channel.writeAndFlush(frame(text)).addListener(done -> written.run());
    }

    private ByteBuf frame(String text) {
        var known = last;
        // The same object, not only an equal one: comparing must cost nothing where every text is another.
        if (known.text != text) {
            last = new Shared(text, null);
            return encoded(text, channel.alloc()::ioBuffer);
        }
        var frame = known.frame;
        if (frame == null) {
            // Memory that the collector frees once no socket has it any more.
            frame = Unpooled.unreleasableBuffer(encoded(
                    text,
                    size -> Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(size))
                            .clear()));
            last = new Shared(text, frame);
        }
        return frame.duplicate();
    }

    private static ByteBuf encoded(String text, IntFunction<ByteBuf> memory) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        var frame = memory.apply(LONGEST_HEADER + length).writeByte(FINAL_TEXT);
        if (length <= SHORT) {
            frame.writeByte(length);
        } else if (length <= MEDIUM) {
            frame.writeByte(SHORT + 1).writeShort(length);
        } else {
            frame.writeByte(SHORT + 2).writeLong(length);
        }
        return frame.writeBytes(bytes);
    }
}
