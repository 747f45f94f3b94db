package dev.podium.catalogue;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A quiz as a list shows it. Times are epoch milliseconds.
 *
 * @param questions how many
 * @param first the first question without its key, as JSON; null when there is none
 * @param deletedAt since when it is in the trash, or null
 * @param folder null outside of folders, and of a quiz of somebody else
 * @param may what the host may do with it
 * @param owner the name of whoever has shared it; null of an own one
 */
@RegisterForReflection
@Schema(name = "QuizCard")
public record Card(
        UUID id,
        String title,
        String description,
        String language,
        int questions,
        Set<String> kinds,

        @JsonRawValue @Schema(ref = "#/components/schemas/Question")
        String first,

        long createdAt,
        long updatedAt,
        Long deletedAt,
        UUID folder,
        List<String> tags,

        @Schema(enumeration = {"see", "launch", "edit", "own"})
        String may,

        String owner) {
    /** PostgreSQL looks into the questions, so that they need not travel. */
    static final String COLUMNS = """
            q.id, q.title, q.description, q.language, q.created_at, q.updated_at, q.deleted_at, q.folder_id, q.tags,
            (SELECT name FROM host h WHERE h.id = q.owner_id) AS owner,
            jsonb_array_length(q.questions) AS size,
            jsonb_path_query_array(q.questions, '$[*].kind') AS kinds,
            jsonb_strip_nulls(jsonb_build_object(
                'kind', q.questions -> 0 -> 'kind',
                'text', q.questions -> 0 -> 'text',
                'format', q.questions -> 0 -> 'format',
                'media', q.questions -> 0 -> 'media'))::text AS first""";

    static Card of(Row row) {
        boolean own = row.getString("may").equals("own");
        int size = row.getInteger("size");
        return new Card(
                row.getUUID("id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("language"),
                size,
                words(row.getJsonArray("kinds")),
                size > 0 ? row.getString("first") : null,
                millis(row.getOffsetDateTime("created_at")),
                millis(row.getOffsetDateTime("updated_at")),
                millis(row.getOffsetDateTime("deleted_at")),
                own ? row.getUUID("folder_id") : null,
                Arrays.asList(row.getArrayOfStrings("tags")),
                row.getString("may"),
                own ? null : row.getString("owner"));
    }

    /** A draft may be of no kind. */
    private static Set<String> words(JsonArray kinds) {
        var words = new LinkedHashSet<String>();
        for (var kind : kinds) if (kind instanceof String word) words.add(word);
        return words;
    }

    private static Long millis(OffsetDateTime time) {
        return time == null ? null : time.toInstant().toEpochMilli();
    }
}
