package dev.podium.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;

/** A quiz as a list shows it: PostgreSQL looks into the questions, so that they need not travel. */
@Entity
@Immutable
@Subselect("""
        SELECT id, owner_id, title, description, language, updated_at,
               jsonb_array_length(questions) AS size,
               cast(jsonb_path_query_array(questions, '$[*].kind') AS text) AS kinds,
               cast(jsonb_strip_nulls(jsonb_build_object(
                   'kind', questions -> 0 -> 'kind',
                   'text', questions -> 0 -> 'text',
                   'media', questions -> 0 -> 'media')) AS text) AS first
        FROM quiz""")
@Synchronize("quiz")
class QuizCard {
    @Id
    UUID id;

    @Column(name = "owner_id")
    UUID owner;

    String title;

    String description;

    String language;

    @Column(name = "updated_at")
    Instant updatedAt;

    int size;

    /** A JSON list, one entry a question. */
    String kinds;

    /** The first question without its key, as JSON; an empty object when there is none. */
    String first;
}
