package dev.podium.bench;

import dev.podium.game.Answer;
import dev.podium.game.Game;
import dev.podium.game.Option;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Points;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Settings;
import dev.podium.wire.Audience;
import dev.podium.wire.Frame;
import dev.podium.wire.OwnResult;
import dev.podium.wire.PlayMessage;
import dev.podium.wire.PlayerPart;
import dev.podium.wire.Projection;
import dev.podium.wire.Read;
import dev.podium.wire.StateContent;
import dev.podium.wire.Wire;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code ./podium bench --jmh}: what is pure and done for every player. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotJmh {
    private static final int PLAYERS = 10_000;

    private final Question question = new Question.Choice(
            new QuestionBasics(
                    "Which of these rivers is the longest one on the whole planet?", null, 20_000, 1_000, "The Nile."),
            List.of(
                    new Option("nile0001", "The Nile in Africa", true, null),
                    new Option("amaz0002", "The Amazon", false, null),
                    new Option("yang0003", "The Yangtze", false, null),
                    new Option("miss0004", "The Mississippi", false, null)));
    private final Plan plan = new Plan("Rivers", "en", Settings.DEFAULT, List.of(question));
    private final Answer answer = new Answer.Choices(List.of("nile0001"));
    private final String frame = "{\"type\":\"answer\",\"id\":\"0b9de1b2-54a4-4a3e-8d52-8a3b7f6a1c11\",\"question\":0,"
            + "\"answer\":{\"choices\":[\"nile0001\"]},\"elapsedMs\":1834}";
    private final Projection open = Projection.of(Audience.PLAYER, content(Phase.QUESTION));
    private final Projection revealed = Projection.of(Audience.PLAYER, content(Phase.REVEAL));
    private final OwnResult mine = new OwnResult("{\"choices\":[\"nile0001\"]}", 1d, 954, 1_834L, 3);

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder().include(HotJmh.class.getName()).build()).run();
    }

    private StateContent content(Phase phase) {
        return StateContent.of(plan, new Game(2, phase, 0, 1_000L, 21_000L, null, false, Set.of(), 1_000), PLAYERS);
    }

    /** From a tap's message to a question's points. */
    @Benchmark
    public int scoreAnAnswer() {
        var fraction = Points.fraction(question, answer, Settings.DEFAULT).orElse(0);
        return Points.of(question, fraction, Points.credit(1_834L, 1_900, 40), Settings.DEFAULT);
    }

    @Benchmark
    public Read<PlayMessage> readAnAnswer() {
        return Wire.readPlay(frame);
    }

    @Benchmark
    public String encodeAQuestionForAll() {
        return Frame.state(
                2, 1_795_410_000_000L, Projection.of(Audience.PLAYER, content(Phase.QUESTION)), PlayerPart.NONE);
    }

    @Benchmark
    public String encodeAQuestionForOne() {
        return Frame.state(2, 1_795_410_000_000L, open, PlayerPart.NONE);
    }

    @Benchmark
    public String encodeARevealForOne() {
        return Frame.state(
                3,
                1_795_410_000_000L,
                revealed,
                PlayerPart.revealed(mine, 4_711, 42, new PlayerPart.Ahead("Ada", 120)));
    }
}
