package dev.podium.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** All samples of a run, for whoever wants to compare two. */
final class JsonFile {
    private JsonFile() {}

    static void write(Options options, Results results, Path file) throws IOException {
        var json = new JsonObject()
                .put("at", Instant.now().toString())
                .put("java", Runtime.version().toString())
                .put("pinned", Pinned.possible())
                .put("runs", options.runs())
                .put("players", crowds(results))
                .put("memoryBytesPerPlayer", new JsonArray(results.memory))
                .put("startMs", new JsonArray(results.starts))
                .put("startWithoutCacheMs", new JsonArray(results.startsWithoutCache))
                .put("bars", bars(results));
        if (results.games != null) json.put("games", games(results.games));
        if (results.flood != null)
            json.put(
                    "answerP99Ms",
                    new JsonObject().put("quiet", results.flood.quietMs()).put("flooded", results.flood.floodedMs()));
        if (results.media != null)
            json.put(
                    "questionP99Ms",
                    new JsonObject()
                            .put("plain", results.media.plainMs())
                            .put("pictured", results.media.picturedMs())
                            .put("fetched", results.media.fetchedMs()));
        if (results.secondLine != null) json.put("byStreams", figures(results.secondLine));
        if (results.builds != null) results.builds.both().forEach(build -> json.put(build.label(), build(build)));
        if (results.withHistory != null) json.put("withHistory", withHistory(options.history(), results.withHistory));
        Files.writeString(file, json.encodePrettily());
    }

    private static JsonObject build(Builds.Build build) {
        var crowds = new JsonObject();
        build.crowds.forEach((players, figures) -> crowds.put(players.toString(), figures(figures)));
        return new JsonObject()
                .put("startMs", new JsonArray(build.starts))
                .put("restingMb", new JsonArray(build.restingMb))
                .put("crowdedMb", new JsonArray(build.crowdedMb))
                .put("firstGameS", new JsonArray(build.firstGameS))
                .put("players", crowds);
    }

    private static JsonObject withHistory(History history, Results results) {
        var json = new JsonObject()
                .put("finishedGames", history.games())
                .put("storedAnswers", history.answers())
                .put("players", crowds(results));
        return results.games == null ? json : json.put("games", games(results.games));
    }

    private static JsonObject crowds(Results results) {
        var crowds = new JsonObject();
        results.crowds.forEach((players, figures) -> crowds.put(players.toString(), figures(figures)));
        return crowds;
    }

    private static JsonObject figures(Figures figures) {
        var json = new JsonObject();
        for (var figure : Figure.values()) {
            if (!figures.has(figure)) continue;
            json.put(figure.name().toLowerCase(Locale.ROOT), samples(figures.samples(figure), figure.unit));
        }
        return json;
    }

    private static JsonObject samples(List<Double> samples, String unit) {
        return new JsonObject()
                .put("median", Figures.median(samples))
                .put("unit", unit)
                .put("samples", new JsonArray(samples));
    }

    private static JsonObject games(ManyGames.Result games) {
        return new JsonObject()
                .put("games", games.games())
                .put("players", games.players())
                .put("commands", games.steps().sorted().length)
                .put("p50Ms", games.steps().p50())
                .put("p99Ms", games.steps().p99())
                .put("lastMs", games.steps().last())
                .put("burstP50Ms", games.burst().p50())
                .put("burstP99Ms", games.burst().p99())
                .put("burstLastMs", games.burst().last())
                .put("refused", games.refused())
                .put(
                        "corePercent",
                        100d * games.usage().server() / games.usage().wall())
                .put("waitedPercent", games.usage().waitedPercent());
    }

    private static JsonArray bars(Results results) {
        var bars = new JsonArray();
        for (var bar : Bar.of(results)) {
            bars.add(new JsonObject()
                    .put("what", bar.what())
                    .put("bar", bar.bar())
                    .put("value", bar.value())
                    .put("met", bar.met()));
        }
        return bars;
    }
}
