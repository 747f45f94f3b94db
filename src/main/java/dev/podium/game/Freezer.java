package dev.podium.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Draws what chance decides in a plan. */
final class Freezer {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 8;
    private static final long AUTOMATIC_LIMIT_MS = 60_000;

    private final RandomGenerator random;
    private final Settings settings;

    Freezer(RandomGenerator random, Settings settings) {
        this.random = random;
        this.settings = settings;
    }

    Settings freeze() {
        var teams = withIds(settings.teams(), (team, id) -> new Team(id, team.name()));
        return new Settings(
                settings.scoring(),
                settings.partialCredit(),
                settings.streaks(),
                settings.countdownMs(),
                settings.lateJoin(),
                teams,
                settings.automatic(),
                settings.shuffleChoices(),
                settings.maxPlayers(),
                settings.phoneText(),
                settings.look(),
                settings.ranks(),
                settings.facts(),
                settings.entry(),
                settings.course());
    }

    Question freeze(Question question) {
        return switch (question) {
            case Question.Choice choice -> new Question.Choice(timed(choice), options(choice.choices()));
            case Question.Poll poll -> new Question.Poll(timed(poll), options(poll.choices()));
            case Question.TrueFalse it -> {
                var ids = ids(2);
                yield new Question.TrueFalse(timed(it), it.correct(), ids.getFirst(), ids.getLast());
            }
            case Question.Order order -> {
                var items = withIds(order.items(), Item::withId);
                yield new Question.Order(timed(order), items, shown(items));
            }
            case Question.Text it -> new Question.Text(timed(it), it.accept(), it.forgivesAccents());
            case Question.Number it ->
                new Question.Number(timed(it), it.correct(), it.tolerance(), it.min(), it.max(), it.step(), it.unit());
            case Question.Point it -> new Question.Point(timed(it), it.region());
            case Question.WordCloud it -> new Question.WordCloud(timed(it), it.maxLength());
            case Question.Scale it -> new Question.Scale(timed(it), it.min(), it.max(), it.step(), it.labels());
            case Question.Slide slide -> slide;
        };
    }

    /** Without a host nobody would close a question that has no limit. */
    private QuestionBasics timed(Question question) {
        var basics = question.basics();
        return basics.timeLimitMs() == 0 && settings.automatic() ? basics.withTimeLimitMs(AUTOMATIC_LIMIT_MS) : basics;
    }

    private List<Option> options(List<Option> options) {
        var drawn = withIds(options, Option::withId);
        if (settings.shuffleChoices()) {
            shuffle(drawn);
        }
        return drawn;
    }

    /** Turning the right order by one place gives another one, unless all items fold alike. */
    private List<String> shown(List<Item> items) {
        var shown = new ArrayList<>(items);
        shuffle(shown);
        if (folded(shown).equals(folded(items))) {
            Collections.rotate(shown, 1);
        }
        return shown.stream().map(Item::id).toList();
    }

    private static List<String> folded(List<Item> items) {
        return items.stream().map(item -> Fold.of(item.text())).toList();
    }

    private <T> List<T> withIds(List<T> things, BiFunction<T, String, T> withId) {
        var ids = ids(things.size()).iterator();
        var result = new ArrayList<T>(things.size());
        for (var thing : things) {
            result.add(withId.apply(thing, ids.next()));
        }
        return result;
    }

    private List<String> ids(int count) {
        Set<String> seen = HashSet.newHashSet(count);
        var ids = new ArrayList<String>(count);
        while (ids.size() < count) {
            var id = id();
            if (seen.add(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private String id() {
        var id = new StringBuilder(ID_LENGTH);
        for (var i = 0; i < ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private void shuffle(List<?> list) {
        for (var i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
