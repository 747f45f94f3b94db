package dev.podium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Course;
import dev.podium.game.Entry;
import dev.podium.game.Game;
import dev.podium.game.Item;
import dev.podium.game.Key;
import dev.podium.game.Keys;
import dev.podium.game.Look;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Phase;
import dev.podium.game.Plan;
import dev.podium.game.Question;
import dev.podium.game.QuestionBasics;
import dev.podium.game.Ranks;
import dev.podium.game.Region;
import dev.podium.game.Round;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The key of a question is in no byte for a player or a screen before its reveal. Shown in two ways: the words of the key
 * are not in the text, and the text stays the same when the key is another.
 */
class KeySecrecyTest {
    /** Stands in everything that only the key knows, and nowhere else. */
    private static final String SECRET = "☂secret";

    /** Stands in what a host has noted, and nowhere else. */
    private static final String NOTES = "☂notes";

    private static final double SECRET_NUMBER = 4711.25;

    private static final double SECRET_SHARE = 0.4711;

    @Property(tries = 300)
    void noByteBeforeTheRevealTellsTheKey(@ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        for (var game : beforeTheReveal(plan)) {
            var frame = frame(audience, plan, game);
            assertThat(frame)
                    .doesNotContain(
                            SECRET,
                            NOTES,
                            "4711",
                            "\"correct\"",
                            "\"explanation\"",
                            "\"tolerance\"",
                            "\"accents\"",
                            "\"shape\"");
        }
    }

    @Property(tries = 300)
    void anotherKeyGivesTheSameBytesBeforeTheReveal(@ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        var twin = withAnotherKey(plan);
        for (var game : beforeTheReveal(plan)) {
            assertThat(frame(audience, plan, game)).isEqualTo(frame(audience, twin, game));
        }
    }

    @Property(tries = 200)
    void aKeySaidAgainIsInNoByteBeforeTheReveal(@ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        var again = keys(withAnotherKey(plan));
        var games = beforeTheReveal(plan);
        games.add(game(Phase.STANDINGS, plan.size() - 1, false));
        games.add(game(Phase.BREAK, plan.size() - 1, false));
        games.add(game(Phase.FINISHED, plan.size() - 1, false));
        for (var game : games) {
            assertThat(frame(audience, plan, Sample.judged(game, again))).isEqualTo(frame(audience, plan, game));
        }
    }

    @Property(tries = 100)
    void aRevealTellsTheKeySaidAgainOfItsOwnQuestionOnly(
            @ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        var twin = withAnotherKey(plan);
        for (var index = 0; index < plan.size(); index++) {
            var others = keys(twin);
            var own = others.remove(index);
            var game = game(Phase.REVEAL, index, false);
            assertThat(frame(audience, plan, Sample.judged(game, others))).isEqualTo(frame(audience, plan, game));
            if (own == null) continue;
            var told = frame(audience, plan, Sample.judged(game, Map.of(index, own)));
            assertThat(told).contains("\"regraded\":true", "\"correct\":" + KeyJson.write(own));
        }
    }

    @Example
    void aKeyIsStoredAsItWasSaid() throws JsonProcessingException {
        for (var plan : List.of(Sample.PLAN, Sample.LATER_PLAN)) {
            var keys = keys(plan);
            keys.put(plan.size(), new Key.Void());
            assertThat(KeyJson.stored(new ObjectMapper().readTree(KeyJson.write(keys))))
                    .isEqualTo(keys);
        }
    }

    /** Whoever steers from the screen shows it to a whole class. */
    @Property(tries = 100)
    void aScreenThatItsHostSteersIsToldWhatEveryScreenIsTold(@ForAll("plans") Plan plan) {
        for (var index = 0; index < plan.size(); index++) {
            for (var phase : Phase.values()) {
                var game = game(phase, index, false);
                assertThat(frame(Audience.PRESENTER, plan, game)).isEqualTo(frame(Audience.SCREEN, plan, game));
            }
        }
    }

    /** Not even what is asked: whoever is not let in yet may be anybody. */
    @Property(tries = 50)
    void whoeverWaitsAtTheDoorIsToldNothingOfTheGame(@ForAll("plans") Plan plan) {
        assertThat(Frame.state(7, Sample.NOW, Projection.waiting(plan), PlayerPart.NONE))
                .isEqualTo(Frame.state(7, Sample.NOW, Projection.waiting(withAnotherKey(plan)), PlayerPart.NONE))
                .endsWith("{\"phase\":\"waiting\",\"language\":\"en\"}}");
    }

