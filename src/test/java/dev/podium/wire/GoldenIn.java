package dev.podium.wire;

import dev.podium.game.Answer;
import dev.podium.game.Command;
import dev.podium.game.Key;
import dev.podium.game.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each golden message to the server means. */
final class GoldenIn {
    private final Map<String, Object> messages = new LinkedHashMap<>();

    private GoldenIn() {}

    static Map<String, Object> messages() {
        var all = new GoldenIn();
        all.play();
        all.host();
        return all.messages;
    }

    private void play() {
        messages.put("play.in.join", new PlayMessage.Join("123456", "Ada", Sample.KEY, null, 1));
        messages.put("play.in.join.team", new PlayMessage.Join("123456", "Zoë 🦊", Sample.KEY, "red", 1));
        messages.put("play.in.join.pasted", new PlayMessage.Join("123456", "Ada", Sample.KEY, null, 1));
        messages.put(
                "play.in.join.invite",
                new PlayMessage.Join("123456", "Ada", Sample.KEY, null, null, Sample.INVITE, null, 1));
        messages.put(
                "play.in.join.handover",
                new PlayMessage.Join("123456", "", Sample.KEY, null, null, null, Sample.CODE, 1));
        messages.put(
                "play.in.join.identity",
                new PlayMessage.Join("123456", "Ada", Sample.KEY, null, "s-1834", null, null, 1));
        messages.put("play.in.resume", new PlayMessage.Resume(Sample.TICKET, 7L, 1));
        messages.put("play.in.resume.first", new PlayMessage.Resume(Sample.TICKET, null, 1));
        Sample.ANSWERS.forEach(
                (kind, answer) -> messages.put("play.in.answer." + kind, answer(indexOf(kind), answer, 1834L)));
        messages.put("play.in.answer.untimed", answer(0, new Answer.Choices(List.of("nile0001")), null));
        messages.put("play.in.ping", new PlayMessage.Ping("12.5"));
        messages.put("play.in.leave", new PlayMessage.Leave());
    }

    private static int indexOf(String kind) {
        var index = Sample.KINDS.get(kind);
        return index != null ? index : Sample.LATER_KINDS.get(kind);
    }

    private void host() {
        command("advance", new Command.Advance(), 4L);
        command("onward", new Command.Onward(), 4L);
        command("close", new Command.Close(), 4L);
        command("pause", new Command.Pause(), 4L);
        command("continue", new Command.Continue(), 4L);
        command("extend", new Command.Extend(15_000), 4L);
        command("skip", new Command.Skip(), 4L);
        command("end", new Command.End(), 4L);
        command("lock", new Command.Lock(), null);
        command("unlock", new Command.Unlock(), null);
        command("kick", new Command.Kick(Sample.BOB), null);
        command("release", new Command.Release(Sample.BOB), null);
        command("admit", new Command.Admit(Sample.BOB), null);
        command("admit-all", new Command.AdmitAll(), null);
        command("extra", new Command.Extra(Sample.BOB, 50), null);
        command("draw", new Command.Draw(), null);
        command("hide", new Command.Hide(0, "Spring"), null);
        command("unhide", new Command.Unhide(0, "Spring"), null);
        command("regrade", regrade(0, new Key.Listed(List.of("nile0001", "volg0003"))), null);
        command("regrade.number", regrade(4, new Key.Near(8849, 0.5)), null);
        command("regrade.point", regrade(2, new Key.Within(new Region.Rectangle(0, 0.5, 1, 0.25))), null);
        command("regrade.accept", new Command.Regrade(3, false, null, List.of("Cuzco")), null);
        command("regrade.void", new Command.Regrade(0, true, null, List.of()), null);
        command("ungrade", new Command.Ungrade(0), null);
        command("restore", new Command.Restore(), null);
        command("back", new Command.Back(), null);
        messages.put("host.in.command.append", new HostMessage.Append(Sample.COMMAND_ID, Sample.QUIZ));
        messages.put("host.in.ping", new HostMessage.Ping("1834"));
    }

    private static Command regrade(int question, Key correct) {
        return new Command.Regrade(question, false, correct, List.of());
    }

    private void command(String name, Command command, Long seq) {
        messages.put("host.in.command." + name, new HostMessage.Command(Sample.COMMAND_ID, command, seq));
    }

    private static PlayMessage answer(long question, Answer answer, Long elapsedMs) {
        return new PlayMessage.Answer(Sample.ANSWER_ID, question, answer, elapsedMs);
    }
}
