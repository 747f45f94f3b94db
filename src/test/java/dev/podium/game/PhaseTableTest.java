package dev.podium.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every phase does with every command: {@code +event} or the reason why not. */
class PhaseTableTest {
    private static final UUID ADA = new UUID(0, 1);

    private static final String TABLE = """
            .              lobby         ready         ready-paused  question      closing       question-paused slide         slide-paused  reveal        standings     last-standings last-slide    finished   round-standings break         break-paused
            advance        +readied      clock         paused        +closing      phase         paused          +readied      paused        +ranked       +readied      +finished      +finished     finished   +recessed       +readied      paused
            onward         +readied      clock         paused        +closing      phase         paused          +readied      paused        +readied      +readied      +finished      +finished     finished   +recessed       +readied      paused
            close          phase         phase         phase         +closing      phase         paused          phase         phase         phase         phase         phase          phase         finished   phase           phase         phase
            pause          phase         +paused       paused        +paused       phase         paused          +paused       paused        phase         phase         phase          +paused       finished   phase           +paused       paused
            continue       phase         not-paused    +continued    not-paused    not-paused    +continued      not-paused    +continued    phase         phase         phase          not-paused    finished   phase           not-paused    +resumed
            extend         phase         phase         phase         +extended     +extended     +extended       phase         phase         phase         phase         phase          phase         finished   phase           +retimed      +retimed
            extend-999     phase         phase         phase         invalid       invalid       invalid         phase         phase         phase         phase         phase          phase         finished   phase           +retimed      +retimed
            extend-300001  phase         phase         phase         invalid       invalid       invalid         phase         phase         phase         phase         phase          phase         finished   phase           +retimed      +retimed
            skip           phase         +skipped      +skipped      +skipped      +skipped      +skipped        phase         phase         phase         phase         phase          phase         finished   phase           phase         phase
            end            +finished     +finished     +finished     +finished     +finished     +finished       +finished     +finished     +finished     +finished     +finished      +finished     finished   +finished       +finished     +finished
            lock           +locked       +locked       +locked       +locked       +locked       +locked         +locked       +locked       +locked       +locked       +locked        +locked       finished   +locked         +locked       +locked
            unlock         phase         phase         phase         phase         phase         phase           phase         phase         phase         phase         phase          phase         finished   phase           phase         phase
            kick           +kicked       +kicked       +kicked       +kicked       +kicked       +kicked         +kicked       +kicked       +kicked       +kicked       +kicked        +kicked       finished   +kicked         +kicked       +kicked
            kick-nobody    invalid       invalid       invalid       invalid       invalid       invalid         invalid       invalid       invalid       invalid       invalid        invalid       finished   invalid         invalid       invalid
            release        +released     +released     +released     +released     +released     +released       +released     +released     +released     +released     +released      +released     finished   +released       +released     +released
            release-nobody invalid       invalid       invalid       invalid       invalid       invalid         invalid       invalid       invalid       invalid       invalid        invalid       finished   invalid         invalid       invalid
            admit          +admitted     +admitted     +admitted     +admitted     +admitted     +admitted       +admitted     +admitted     +admitted     +admitted     +admitted      +admitted     finished   +admitted       +admitted     +admitted
            admit-nobody   invalid       invalid       invalid       invalid       invalid       invalid         invalid       invalid       invalid       invalid       invalid        invalid       finished   invalid         invalid       invalid
            admit-all      +admitted-all +admitted-all +admitted-all +admitted-all +admitted-all +admitted-all   +admitted-all +admitted-all +admitted-all +admitted-all +admitted-all  +admitted-all finished   +admitted-all   +admitted-all +admitted-all
            extra          +granted      +granted      +granted      +granted      +granted      +granted      +granted      +granted      +granted      +granted      +granted      +granted      finished      +granted      +granted      +granted
            extra-nobody   invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       finished      invalid       invalid       invalid
            extra-33       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       invalid       finished      invalid       invalid       invalid
            draw           phase         phase         phase         phase         phase         phase         phase         phase         phase         phase         phase         phase         finished      phase         phase         phase
            hide           invalid       +hidden       +hidden       +hidden       +hidden       +hidden         invalid       invalid       +hidden       +hidden       invalid        invalid       finished   +hidden         +hidden       +hidden
            unhide         invalid       +unhidden     +unhidden     +unhidden     +unhidden     +unhidden       invalid       invalid       +unhidden     +unhidden     invalid        invalid       finished   +unhidden       +unhidden     +unhidden
            regrade        phase         phase         phase         phase         phase         phase           invalid       invalid       +regraded     +regraded     +regraded      invalid       phase      +regraded       +regraded     +regraded
            ungrade        phase         phase         phase         phase         phase         phase           invalid       invalid       phase         phase         phase          invalid       phase      phase           phase         phase
            restore        phase         phase         phase         phase         phase         phase           phase         phase         phase         phase         phase          phase         +restored  phase           phase         phase
            back           phase         phase         phase         phase         phase         phase           phase         phase         phase         +returned     +returned      phase         finished   +returned       phase         phase
            tick           early         early         early         early         early         early           early         early         early         early         early          early         finished   early           early         early
            all-answered   phase         phase         phase         +closed       +closed       paused          phase         phase         phase         phase         phase          phase         finished   phase           phase         phase
            hosts-gone     +finished     +finished     +finished     +finished     +finished     +finished       +finished     +finished     +finished     +finished     +finished      +finished     finished   +finished       +finished     +finished
            outage         phase         +shifted      paused        +shifted      +shifted      paused          +shifted      paused        phase         phase         phase          +shifted      finished   phase           phase         phase
            outage-none    phase         invalid       paused        invalid       invalid       paused          invalid       paused        phase         phase         phase          invalid       finished   phase           phase         phase
            extend-less    phase         phase         phase         invalid       invalid       invalid         phase         phase         phase         phase         phase          phase         finished   phase           +retimed      +retimed
            extend-hour    phase         phase         phase         invalid       invalid       invalid         phase         phase         phase         phase         phase          phase         finished   phase           invalid       invalid
            append         +appended     +appended     +appended     +appended     +appended     +appended       +appended     +appended     +appended     +appended     +appended      +appended     +appended  +appended       +appended     +appended
            append-nothing unplayable    unplayable    unplayable    unplayable    unplayable    unplayable      unplayable    unplayable    unplayable    unplayable    unplayable     unplayable    unplayable unplayable      unplayable    unplayable
            """;

