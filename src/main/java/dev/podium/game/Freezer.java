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

    private final RandomGenerator random;
    private final boolean shuffleChoices;

    Freezer(RandomGenerator random, boolean shuffleChoices) {
        this.random = random;
        this.shuffleChoices = shuffleChoices;
    }

    Settings freeze(Settings settings) {
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
                settings.maxPlayers());
    }

    Question freeze(Question question) {
        return switch (question) {
            case Question.Choice choice -> new Question.Choice(choice.basics(), options(choice.choices()));
            case Question.Poll poll -> new Question.Poll(poll.basics(), options(poll.choices()));
            case Question.TrueFalse it -> {
                var ids = ids(2);
                yield new Question.TrueFalse(it.basics(), it.correct(), ids.getFirst(), ids.getLast());
            }
            case Question.Order order -> {
                var items = withIds(order.items(), Item::withId);
                yield new Question.Order(order.basics(), items, shown(items));
            }
            case Question.Text text -> text;
            case Question.Number number -> number;
            case Question.Slide slide -> slide;
        };
    }

    private List<Option> options(List<Option> options) {
        var drawn = withIds(options, Option::withId);
        if (shuffleChoices) {
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
