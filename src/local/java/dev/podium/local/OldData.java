package dev.podium.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Whether a data folder is of the versions that are here: an older one of Podium's schema is migrated, all else is refused. */
final class OldData {
    /** The major version of the PostgreSQL that Maven brings. */
    static final String POSTGRES = "18";

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    private OldData() {}

    /** @throws Sorry when another PostgreSQL wrote it */
    static void requireOurPostgres(Path home) throws IOException {
        var file = home.resolve("data/PG_VERSION");
        if (!Files.exists(file)) return;
        var version = Files.readString(file).strip();
        if (!version.equals(POSTGRES))
            throw new Sorry("the data in " + home + " is PostgreSQL " + version + "'s, this Podium has " + POSTGRES
                    + ": export your quizzes with the version that wrote it, or start over with ./podium reset.");
    }

    /** @throws Sorry when a newer Podium wrote it */
    static void requireOurSchema(Connection connection) throws SQLException, IOException {
        var theirs = schemaOf(connection);
        var ours = newestMigration();
        if (theirs > ours)
            throw new Sorry("the data was written by a newer Podium (schema " + theirs + ", this one knows " + ours
                    + "): update this folder with git pull, or start over with ./podium reset.");
    }

    private static int schemaOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var there = statement.executeQuery("SELECT to_regclass('flyway_schema_history')::text")) {
            there.next();
            if (there.getString(1) == null) return 0;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT max(version::int) FROM flyway_schema_history WHERE success")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int newestMigration() throws IOException {
        try (var files = Files.list(migrations())) {
            return files.map(file -> MIGRATION.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElseThrow();
        }
    }

    private static Path migrations() {
        try {
            return Path.of(OldData.class.getResource("/db/migration").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