    private static final Round ROUND = new Round(null, "More", 1);
    private static final Command MORE = new Command.Append(ROUND, List.of(Examples.choice(1, 3)));

    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("advance", new Command.Advance()),
            Map.entry("onward", new Command.Onward()),
            Map.entry("close", new Command.Close()),
            Map.entry("pause", new Command.Pause()),
            Map.entry("continue", new Command.Continue()),
            Map.entry("extend", new Command.Extend(10_000)),
            Map.entry("extend-999", new Command.Extend(999)),
            Map.entry("extend-300001", new Command.Extend(300_001)),
            Map.entry("skip", new Command.Skip()),
            Map.entry("end", new Command.End()),
            Map.entry("lock", new Command.Lock()),
            Map.entry("unlock", new Command.Unlock()),
            Map.entry("kick", new Command.Kick(ADA)),
            Map.entry("kick-nobody", new Command.Kick(null)),
            Map.entry("release", new Command.Release(ADA)),
            Map.entry("release-nobody", new Command.Release(null)),
            Map.entry("admit", new Command.Admit(ADA)),
            Map.entry("admit-nobody", new Command.Admit(null)),
            Map.entry("admit-all", new Command.AdmitAll()),
            Map.entry("extra", new Command.Extra(ADA, 50)),
            Map.entry("extra-nobody", new Command.Extra(null, 50)),
            Map.entry("extra-33", new Command.Extra(ADA, 33)),
            Map.entry("draw", new Command.Draw()),
            Map.entry("hide", new Command.Hide(0, "mud")),
            Map.entry("unhide", new Command.Unhide(0, "mud")),
            Map.entry("regrade", new Command.Regrade(0, true, null, List.of())),
            Map.entry("ungrade", new Command.Ungrade(0)),
            Map.entry("extend-less", new Command.Extend(-10_000)),
            Map.entry("extend-hour", new Command.Extend(3_600_001)),
            Map.entry("append", MORE),
            Map.entry("append-nothing", new Command.Append(null, List.of())),
            Map.entry("restore", new Command.Restore()),
            Map.entry("back", new Command.Back()),
            Map.entry("tick", new Command.Tick()),
            Map.entry("all-answered", new Command.AllAnswered()),
            Map.entry("hosts-gone", new Command.HostsGone()),
            Map.entry("outage", new Command.Outage(4_000)),
            Map.entry("outage-none", new Command.Outage(0)));

    /** The moment of every command. In "closing" the question has run out, and its last answers are waited for. */
    private static final long NOW = 10_000;

    private static Plan plan(String column) {
        return switch (column) {
            case "slide", "slide-paused" -> Examples.plan(Settings.DEFAULT, Examples.slide(), Examples.choice(1, 3));
            case "last-slide" -> Examples.plan(Settings.DEFAULT, Examples.slide());
            case "last-standings" -> Examples.plan(Settings.DEFAULT, Examples.choice(1, 3));
            case "round-standings" -> rounds(Settings.DEFAULT);
            case "break", "break-paused" -> rounds(Examples.EVENING);
            default -> Examples.plan(Settings.DEFAULT, Examples.text("Rome"), Examples.choice(1, 3));
        };
    }

    /** Of two rounds, one question each. */
    private static Plan rounds(Settings settings) {
        return Examples.plan(settings, Examples.text("Rome")).append(ROUND, List.of(Examples.choice(1, 3)));
    }

    private static Game game(String column, Plan plan) {
        var lobby = Game.opened(0);
        var ready = Examples.play(plan, lobby, 1_000, new Command.Advance());
        return switch (column) {
            case "lobby" -> lobby;
            case "ready" -> Examples.play(plan, lobby, 8_000, new Command.Advance());
            case "ready-paused" -> Examples.play(plan, ready, 3_000, new Command.Pause());
            case "question", "slide", "last-slide" -> open(plan, ready);
            case "closing" -> Examples.play(plan, open(plan, ready), 9_900, new Command.Close());
            case "question-paused", "slide-paused" ->
                Examples.play(plan, open(plan, ready), 9_000, new Command.Pause());
            case "reveal" -> reveal(plan, ready);
            case "break" -> recess(plan, ready);
            case "break-paused" -> Examples.play(plan, recess(plan, ready), 9_800, new Command.Pause());
            case "standings", "last-standings", "round-standings" ->
                Examples.play(plan, reveal(plan, ready), 9_000, new Command.Advance());
            case "finished" -> Examples.play(plan, ready, 9_000, new Command.End());
            default -> throw new AssertionError(column);
        };
    }

    private static Game recess(Plan plan, Game ready) {
        return Examples.play(plan, reveal(plan, ready), 9_000, new Command.Advance(), 9_500, new Command.Advance());
    }

    private static Game open(Plan plan, Game ready) {
        return Examples.play(plan, ready, 4_000, new Command.Tick());
    }

    private static Game reveal(Plan plan, Game ready) {
        return Examples.play(plan, open(plan, ready), 8_000, new Command.AllAnswered());
    }

    static Stream<Arguments> cells() {
        var rows = TABLE.lines().map(line -> line.trim().split("\\s+")).toList();
        var columns = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i + 1)
                        .limit(columns.length - 1)
                        .map(i -> Arguments.of(columns[i], row[0], row[i])));
    }

    @ParameterizedTest(name = "in {0}, {1} gives {2}")
    @MethodSource("cells")
    void everyPhaseAnswersEveryCommand(String column, String command, String expected) {
        var plan = plan(column);
        var said = switch (Rules.decide(game(column, plan), plan, COMMANDS.get(command), NOW)) {
            case Decision.Accepted accepted -> "+" + accepted.event().type();
            case Decision.Refused refused -> refused.reason();
        };
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void theTableKnowsEveryCommand() {
        var named = COMMANDS.values().stream().map(Object::getClass).distinct().count();
        assertThat(named).isEqualTo(kinds(Command.class).count());
        assertThat(Arrays.stream(TABLE.split("\n")).skip(1).map(line -> line.split("\\s+")[0]))
                .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    }

    private static Stream<Class<?>> kinds(Class<?> commands) {
        return commands.isSealed()
                ? Arrays.stream(commands.getPermittedSubclasses()).flatMap(PhaseTableTest::kinds)
                : Stream.of(commands);
    }
}
