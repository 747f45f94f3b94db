package dev.podium.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/** Adds to the API's description what the main calls send and get, as a program would that moves in. Only the build runs it. */
public final class ApiExamples implements OASFilter {
    private static final String ID = "3f0a8f5e-6f0b-4c39-9d1e-2f1c6a0b7d11";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** By the names of calls. */
    private static final Map<String, String> SENT =
            Map.of("signIn", """
            {"email": "ada@example.org", "password": "a sentence to remember"}
            """, "makeToken", """
            {"name": "The school's timetable", "scopes": ["read", "write", "host"]}
            """, "invite", """
            {"email": "grace@example.org", "role": "host"}
            """, "createQuiz", """
            {"title": "Rivers", "language": "en", "questions": [
              {"kind": "choice", "text": "Which river is the longest?", "timeLimitMs": 20000, "points": 1000,
               "choices": [{"text": "Nile", "correct": true}, {"text": "Rhine"}]},
              {"kind": "text", "text": "Which river flows through Paris?", "accept": ["Seine", "the Seine"]}]}
            """, "openGame", """
            {"quizId": "%s", "settings": {"scoring": "accuracy", "countdownMs": 3000}}
            """.formatted(ID));

    private static final Map<String, Map<String, String>> GOT = Map.of(
            "makeToken",
            Map.of("201", """
            {"id": "%s", "name": "The school's timetable", "scopes": ["read", "write", "host"],
             "createdAt": "2026-01-15T08:00:00Z", "value": "podium_zUVIm2bXOu1V9o3NnTXMwVQ7Zp8rD0cQ5yB6kLhW2sE"}
            """.formatted(ID)),
            "importQuiz",
            Map.of("201", """
            {"quiz": {"id": "%s", "title": "Rivers"}, "format": "kahoot-xlsx",
             "rows": [{"row": 9, "status": "imported"},
                      {"row": 10, "status": "draft", "field": "choices", "code": "no-correct"}]}
            """.formatted(ID)),
            "openGame",
            Map.of("201", """
            {"id": "%s", "pin": "482913", "joinUrl": "https://quiz.example.org/?pin=482913",
             "screenUrl": "https://quiz.example.org/screen#q0Yw3gk6U1c"}
            """.formatted(ID)));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((_, item) -> item.getOperations().forEach((_, operation) -> show(operation)));
    }

    private static void show(Operation operation) {
        var sent = SENT.get(operation.getOperationId());
        if (sent != null) show(operation.getRequestBody().getContent(), sent);
        GOT.getOrDefault(operation.getOperationId(), Map.of())
                .forEach((status, got) ->
                        show(operation.getResponses().getAPIResponse(status).getContent(), got));
    }

    private static void show(Content content, String json) {
        content.getMediaTypes().forEach((_, media) -> media.setExample(read(json)));
    }

    private static Object read(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example is no JSON.", e);
        }
    }
}
