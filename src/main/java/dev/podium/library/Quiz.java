package dev.podium.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

@Entity
class Quiz {
    @Id
    UUID id;

    @Column(name = "owner_id")
    UUID owner;

    String title;

    String description;

    String language;

    /** As {@link QuestionJson} writes them. The driver would send a text to a jsonb column as one JSON string, so the database casts. */
    @ColumnTransformer(read = "questions::text", write = "cast(cast(? as text) as jsonb)")
    String questions;

    /** The ETag: it counts the writes. */
    @Version
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Whoever wrote it last; null where nobody knows. */
    @Column(name = "saved_by")
    UUID savedBy;

    /** Written with a new quiz only: later they are the catalogue's to change, whoever has the quiz open. */
    @Column(updatable = false)
    String[] tags = {};

    /** Since when it is in the trash, or null. */
    @Column(name = "deleted_at")
    Instant deletedAt;

    /** What its host wrote. */
    QuizDraft draft() {
        return new QuizDraft(title, description, language, questions, List.of(tags));
    }
}
