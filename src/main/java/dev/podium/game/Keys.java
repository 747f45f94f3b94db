package dev.podium.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes the key out of a question, and puts another in. */
public final class Keys {
    /** Accepted texts, one by one from the tally: more than a class comes up with, and little enough for every phone. */
    static final int MAX_TEXTS = 50;

    private Keys() {}

    /** The key of a question; empty for a kind that has none. */
    public static Optional<Key> of(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case Question.Choice it -> new Key.Listed(rightIds(it));
                    case Question.TrueFalse it -> new Key.Listed(List.of(it.correctId()));
                    case Question.Text it -> new Key.Listed(it.accept());
                    case Question.Number it -> new Key.Near(it.correct(), it.tolerance());
                    case Question.Order it ->
                        new Key.Listed(it.items().stream().map(Item::id).toList());
                    case Question.Point it -> new Key.Within(it.region());
                    case Question.Poll _, Question.WordCloud _, Question.Scale _, Question.Slide _ -> null;
                });
    }

    /** Questions as they count: with their keys, by index, where they have one of them. */
    public static List<Question> judged(List<Question> asked, Map<Integer, Key> keys) {
        return IntStream.range(0, asked.size())
                .mapToObj(index -> judged(asked.get(index), keys.get(index)))
                .toList();
    }

    /** @param key null for the one it was asked with */
    static Question judged(Question asked, Key key) {
        return key == null ? asked : put(key, asked).orElse(asked);
    }

    /** The question with this key, asked as it was; empty where the key does not fit it. */
    static Optional<Question> put(Key key, Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case Question.Choice it when key instanceof Key.Listed(var ids) -> choice(it, ids);
                    case Question.TrueFalse it when key instanceof Key.Listed(var ids) -> trueFalse(it, ids);
                    case Question.Text it when key instanceof Key.Listed(var texts) -> text(it, texts);
                    case Question.Number it when key instanceof Key.Near near -> number(it, near);
                    case Question.Order it when key instanceof Key.Listed(var ids) -> order(it, ids);
                    case Question.Point it when key instanceof Key.Within(var region) -> point(it, region);
                    default -> null;
                });
    }

    /** The question with these texts accepted besides; empty where they are none that could be typed. */
    static Optional<Question> accept(List<String> more, Question question) {
        if (!(question instanceof Question.Text it)) {
            return Optional.empty();
        }
        var texts = new ArrayList<>(it.accept());
        texts.addAll(more);
        return put(new Key.Listed(texts), question);
    }

    static List<String> rightIds(Question.Choice choice) {
        return choice.choices().stream().filter(Option::correct).map(Option::id).toList();
    }

    private static Question choice(Question.Choice it, List<String> ids) {
        if (ids.isEmpty() || !AnswerShape.distinctOf(ids, it.choices().stream().map(Option::id))) {
            return null;
        }
        var choices = it.choices().stream()
                .map(option -> option.withCorrect(ids.contains(option.id())))
                .toList();
        return new Question.Choice(it.basics(), choices, it.multiple());
    }

    private static Question trueFalse(Question.TrueFalse it, List<String> ids) {
        return AnswerShape.oneOf(ids, List.of(it.trueId(), it.falseId()))
                ? new Question.TrueFalse(it.basics(), ids.getFirst().equals(it.trueId()), it.trueId(), it.falseId())
                : null;
    }

    /** Texts that are accepted already, in whatever spelling, are left out. */
    private static Question text(Question.Text it, List<String> texts) {
        if (!texts.stream().allMatch(text -> typed(it, text))) {
            return null;
        }
        var accept = texts.stream()
                .map(DisplayText::of)
                .collect(Collectors.toMap(it::fold, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values();
        return accept.isEmpty() || accept.size() > MAX_TEXTS
                ? null
                : new Question.Text(it.basics(), List.copyOf(accept), it.forgivesAccents());
    }

    private static boolean typed(Question.Text it, String text) {
        return AnswerShape.typed(text, it.maxLength())
                && !it.fold(text).isEmpty()
                && !DisplayText.of(text).isBlank();
    }

    private static Question number(Question.Number it, Key.Near key) {
        var fits = AnswerShape.within(key.value(), it.min(), it.max())
                && AnswerShape.within(key.tolerance(), 0, Double.MAX_VALUE);
        return fits
                ? new Question.Number(
                        it.basics(), key.value(), key.tolerance(), it.min(), it.max(), it.step(), it.unit())
                : null;
    }

    private static Question order(Question.Order it, List<String> ids) {
        if (!it.accepts(new Answer.Order(ids))) {
            return null;
        }
        var byId = it.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return new Question.Order(it.basics(), ids.stream().map(byId::get).toList(), it.shown());
    }

    private static Question point(Question.Point it, Region region) {
        return region.fits() ? new Question.Point(it.basics(), region) : null;
    }
}