    /** Who has more time is in no byte for others, and what it is is no other question. */
    @Property(tries = 100)
    void moreTimeIsToldToNobodyButTheHostAndOnlyMovesTheEnd(
            @ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        var entry = Sample.LOBBY.roster().getFirst();
        var granted = new RosterEntry(entry.id(), entry.nickname(), entry.team(), entry.status(), 50, SECRET);
        var roster = new ArrayList<>(Sample.LOBBY.roster());
        roster.set(0, granted);
        var lobby = game(Phase.LOBBY, -1, false);
        var content = StateContent.of(plan, lobby, 3).with(Sample.LOBBY);
        var more = content.with(new Lobby(Sample.LOBBY.pin(), Sample.LOBBY.joinUrl(), roster));
        assertThat(frame(audience, more))
                .isEqualTo(frame(audience, content))
                .doesNotContain("extra", "identity", SECRET);
        assertThat(frame(Audience.HOST, more)).contains("\"extra\":50", "\"identity\":\"" + SECRET);
        // Whoever steers by a link gives time as well, but is not told who people are.
        assertThat(frame(Audience.REMOTE, more)).contains("\"extra\":50").doesNotContain("\"identity\"");
        for (var game : beforeTheReveal(plan)) {
            if (game.closesAt() == null || game.phase() != Phase.QUESTION || game.paused()) continue;
            var longer = game.lasting(10_000);
            assertThat(frame(Audience.PLAYER, plan, longer))
                    .isEqualTo(frame(Audience.PLAYER, plan, game)
                            .replace("\"closesAt\":" + game.closesAt(), "\"closesAt\":" + longer.closesAt()));
        }
    }

    @Property(tries = 100)
    void aRevealTellsTheKeyOfItsOwnQuestionOnly(@ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        for (var index = 0; index < plan.size(); index++) {
            var only = index;
            var others = plan.questions().stream()
                    .map(question -> question == plan.question(only) ? question : withAnotherKey(question))
                    .toList();
            var twin = new Plan(plan.title(), plan.language(), plan.settings(), others);
            var game = game(Phase.REVEAL, index, false);
            assertThat(frame(audience, plan, game)).isEqualTo(frame(audience, twin, game));
        }
    }

    /** Nor who steers, nor what comes next. */
    @Property(tries = 100)
    void notesAreForThoseWhoSteerAtADeskAlone(@ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        for (var index = 0; index < plan.size(); index++) {
            for (var phase : Phase.values()) {
                assertThat(frame(audience, plan, game(phase, index, false)))
                        .doesNotContain(NOTES, "\"notes\"", "\"next\"", "\"did\"", "Grace");
                if (phase != Phase.LOBBY)
                    assertThat(frame(Audience.HOST, plan, game(phase, index, false)))
                            .contains("\"notes\":\"" + NOTES, "Grace");
            }
        }
    }

    /** The contract gives keys to remotes, and nobody's identity. */
    @Property(tries = 100)
    void aRemoteIsToldWhatAHostIsTold(@ForAll("plans") Plan plan) {
        for (var index = 0; index < plan.size(); index++) {
            for (var phase : Phase.values()) {
                var game = game(phase, index, false);
                assertThat(frame(Audience.REMOTE, plan, game)).isEqualTo(frame(Audience.HOST, plan, game));
            }
        }
    }

    /** Nor what they ask: of a round that follows its title is told. */
    @Property(tries = 100)
    void aBreakTellsNothingOfTheQuestionsThatFollow(@ForAll("plans") Plan plan, @ForAll("public") Audience audience) {
        for (var first = 1; first < plan.size(); first++) {
            var rounds = List.of(new Round(null, "One", first), new Round(null, "Two", plan.size() - first));
            var evening = new Plan(plan.title(), plan.language(), plan.settings(), plan.questions(), rounds);
            var others = new ArrayList<>(withAnotherKey(plan).questions().subList(0, first));
            for (var i = first; i < plan.size(); i++) {
                others.add(new Question.Slide(new QuestionBasics("Another one", null, 0, 0, null)));
            }
            var game = game(Phase.BREAK, first - 1, false);
            var told = frame(audience, evening, game);
            assertThat(told).isEqualTo(frame(audience, evening.with(others), game));
            assertThat(told).doesNotContain(SECRET, "4711").contains("\"title\":\"Two\"");
        }
    }

