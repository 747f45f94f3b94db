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
            QuestionSchema.Point.class,
            QuestionSchema.Poll.class,
            QuestionSchema.WordCloud.class,
            QuestionSchema.Scale.class,
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
            @DiscriminatorMapping(value = "point", schema = QuestionSchema.Point.class),
            @DiscriminatorMapping(value = "word-cloud", schema = QuestionSchema.WordCloud.class),
            @DiscriminatorMapping(value = "scale", schema = QuestionSchema.Scale.class),
            @DiscriminatorMapping(value = "poll", schema = QuestionSchema.Poll.class),
            @DiscriminatorMapping(value = "slide", schema = QuestionSchema.Slide.class)
        })
interface QuestionSchema {
    @Schema(name = "Common", description = "What every question has")
    class Common {
        @Schema(
                required = true,
                enumeration = {
                    "choice",
                    "true-false",
                    "text",
                    "number",
                    "order",
                    "point",
                    "poll",
                    "word-cloud",
                    "scale",
                    "slide"
                })
        String kind;

        @Schema(
                enumeration = {"plain", "markdown"},
                defaultValue = "plain",
                description = "Of text, explanation, choices and items: Markdown has formulas too, `$…$` and `$$…$$`")
        String format;

        @Schema(required = true, minLength = 1, maxLength = Limits.TEXT)
        String text;

        Media media;

        @Schema(
                minimum = "0",
                maximum = "" + Limits.MAX_TIME_MS,
                defaultValue = "20000",
                description = "0 for no limit, else 5,000 or more")
        long timeLimitMs;

        @Schema(minimum = "0", maximum = "" + Limits.MAX_POINTS, defaultValue = "1000")
        int points;

        @Schema(maxLength = Limits.EXPLANATION)
        String explanation;

        @Schema(maxLength = Limits.NOTES, description = "For those who steer a game of it alone")
        String notes;
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

    @Schema(name = "Point", allOf = Common.class, description = "Has a picture as its media, and where in it is right")
    class Point {
        @Schema(required = true)
        Region region;
    }

    @Schema(name = "Region", description = "Lengths are 0 to 1 of the picture's width and height, r of its width")
    class Region {
        @Schema(
                required = true,
                enumeration = {"circle", "rectangle"})
        String shape;

        @Schema(required = true, minimum = "0", maximum = "1")
        double x;

        @Schema(required = true, minimum = "0", maximum = "1")
        double y;

        @Schema(maximum = "1", description = "Of a circle, whose middle is x and y")
        double r;

        @Schema(maximum = "1", description = "Of a rectangle, whose upper left corner is x and y")
        double width;

        @Schema(maximum = "1")
        double height;
    }

    @Schema(name = "WordCloud", allOf = Common.class, description = "Nothing is right")
    class WordCloud {
        @Schema(minimum = "1", maximum = "" + Limits.MAX_WORD, defaultValue = "" + Limits.DEFAULT_WORD)
        int maxLength;
    }

    @Schema(name = "Scale", allOf = Common.class, description = "Nothing is right")
    class Scale {
        @Schema(required = true)
        double min;

        @Schema(required = true)
        double max;

        @Schema(minimum = "0", exclusiveMinimum = true, defaultValue = "1")
        double step;

        @Schema(minItems = 2, maxItems = 2, description = "What the lowest and the highest mean")
        List<String> labels;
    }

    @Schema(name = "Slide", allOf = Common.class)
    class Slide {}

    @Schema(name = "Option")
    class Option {
        @Schema(maxLength = Limits.CHOICE, description = "May be absent where there is a picture")
        String text;

        @Schema(defaultValue = "false")
        boolean correct;

        Media media;
    }

    @Schema(name = "Media")
    class Media {
        @Schema(required = true, maxLength = Limits.URL, description = "Begins with https:// or /media/")
        String url;

        @Schema(
                required = true,
                enumeration = {"image", "audio", "video"})
        String kind;

        @Schema(maxLength = Limits.ALT)
        String alt;

        @Schema(
                minimum = "1",
                maximum = "" + Limits.SIDE,
                description = "Of a picture, in pixels; with height or not at all")
        int width;

        @Schema(minimum = "1", maximum = "" + Limits.SIDE)
        int height;

        @Schema(description = "A small picture of the same, which phones show instead")
        Rendition phone;
    }

    @Schema(name = "Rendition")
    class Rendition {
        @Schema(required = true, maxLength = Limits.URL)
        String url;

        @Schema(required = true, minimum = "1", maximum = "" + Limits.SIDE)
        int width;

        @Schema(required = true, minimum = "1", maximum = "" + Limits.SIDE)
        int height;
    }
}
