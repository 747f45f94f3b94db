package dev.podium.game;

import java.util.List;

/** One question of a plan, its key included. */
public sealed interface Question {

    /** How long a typed answer may be, in code points. */
    int MAX_LENGTH = 120;

    QuestionBasics basics();

    /** The name of the kind on the wire. */
    String kind();

    /** Whether this answer has the right form: shape, known and distinct ids, range, length. Null has not. */
    boolean accepts(Answer answer);

    /** Whether the kind has right answers. */
    default boolean graded() {
        return true;
    }

    /** Whether it counts: right answers exist and earn points. */
    default boolean scored() {
        return graded() && points() > 0;
    }

    /** Whether players have something to answer. */
    default boolean answerable() {
        return true;
    }

    /** Whether it closes by the clock. */
    default boolean limited() {
        return answerable() && timeLimitMs() > 0;
    }

    default String text() {
        return basics().text();
    }

    /** Nullable. */
    default Media media() {
        return basics().media();
    }

    default long timeLimitMs() {
        return basics().timeLimitMs();
    }

    default int points() {
        return basics().points();
    }

    /** Nullable. */
    default String explanation() {
        return basics().explanation();
    }

    /** Nullable; for those who steer alone. */
    default String notes() {
        return basics().notes();
    }

    /** What is answered by typing. */
    sealed interface Typed extends Question {
        /** How long an answer may be, in code points. */
        int maxLength();

        /** A text as it is compared: two that fold alike are the same answer. */
        String fold(String text);
    }

    /**
     * Pick the right choice, or all of them.
     *
     * @param multiple whether several may be picked; else any right one is all right
     */
    record Choice(QuestionBasics basics, List<Option> choices, boolean multiple) implements Question {
        public Choice {
            choices = List.copyOf(choices);
        }

        /** Several may be picked where several are right. */
        public Choice(QuestionBasics basics, List<Option> choices) {
            this(basics, choices, choices.stream().filter(Option::correct).count() > 1);
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Choices picks
                    && AnswerShape.distinctOf(picks.ids(), choices.stream().map(Option::id))
                    && (multiple ? !picks.ids().isEmpty() : picks.ids().size() == 1);
        }
    }

    /**
     * True or false.
     *
     * @param correct whether "true" is right
     * @param trueId {@code ""} until the plan is frozen, as is {@code falseId}
     */
    record TrueFalse(QuestionBasics basics, boolean correct, String trueId, String falseId) implements Question {
        @Override
        public String kind() {
            return "true-false";
        }

        /** The id of the right choice. */
        public String correctId() {
            return correct ? trueId : falseId;
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Choices picks && AnswerShape.oneOf(picks.ids(), List.of(trueId, falseId));
        }
    }

    /**
     * Type it.
     *
     * @param accept the right texts
     * @param forgivesAccents whether {@code cafe} is {@code café}
     */
    record Text(QuestionBasics basics, List<String> accept, boolean forgivesAccents) implements Typed {
        public Text {
            accept = List.copyOf(accept);
        }

        @Override
        public String kind() {
            return "text";
        }

        @Override
        public String fold(String text) {
            return forgivesAccents ? Fold.withoutAccents(text) : Fold.of(text);
        }

        /** Whether a typed text is one of the right ones. */
        public boolean isRight(String typed) {
            var folded = fold(typed);
            return accept.stream().map(this::fold).anyMatch(folded::equals);
        }

        @Override
        public int maxLength() {
            return MAX_LENGTH;
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Text typed && AnswerShape.typed(typed.text(), MAX_LENGTH);
        }
    }

    /**
     * Find the number.
     *
     * @param tolerance how far from {@code correct} is still right, inclusive
     * @param step what a slider moves by; answers between the steps are taken
     * @param unit nullable
     */
    record Number(
            QuestionBasics basics, double correct, double tolerance, double min, double max, double step, String unit)
            implements Question {
        @Override
        public String kind() {
            return "number";
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Number(double value) && AnswerShape.within(value, min, max);
        }
    }

    /**
     * Put them in order.
     *
     * @param items in the right order
     * @param shown the ids in the order players see; empty until the plan is frozen
     */
    record Order(QuestionBasics basics, List<Item> items, List<String> shown) implements Question {
        public Order {
            items = List.copyOf(items);
            shown = List.copyOf(shown);
        }

        @Override
        public String kind() {
            return "order";
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Order order
                    && order.ids().size() == items.size()
                    && AnswerShape.distinctOf(order.ids(), items.stream().map(Item::id));
        }
    }

    /**
     * Find it in the picture, which the question always has.
     *
     * @param region where it is
     */
    record Point(QuestionBasics basics, Region region) implements Question {
        @Override
        public String kind() {
            return "point";
        }

        /** Whether a point lies where it should. */
        public boolean isRight(double x, double y) {
            return region.contains(x, y, basics.media().aspect());
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Point(double x, double y) && AnswerShape.share(x) && AnswerShape.share(y);
        }
    }

    /**
     * Say it in a word or a few; those of all make a cloud.
     *
     * @param maxLength in code points
     */
    record WordCloud(QuestionBasics basics, int maxLength) implements Typed {
        @Override
        public String fold(String text) {
            return Fold.of(text);
        }

        @Override
        public String kind() {
            return "word-cloud";
        }

        @Override
        public boolean graded() {
            return false;
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Text typed && AnswerShape.typed(typed.text(), maxLength);
        }
    }

    /**
     * Say how much.
     *
     * @param step what a slider moves by; answers between the steps are taken
     * @param labels what the lowest and the highest mean; empty where they say it themselves
     */
    record Scale(QuestionBasics basics, double min, double max, double step, List<String> labels) implements Question {
        public Scale {
            labels = List.copyOf(labels);
        }

        @Override
        public String kind() {
            return "scale";
        }

        @Override
        public boolean graded() {
            return false;
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Number(double value) && AnswerShape.within(value, min, max);
        }
    }

    /** Ask for an opinion. */
    record Poll(QuestionBasics basics, List<Option> choices) implements Question {
        public Poll {
            choices = List.copyOf(choices);
        }

        @Override
        public String kind() {
            return "poll";
        }

        @Override
        public boolean graded() {
            return false;
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Choices picks
                    && AnswerShape.oneOf(
                            picks.ids(), choices.stream().map(Option::id).toList());
        }
    }

    /** Tell something; nothing is asked. */
    record Slide(QuestionBasics basics) implements Question {
        @Override
        public String kind() {
            return "slide";
        }

        @Override
        public boolean graded() {
            return false;
        }

        @Override
        public boolean answerable() {
            return false;
        }

        @Override
        public boolean accepts(Answer answer) {
            return false;
        }
    }
}
