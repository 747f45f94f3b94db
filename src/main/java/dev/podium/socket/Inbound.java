package dev.podium.socket;

import dev.podium.wire.CloseCode;
import dev.podium.wire.Frame;
import dev.podium.wire.Read;
import dev.podium.wire.Wire;
import java.util.Optional;
import java.util.function.Function;

/** What comes in through one socket: its size, its form, and how often it was wrong. Used by one frame at a time. */
final class Inbound {
    private static final int MALFORMED_ALLOWED = 9;

    private final Outbound outbound;
    private int malformed;

    Inbound(Outbound outbound) {
        this.outbound = outbound;
    }

    /** The message in a frame; empty when there is none, and the client has been told. */
    <M> Optional<M> read(String text, Function<String, Read<M>> reader) {
        if (Wire.isTooBig(text)) {
            outbound.close(CloseCode.TOO_BIG);
            return Optional.empty();
        }
        return switch (reader.apply(text)) {
            case Read.Ok<M>(M message) -> Optional.of(message);
            case Read.Unknown<M> unknown -> {
                outbound.send(Frame.error(unknown));
                yield Optional.empty();
            }
            case Read.Malformed<M> odd -> {
                malformed(odd);
                yield Optional.empty();
            }
        };
    }

    /** A binary frame is a malformed one. */
    void binary() {
        malformed(new Read.Malformed<>("not a text frame", null));
    }

    private void malformed(Read.Malformed<?> odd) {
        outbound.send(Frame.error(odd));
        if (++malformed > MALFORMED_ALLOWED) outbound.close(CloseCode.PROTOCOL);
    }
}
