package dev.podium.socket;

/** Questions for tests, as a host would send them. */
final class Quizzes {
    static final String CHOICE = """
            {"kind":"choice","text":"2 + 2?","timeLimitMs":20000,"points":1000,
             "choices":[{"text":"four","correct":true},{"text":"five","correct":false}]}
            """;
    static final String TEXT = """
            {"kind":"text","text":"Capital of France?","timeLimitMs":20000,"points":1000,"accept":["Paris"]}
            """;
    static final String NUMBER = """
            {"kind":"number","text":"Legs of a spider?","timeLimitMs":20000,"points":1000,
             "correct":8,"tolerance":1,"min":0,"max":20,"step":1}
            """;
    static final String ORDER = """
            {"kind":"order","text":"From small to big","timeLimitMs":20000,"points":1000,"items":["ant","cat","cow"]}
            """;
    static final String POLL = """
            {"kind":"poll","text":"Tea or coffee?","timeLimitMs":20000,"points":0,"choices":[{"text":"tea"},{"text":"coffee"}]}
            """;
    static final String SLIDE = """
            {"kind":"slide","text":"Half time","timeLimitMs":20000,"points":0}
            """;

    /** Settings under which a question opens at once and time does not matter. */
    static final String AT_ONCE = "{\"countdownMs\":0,\"scoring\":\"accuracy\"}";

    private Quizzes() {}

    static String of(String... questions) {
        return "[" + String.join(",", questions) + "]";
    }
}
