package dev.podium.library;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@link QuestionReader} takes, in the words of the API's description, which is all that this is for. */
@Schema(
        name = "Question",
        oneOf = {
            QuestionSchema.Choice.class,
            QuestionSchema.TrueFalse.class,
            QuestionSchema.Text.class,
            QuestionSchema.Number.class,
            QuestionSchema.Order.class,
            QuestionSchema.Poll.class,
            QuestionSchema.Slide.class,
            QuestionSchema.Unfinished.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "choice", schema = QuestionSchema.Choice.class),
            @DiscriminatorMapping(value = "true-false", schema = QuestionSchema.TrueFalse.class),
            @DiscriminatorMapping(value = "text", schema = QuestionSchema.Text.class),
            @DiscriminatorMapping(value = "number", schema = QuestionSchema.Number.class),
            @DiscriminatorMapping(value = "order", schema = QuestionSchema.Order.class),
            @DiscriminatorMapping(value = "poll", schema = QuestionSchema.Poll.class),
            @DiscriminatorMapping(value = "slide", schema = QuestionSchema.Slide.class)
        })
interface QuestionSchema {
    @Schema(name = "Common", description = "What every question has")
    class Common {
        @Schema(
                required = true,
                enumeration = {"choice", "true-false", "text", "number", "order", "poll", "slide"})
        String kind;

        @Schema(required = true, minLength = 1, maxLength = Limits.TEXT)
        String text;

        Media media;

        @Schema(minimum = "" + Limits.MIN_TIME_MS, maximum = "" + Limits.MAX_TIME_MS, defaultValue = "20000")
        long timeLimitMs;

        @Schema(minimum = "0", maximum = "" + Limits.MAX_POINTS, defaultValue = "1000")
        int points;

        @Schema(maxLength = Limits.EXPLANATION)
        String explanation;
    }

    @Schema(
            name = "Unfinished",
            description = "A question as it was sent, at most 32,768 characters of JSON; another once it is finished")
    class Unfinished {
        @Schema(required = true, enumeration = "true")
        boolean draft;
    }

    @Schema(name = "Choice", allOf = Common.class, description = "At least one choice is right")
    class Choice {
        @Schema(required = true, minItems = Limits.MIN_CHOICES, maxItems = Limits.MAX_CHOICES)
        List<Option> choices;
    }

    @Schema(name = "TrueFalse", allOf = Common.class)
    class TrueFalse {
        @Schema(required = true)
        boolean correct;
    }

    @Schema(name = "Text", allOf = Common.class, description = "Right is what reads like one of the accepted texts")
    class Text {
        @Schema(required = true, minItems = 1, maxItems = Limits.MAX_ACCEPTED)
        List<String> accept;
    }

    @Schema(name = "Number", allOf = Common.class)
    class Number {
        @Schema(required = true)
        double correct;

        @Schema(minimum = "0", defaultValue = "0")
        double tolerance;

        @Schema(required = true)
        double min;

        @Schema(required = true)
        double max;

        @Schema(minimum = "0", exclusiveMinimum = true, defaultValue = "1")
        double step;

        @Schema(maxLength = Limits.UNIT)
        String unit;
    }

    @Schema(name = "Order", allOf = Common.class, description = "Items in the right order")
    class Order {
        @Schema(required = true, minItems = Limits.MIN_CHOICES, maxItems = Limits.MAX_CHOICES)
        List<String> items;
    }

    @Schema(name = "Poll", allOf = Common.class, description = "No choice is right")
    class Poll {
        @Schema(required = true, minItems = Limits.MIN_CHOICES, maxItems = Limits.MAX_CHOICES)
        List<Option> choices;
    }

    @Schema(name = "Slide", allOf = Common.class)
    class Slide {}

    @Schema(name = "Option")
    class Option {
        @Schema(required = true, minLength = 1, maxLength = Limits.CHOICE)
        String text;

        @Schema(defaultValue = "false")
        boolean correct;

        Media media;
    }

    @Schema(name = "Media")
    class Media {
        @Schema(required = true, maxLength = Limits.URL, description = "Begins with https://, http:// or /")
        String url;

        @Schema(
                required = true,
                enumeration = {"image", "audio", "video"})
        String kind;

        @Schema(maxLength = Limits.ALT)
        String alt;
    }
}
