package dev.podium.wire;

import java.util.List;
import java.util.UUID;

/** The server's messages, each as the text of one frame. Times are milliseconds of the database's clock. */
public final class Frame {
    private Frame() {}

    /** A player's first frame after a join or a resume. */
    public static String welcome(
            Seat seat, long heartbeatMs, long serverTime, long seq, Projection projection, PlayerPart own) {
        var json = message("welcome");
        json.name("player")
                .open()
                .field("id", seat.id().toString())
                .field("nickname", seat.nickname())
                .optional("team", seat.team())
                .close();
        json.field("ticket", seat.ticket())
                .field("heartbeatMs", heartbeatMs)
                .field("serverTime", serverTime)
                .field("seq", seq);
        return withState(withLook(json, projection), projection, own);
    }

    /** The first frame of a host or a screen. */
    public static String welcome(long heartbeatMs, long serverTime, long seq, Projection projection) {
        var json = JsonText.start()
                .open()
                .field("type", "welcome")
                .field("heartbeatMs", heartbeatMs)
                .field("serverTime", serverTime)
                .field("seq", seq);
        return withState(withLook(json, projection), projection, PlayerPart.NONE);
    }

    /**
     * The same in an open question, with what {@code progress} will tell from then on.
     *
     * @param answered how many of the players have
     */
    public static String welcome(
            long heartbeatMs, long serverTime, long seq, int answered, int players, Projection view) {
        var json = JsonText.start()
                .open()
                .field("type", "welcome")
                .field("heartbeatMs", heartbeatMs)
                .field("serverTime", serverTime)
                .field("seq", seq)
                .field("answered", answered)
                .field("players", players);
        return withState(withLook(json, view), view, PlayerPart.NONE);
    }

    /** One viewer's whole state. For hosts and screens the same text serves all of the audience. */
    public static String state(long seq, long serverTime, Projection projection, PlayerPart own) {
        var json =
                JsonText.start().open().field("type", "state").field("seq", seq).field("serverTime", serverTime);
        return withState(json, projection, own);
    }

    /** What became of an answer. */
    public static String ack(String id, long question, AnswerStatus status) {
        return acknowledged(id, question, status).close().toString();
    }

    /** {@code duplicate} of another answer: {@code stored}, as JSON text, is the one that counts. */
    public static String duplicate(String id, long question, String stored) {
        return acknowledged(id, question, AnswerStatus.DUPLICATE)
                .json("answer", stored)
                .close()
                .toString();
    }

    /** A command took effect; {@code seq} is the game's position after it. */
    public static String done(String id, long seq) {
        return command(id, "done").field("seq", seq).close().toString();
    }

    /** A command was refused; {@code seq} is the game's position. */
    public static String refused(String id, String reason, long seq) {
        return command(id, "refused")
                .field("reason", reason)
                .field("seq", seq)
                .close()
                .toString();
    }

    /** To players in the lobby: how many they are. */
    public static String progress(int players) {
        return message("progress").field("players", players).close().toString();
    }

    /** To hosts and screens in a question: how many of the players have answered. */
    public static String progress(int answered, int players) {
        return message("progress")
                .field("answered", answered)
                .field("players", players)
                .close()
                .toString();
    }

    /** To those who steer: the same, with how many they are. */
    public static String progress(int answered, int players, int hosts) {
        return message("progress")
                .field("answered", answered)
                .field("players", players)
                .field("hosts", hosts)
                .close()
                .toString();
    }

    /** To hosts and screens in an unscored question: how it is answered so far. */
    public static String tally(int question, Tally tally) {
        var json = message("tally").field("question", question).name("tally");
        TallyJson.write(tally, json);
        return json.close().toString();
    }

    /**
     * To those who steer: how each phone is doing.
     *
     * @param screens how many screens watch
     */
    public static String phones(List<Phone> phones, int screens) {
        var json = message("phones").field("screens", screens).name("phones").openArray();
        phones.forEach(phone -> phone.writeTo(json));
        return json.closeArray().close().toString();
    }

    /** To hosts and screens: everybody who plays, in the place of all they knew. */
    public static String roster(int players, List<RosterEntry> all) {
        var json = message("roster").field("players", players).field("full", true);
        joined(json, all);
        return json.name("left").openArray().closeArray().close().toString();
    }

    /** To hosts and screens: a change to the last roster they know. */
    public static String roster(int players, List<RosterEntry> joined, List<UUID> left) {
        var json = message("roster").field("players", players);
        joined(json, joined);
        json.name("left").openArray();
        left.forEach(id -> json.value(id.toString()));
        // Who knows nothing of seats that are kept for a return must not take them for taken.
        for (var entry : joined)
            if (entry.status() == RosterEntry.Status.LEFT) json.value(entry.id().toString());
        return json.closeArray().close().toString();
    }

    private static void joined(JsonText json, List<RosterEntry> entries) {
        json.name("joined").openArray();
        entries.forEach(entry -> entry.writeTo(json));
        json.closeArray();
    }

    /** The answer to a ping, whose {@code t} is JSON text. */
    public static String pong(String t, long serverTime) {
        return message("pong")
                .json("t", t)
                .field("serverTime", serverTime)
                .close()
                .toString();
    }

    /** A frame had no effect. {@code id} is the one it carried, or null. */
    public static String error(ErrorCode code, String message, String id) {
        return message("error")
                .field("code", code.wireName())
                .field("message", message)
                .optional("id", id)
                .close()
                .toString();
    }

    /** {@code nickname-taken}; {@code free} is one that is not, or null. */
    public static String nicknameTaken(String message, String free) {
        return message("error")
                .field("code", ErrorCode.NICKNAME_TAKEN.wireName())
                .field("message", message)
                .optional("suggestion", free)
                .close()
                .toString();
    }

    /** The answer to a frame that could not be read. */
    public static String error(Read.Wrong<?> wrong) {
        return error(wrong.code(), wrong.reason(), wrong.id());
    }

    /** Goes at once before the close. {@code reconnectInMs} is when to come back. */
    public static String bye(CloseCode code, long reconnectInMs) {
        return message("bye")
                .field("code", code.code())
                .field("reconnectInMs", reconnectInMs)
                .close()
                .toString();
    }

    private static JsonText message(String type) {
        return JsonText.start().open().field("type", type);
    }

    private static JsonText acknowledged(String id, long question, AnswerStatus status) {
        return message("ack").field("id", id).field("question", question).field("status", status.wireName());
    }

    private static JsonText command(String id, String status) {
        return message("ack").field("id", id).field("status", status);
    }

    private static JsonText withLook(JsonText welcome, Projection projection) {
        return projection.look() == null ? welcome : welcome.json("look", projection.look());
    }

    private static String withState(JsonText message, Projection projection, PlayerPart own) {
        return message.json("state", projection.head()) + own.json() + projection.tail() + "}";
    }
}
