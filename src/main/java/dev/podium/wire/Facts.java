package dev.podium.wire;

/**
 * What is told of an evening beside the podium; either may be null.
 *
 * @param hardest the scored question that the fewest got right
 * @param streak who was right most often in a row
 */
public record Facts(Hardest hardest, Streak streak) {
    public static final Facts NONE = new Facts(null, null);

    /**
     * @param format of its text; null: plain
     * @param right which part of its answers was right, 0 to 1
     */
    public record Hardest(int index, String text, String format, double right) {}

    /** @param length how many answers in a row, at least two */
    public record Streak(String nickname, int length) {}

    void writeTo(JsonText json) {
        if (hardest == null && streak == null) return;
        json.name("facts").open();
        if (hardest != null) {
            json.name("hardest")
                    .open()
                    .field("index", hardest.index)
                    .field("text", hardest.text)
                    .optional("format", hardest.format)
                    .field("right", hardest.right)
                    .close();
        }
        if (streak != null) {
            json.name("streak")
                    .open()
                    .field("nickname", streak.nickname)
                    .field("length", streak.length)
                    .close();
        }
        json.close();
    }
}
