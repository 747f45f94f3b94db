package dev.podium.wire;

/** A tally as the array of the contract. */
final class TallyJson {
    private TallyJson() {}

    static void write(Tally tally, JsonText json) {
        json.openArray();
        switch (tally) {
            case Tally.Picks(var picks) ->
                picks.forEach(pick -> json.open()
                        .field("id", pick.id())
                        .field("count", pick.count())
                        .close());
            case Tally.Texts(var texts) ->
                texts.stream()
                        .limit(Tally.MAX_TEXTS)
                        .forEach(typed -> json.open()
                                .field("text", typed.text())
                                .field("count", typed.count())
                                .close());
            case Tally.Histogram(var bins) ->
                bins.stream()
                        .limit(Tally.MAX_BINS)
                        .forEach(bin -> json.open()
                                .field("from", bin.from())
                                .field("to", bin.to())
                                .field("count", bin.count())
                                .close());
            case Tally.Heat(var cells) ->
                cells.stream()
                        .limit(Tally.MAX_CELLS)
                        .forEach(cell -> json.open()
                                .field("x", cell.x())
                                .field("y", cell.y())
                                .field("count", cell.count())
                                .close());
        }
        json.closeArray();
    }
}
