package dev.podium.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The library of a host who has kept everything: how long each view of it takes. */
final class Shelves {
    private static final int QUIZZES = 5_000;
    private static final int QUESTIONS = 10;
    private static final int FOLDERS = 200;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 20;

    private static final String FOLDER = """
            INSERT INTO quiz_folder (id, owner_id, name)
            SELECT gen_random_uuid(), (SELECT id FROM host WHERE email = 'host@podium.local'), 'Folder ' || n
            FROM generate_series(1, %d) AS n""";

    /** Sentences in which no two quizzes are alike, in two languages; the last quiz of all says something that no other does. */
    private static final String QUIZ = """
            INSERT INTO quiz (id, owner_id, title, language, questions, version, created_at, updated_at, folder_id, tags)
            SELECT gen_random_uuid(), f.owner_id, 'Unit ' || n || ' of the ' || md5('t' || n), 'en',
                   (SELECT jsonb_agg(jsonb_build_object('kind', 'choice', 'text',
                        'Which of these rivers is the longest, says ' || md5(n || ' ' || q) || ' 世界各地的河流' || n || '?',
                        'timeLimitMs', 20000, 'points', 1000, 'choices', jsonb_build_array(
                            jsonb_build_object('text', 'The ' || md5('a' || n || q), 'correct', true),
                            jsonb_build_object('text', 'The ' || md5('b' || n || q), 'correct', false),
                            jsonb_build_object('text', 'The ' || md5('c' || n || q), 'correct', false),
                            jsonb_build_object('text', 'Neither of them', 'correct', false))))
                    FROM generate_series(1, %d) AS q),
                   0, clock_timestamp() - n * interval '1 minute', clock_timestamp() - n * interval '1 minute',
                   f.id, ARRAY['year ' || n %% 13, 'subject ' || n %% 7]
            FROM generate_series(1, %d) AS n
            JOIN (SELECT id, owner_id, row_number() OVER (ORDER BY id) AS at FROM quiz_folder) AS f
              ON f.at = 1 + n %% %d""";

    /** Milliseconds from asking to the whole answer, medians. */
    record Result(int quizzes, int questions, Map<String, Double> viewsMs) {}

    private final Lab lab;
    private final Progress progress;

    Shelves(Lab lab, Progress progress) {
        this.lab = lab;
        this.progress = progress;
    }

    Result measure() throws SQLException, IOException {
        progress.step("Library: starting an instance");
        lab.freshInstance();
        progress.step("Library: %d quizzes".formatted(QUIZZES));
        try (var database = lab.database()) {
            for (var sql : new String[] {
                FOLDER.formatted(FOLDERS),
                QUIZ.formatted(QUESTIONS, QUIZZES, FOLDERS),
                "VACUUM (ANALYZE) quiz, quiz_folder"
            }) {
                try (var statement = database.createStatement()) {
                    statement.execute(sql);
                }
            }
        }
        var views = new LinkedHashMap<String, Double>();
        for (var view : views().entrySet()) {
            progress.step("Library: " + view.getKey());
            var all = new ArrayList<Double>();
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                long begun = System.nanoTime();
                lab.desk().get(view.getValue());
                if (i >= WARM_UP) all.add((System.nanoTime() - begun) / 1e6);
            }
            views.put(view.getKey(), Figures.median(all));
        }
        return new Result(QUIZZES, QUIZZES * QUESTIONS, views);
    }

    /** What is asked for, by what it is. */
    private Map<String, String> views() {
        var views = new LinkedHashMap<String, String>();
        views.put("the latest", "/api/library?limit=60");
        views.put("by title", "/api/library?limit=60&sort=title");
        views.put("a page in the middle", middle());
        views.put("a tag", "/api/library?limit=60&tag=" + encoded("year 7"));
        views.put("a folder", "/api/library?limit=60&folder=" + folder());
        views.put("folders and tags", "/api/library/places");
        views.put("a word that all have", search("rivers"));
        views.put("a word of one", search("unit 4999"));
        views.put("a word that none has", search("zebra"));
        views.put("three words that none has", search("longest rivers zebra"));
        views.put("Chinese, of one", search("河流4999?"));
        return views;
    }

    /** Twenty pages on. */
    private String middle() {
        var path = "/api/library?limit=60&sort=title";
        var next = path;
        for (int i = 0; i < 20; i++)
            next = path + "&after=" + new JsonObject(lab.desk().get(next)).getString("next");
        return next;
    }

    private String folder() {
        return new JsonObject(lab.desk().get("/api/library/places"))
                .getJsonArray("folders")
                .getJsonObject(0)
                .getString("id");
    }

    private static String search(String words) {
        return "/api/library?limit=60&search=" + encoded(words);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