    @Property(tries = 100)
    void aHostSeesTheKeyFromReadyOn(@ForAll("plans") Plan plan) {
        for (var index = 0; index < plan.size(); index++) {
            for (var phase : List.of(Phase.READY, Phase.QUESTION, Phase.REVEAL)) {
                var frame = frame(Audience.HOST, plan, game(phase, index, false));
                assertThat(frame).contains("\"explanation\":\"" + SECRET);
                var question = UntrustedJson.read(frame).orElseThrow().at("/state/question");
                assertThat(question.has("correct"))
                        .isEqualTo(plan.question(index).graded());
            }
        }
    }

    @Property(tries = 100)
    void everyFrameIsWellFormed(@ForAll("plans") Plan plan, @ForAll Audience audience, @ForAll boolean paused) {
        for (var index = 0; index < plan.size(); index++) {
            for (var phase : Phase.values()) {
                var frame = frame(audience, plan, game(phase, index, paused));
                assertThat(UntrustedJson.read(frame)).isPresent();
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(frame)).isTrue();
            }
        }
    }

    @Provide("public")
    Arbitrary<Audience> everybodyElse() {
        return Arbitraries.of(Audience.PLAYER, Audience.SCREEN, Audience.PRESENTER);
    }

    @Provide
    Arbitrary<Plan> plans() {
        var questions = question().list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(Arbitraries.strings().ofMaxLength(20), settings(), questions, Arbitraries.longs())
                .as((title, settings, list, seed) -> Plan.freeze(title, "en", settings, list, new Random(seed)));
    }

    private static Arbitrary<Settings> settings() {
        var flags = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.of(Settings.READING_TIME, 3_000L), flags, flags, flags)
                .as((countdownMs, automatic, shuffle, phoneText) -> new Settings(
                        Scoring.SPEED,
                        true,
                        true,
                        countdownMs,
                        true,
                        List.of(),
                        automatic,
                        shuffle,
                        9,
                        phoneText,
                        Look.DEFAULT,
                        Ranks.SHOWN,
                        true,
                        Entry.OPEN,
                        Course.DEFAULT));
    }

    private static Arbitrary<Question> question() {
        var limits = Arbitraries.of(0L, 20_000L);
        var commons = Combinators.combine(texts(), pictures(), limits, Arbitraries.of(0, 1000, 2000), texts())
                .as((text, media, limit, points, why) ->
                        new QuestionBasics(text, media, limit, points, SECRET + why, NOTES + why));
        var bodies = texts().list().ofMinSize(2).ofMaxSize(8);
        return Combinators.combine(commons, bodies, Arbitraries.integers().between(0, 9), Arbitraries.integers())
                .as(KeySecrecyTest::question);
    }

    private static Question question(QuestionBasics basics, List<String> texts, int kind, int dice) {
        return switch (kind) {
            case 0 -> new Question.Choice(basics, options(texts, dice));
            case 1 -> new Question.TrueFalse(basics, dice % 2 == 0, "", "");
            case 2 ->
                new Question.Text(basics, texts.stream().map(SECRET::concat).toList(), dice % 2 == 0);
            case 3 -> new Question.Number(basics, SECRET_NUMBER, 4711, 0, 10_000, 0.25, "km");
            case 4 ->
                new Question.Order(
                        basics, texts.stream().map(text -> new Item("", text)).toList(), List.of());
            case 5 ->
                new Question.Poll(
                        basics,
                        texts.stream().map(text -> option(text, false, dice)).toList());
            case 6 -> new Question.WordCloud(basics, 30);
            case 7 -> new Question.Scale(basics, 1, 5, 1, texts.subList(0, 2));
            case 8 ->
                new Question.Point(
                        basics,
                        dice % 2 == 0
                                ? new Region.Circle(SECRET_SHARE, SECRET_SHARE, SECRET_SHARE)
                                : new Region.Rectangle(SECRET_SHARE, SECRET_SHARE, SECRET_SHARE, SECRET_SHARE));
            default -> new Question.Slide(basics);
        };
    }

    private static List<Option> options(List<String> texts, int dice) {
        var right = Math.floorMod(dice, texts.size());
        return IntStream.range(0, texts.size())
                .mapToObj(i -> option(texts.get(i), i == right || (dice >> i & 3) == 3, dice >> i))
                .toList();
    }

    /** A text, a picture, or both. */
    private static Option option(String text, boolean correct, int dice) {
        return switch (Math.floorMod(dice, 3)) {
            case 0 -> new Option("", text, correct, null);
            case 1 -> new Option("", "", correct, picture(text));
            default -> new Option("", text, correct, picture(text));
        };
    }

    private static Arbitrary<Media> pictures() {
        return texts().map(KeySecrecyTest::picture).injectNull(0.5);
    }

    private static Media picture(String alt) {
        return new Media("/media/map.png", "image", alt);
    }

    /** Any Unicode, but no secret. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12).map(text -> text.replaceAll("[☂0-9]", "."));
    }

    private static Plan withAnotherKey(Plan plan) {
        var questions =
                plan.questions().stream().map(KeySecrecyTest::withAnotherKey).toList();
        return new Plan(plan.title(), plan.language(), plan.settings(), questions);
    }

    /** The same question with another key, as far as one can answer it: as many right choices, the same order shown. */
    private static Question withAnotherKey(Question question) {
        var old = question.basics();
        var basics = new QuestionBasics(old.text(), old.media(), old.timeLimitMs(), old.points(), "because");
        return switch (question) {
            case Question.Choice choice -> new Question.Choice(basics, turned(choice.choices()));
            case Question.TrueFalse it -> new Question.TrueFalse(basics, !it.correct(), it.trueId(), it.falseId());
            case Question.Text it -> new Question.Text(basics, List.of("another"), !it.forgivesAccents());
            case Question.Number it -> new Question.Number(basics, 1, 0.5, it.min(), it.max(), it.step(), it.unit());
            case Question.Order order -> {
                var items = new ArrayList<>(order.items());
                Collections.rotate(items, 1);
                yield new Question.Order(basics, items, order.shown());
            }
            case Question.Poll poll -> new Question.Poll(basics, poll.choices());
            case Question.WordCloud cloud -> new Question.WordCloud(basics, cloud.maxLength());
            case Question.Scale it -> new Question.Scale(basics, it.min(), it.max(), it.step(), it.labels());
            case Question.Point _ -> new Question.Point(basics, new Region.Circle(0.5, 0.5, 0.1));
            case Question.Slide _ -> new Question.Slide(basics);
        };
    }

    private static List<Option> turned(List<Option> options) {
        var right = new ArrayList<>(options.stream().map(Option::correct).toList());
        Collections.rotate(right, 1);
        return IntStream.range(0, options.size())
                .mapToObj(i -> {
                    var option = options.get(i);
                    return new Option(option.id(), option.text(), right.get(i), option.media());
                })
                .toList();
    }

    private static Map<Integer, Key> keys(Plan plan) {
        var keys = new HashMap<Integer, Key>();
        for (var index = 0; index < plan.size(); index++) {
            var at = index;
            Keys.of(plan.question(index)).ifPresent(key -> keys.put(at, key));
        }
        return keys;
    }

    private static List<Game> beforeTheReveal(Plan plan) {
        var games = new ArrayList<Game>();
        games.add(game(Phase.LOBBY, -1, false));
        for (var index = 0; index < plan.size(); index++) {
            for (var paused : List.of(true, false)) {
                games.add(game(Phase.READY, index, paused));
                games.add(game(Phase.QUESTION, index, paused));
                games.add(game(Phase.QUESTION, index, null, paused));
            }
        }
        return games;
    }

    private static Game game(Phase phase, int index, boolean paused) {
        return game(phase, index, Sample.OPENS + 20_000, paused);
    }

    /** @param closesAt null without a limit */
    private static Game game(Phase phase, int index, Long closesAt, boolean paused) {
        var opensAt = Sample.OPENS;
        return new Game(7, phase, index, opensAt, closesAt, paused ? (Long) opensAt : null, false, Set.of(), opensAt);
    }

    private static String frame(Audience audience, Plan plan, Game game) {
        var content = StateContent.of(plan, game, 3)
                .with(Sample.LOBBY)
                .with(Sample.TALLIES.get("poll"))
                .with(Sample.TOP, Sample.TEAMS)
                .with(new Beside(null, null, Facts.NONE, false, new Did("skipped", "a-remote", "Grace")));
        return frame(audience, content);
    }

    private static String frame(Audience audience, StateContent content) {
        return Frame.state(content.game().seq(), Sample.NOW, Projection.of(audience, content), PlayerPart.NONE);
    }
}
