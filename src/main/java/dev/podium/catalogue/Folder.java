package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A folder.
 *
 * @param parent the folder it lies in, or null
 * @param quizzes how many lie right in it
 */
@RegisterForReflection
@Schema(name = "Folder")
record Folder(UUID id, UUID parent, String name, long quizzes) {
    /** @param field what the folder is called where it was sent */
    static Problem.Refusal unknown(String field) {
        return Problem.invalid(field, Code.UNKNOWN, "There is no such folder.").refusal();
    }
}
