package dev.podium.wire;

import dev.podium.game.Command;
import dev.podium.game.Key;
import dev.podium.wire.Fields.OddField;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Reads what clients send. No input makes it throw, and none makes it allocate more than a small multiple of its own
 * length. Fields it does not know are ignored.
 */
public final class Wire {
    /** The most bytes a client's frame may have. Checked by the socket, with {@link #isTooBig}, before it reads. */
    public static final int MAX_CLIENT_BYTES = UntrustedJson.MAX_BYTES;

    /** The version of the contract. */
    public static final int VERSION = 1;

    private static final int MAX_BYTES_A_CHAR = 3;
    // Long enough to recognise what was sent, too short to be a way to send things through us.
    private static final int MAX_ECHO = 40;

    private Wire() {}

    /** Whether a frame has more than {@link #MAX_CLIENT_BYTES} in UTF-8. */
    public static boolean isTooBig(String text) {
        return text.length() > MAX_CLIENT_BYTES / MAX_BYTES_A_CHAR
                && text.getBytes(StandardCharsets.UTF_8).length > MAX_CLIENT_BYTES;
    }

    /** Reads a player's frame. */
    public static Read<PlayMessage> readPlay(String text) {
        return read(text, Wire::play);
    }

    /** Reads what a player's client sends as a request of its own; a frame that is wrong in it is told apart from what carries it. */
    public static Read<Carried> readCarried(String text) {
        return read(text, Wire::carried);
    }

    /** Reads the link that a screen's request carries. */
    public static Read<String> readScreen(String text) {
        return read(text, fields -> new Read.Ok<>(fields.ticket("token")));
    }

    /** Reads a host's frame. */
    public static Read<HostMessage> readHost(String text) {
        return read(text, Wire::host);
    }

    private static Read<Carried> carried(Fields fields) throws OddField {
        var frame = fields.node("frame");
        if (!frame.isObject()) throw fields.odd("frame");
        return new Read.Ok<>(
                new Carried(fields.ticket("ticket"), fields.countOrNull("n"), read(new Fields(frame), Wire::play)));
    }

    private static <M> Read<M> read(String text, Reader<M> reader) {
        var frame = UntrustedJson.read(text).orElse(null);
        if (frame == null || !frame.isObject()) {
            return new Read.Malformed<>("not a JSON object", null);
        }
        return read(new Fields(frame), reader);
    }

    private static <M> Read<M> read(Fields fields, Reader<M> reader) {
        try {
            return reader.read(fields);
        } catch (OddField e) {
            return new Read.Malformed<>(e.getMessage(), fields.idOrNull());
        }
    }

    private static Read<PlayMessage> play(Fields fields) throws OddField {
        var type = fields.text("type");
        return switch (type) {
            case "join" ->
                new Read.Ok<>(new PlayMessage.Join(
                        Pin.normalise(fields.text("pin")),
                        fields.text("nickname"),
                        fields.id("key"),
                        fields.textOrNull("team"),
                        fields.isAbsent("identity") ? null : storable(fields, "identity"),
                        fields.ticketOrNull("invite"),
                        fields.ticketOrNull("handover"),
                        version(fields)));
            case "resume" ->
                new Read.Ok<>(
                        new PlayMessage.Resume(fields.ticket("ticket"), fields.countOrNull("n"), version(fields)));
            case "answer" ->
                new Read.Ok<>(new PlayMessage.Answer(
                        fields.id("id"),
                        fields.whole("question"),
                        AnswerJson.orNull(fields.node("answer")),
                        fields.durationOrNull("elapsedMs")));
            case "ping" -> new Read.Ok<>(new PlayMessage.Ping(fields.number("t")));
            case "leave" -> new Read.Ok<>(new PlayMessage.Leave());
            default -> unknown(ErrorCode.UNKNOWN_TYPE, type, fields);
        };
    }

    private static Read<HostMessage> host(Fields fields) throws OddField {
        var type = fields.text("type");
        return switch (type) {
            case "command" -> command(fields);
            case "ping" -> new Read.Ok<>(new HostMessage.Ping(fields.number("t")));
            default -> unknown(ErrorCode.UNKNOWN_TYPE, type, fields);
        };
    }

    private static Read<HostMessage> command(Fields fields) throws OddField {
        var id = fields.id("id");
        var name = fields.text("do");
        if (name.equals("append")) {
            return new Read.Ok<>(new HostMessage.Append(id, uuid(fields, "quizId")));
        }
        var command = switch (name) {
            case "advance" -> new Command.Advance();
            case "onward" -> new Command.Onward();
            case "close" -> new Command.Close();
            case "pause" -> new Command.Pause();
            case "continue" -> new Command.Continue();
            case "extend" -> new Command.Extend(fields.whole("ms"));
            case "skip" -> new Command.Skip();
            case "end" -> new Command.End();
            case "lock" -> new Command.Lock();
            case "unlock" -> new Command.Unlock();
            case "kick" -> new Command.Kick(uuid(fields, "player"));
            case "release" -> new Command.Release(uuid(fields, "player"));
            case "admit" -> new Command.Admit(uuid(fields, "player"));
            case "admit-all" -> new Command.AdmitAll();
            case "draw" -> new Command.Draw();
            case "extra" -> new Command.Extra(uuid(fields, "player"), fields.whole("percent"));
            case "hide" -> new Command.Hide(fields.whole("question"), storable(fields, "text"));
            case "unhide" -> new Command.Unhide(fields.whole("question"), storable(fields, "text"));
            case "regrade" -> regrade(fields);
            case "ungrade" -> new Command.Ungrade(fields.whole("question"));
            case "restore" -> new Command.Restore();
            case "back" -> new Command.Back();
            default -> null;
        };
        if (command == null) {
            return unknown(ErrorCode.UNKNOWN_COMMAND, name, fields);
        }
        // A position that is ignored anyway must not spoil the command.
        var seq = command.checksSeq() ? fields.countOrNull("seq") : null;
        return new Read.Ok<>(new HostMessage.Command(id, command, seq));
    }

    private static Command regrade(Fields fields) throws OddField {
        Key correct = null;
        if (!fields.isAbsent("correct")) {
            correct = KeyJson.read(fields.node("correct")).orElseThrow(() -> fields.odd("correct"));
        }
        return new Command.Regrade(
                fields.whole("question"), fields.flag("void"), correct, fields.textsOrNone("accept"));
    }

    private static String storable(Fields fields, String field) throws OddField {
        var text = fields.text(field);
        if (!Fields.isStorable(text)) {
            throw fields.odd(field);
        }
        return text;
    }

    private static UUID uuid(Fields fields, String field) throws OddField {
        try {
            return UUID.fromString(fields.id(field));
        } catch (IllegalArgumentException e) {
            throw fields.odd(field);
        }
    }

    private static int version(Fields fields) throws OddField {
        var version = fields.countOrNull("v");
        return version == null ? VERSION : (int) Math.min(version, Integer.MAX_VALUE);
    }

    private static <M> Read<M> unknown(ErrorCode code, String name, Fields fields) {
        var what = code == ErrorCode.UNKNOWN_TYPE ? "type" : "command";
        var echo = name.length() > MAX_ECHO ? name.substring(0, MAX_ECHO) + "…" : name;
        return new Read.Unknown<>(code, "unknown " + what + " \"" + echo + "\"", fields.idOrNull());
    }

    private interface Reader<M> {
        Read<M> read(Fields fields) throws OddField;
    }
}
