package dev.podium.report;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as JSON, in the words of the API's description, which is all that this is for. */
@Schema(name = "Report")
record ReportSchema(
        Played game,

        @Schema(
                description =
                        "In a game of several rounds: whether scores were carried from one to the next; else places count")
        Boolean carry,

        @Schema(description = "In a game of several rounds") List<RoundLine> rounds,

        List<Asked> questions,
        List<Line> players) {
    /** @param questions how many it has */
    @Schema(name = "ReportRound")
    record RoundLine(String title, int questions) {}

    @Schema(name = "ReportGame")
    record Played(
            UUID id,
            UUID quizId,
            String title,
            String pin,
            long createdAt,
            Long finishedAt,

            @Schema(description = "When it goes by itself, where it does")
            Long keptUntil,

            int players) {}

    /**
     * @param asked whether its results were shown; only then do its points count
     * @param regraded whether it was judged again since
     * @param correct how many were wholly right
     * @param fraction the mean of what was right, 0 to 1
     */
    @Schema(name = "ReportQuestion")
    record Asked(
            int index,

            @Schema(description = "In a game of several rounds: which one, from 0")
            Integer round,

            String kind,
            String text,
            boolean voided,
            boolean asked,
            Boolean regraded,
            int answers,
            Integer correct,
            @Schema(minimum = "0", maximum = "1") Double fraction,
            Integer meanMs,
            List<Bar> tally,

            @Schema(description = "Where a picture was pointed at, by the middles of a grid's cells")
            List<Spot> cells,

            @Schema(description = "As it counts, ids and key included", ref = "Question")
            Object question) {}

    @Schema(name = "ReportCell")
    record Spot(
            @Schema(minimum = "0", maximum = "1") double x,
            @Schema(minimum = "0", maximum = "1") double y,
            int count) {}

    @Schema(name = "ReportBar")
    record Bar(String id, String text, int count, Boolean correct) {}

    /** @param rounds what each round that is over gave, in a game of several */
    @Schema(name = "ReportPlayer", description = "Best first")
    record Line(
            UUID id,
            int rank,
            String nickname,

            @Schema(description = "Who it is, where players were asked.")
            String identity,

            String team,
            long score,
            int correct,
            List<Integer> rounds,
            List<Given> answers) {}

    /**
     * @param answer in words
     * @param ms credited time
     */
    @Schema(name = "ReportAnswer")
    record Given(int question, String answer, Double fraction, long points, long ms) {}
}
