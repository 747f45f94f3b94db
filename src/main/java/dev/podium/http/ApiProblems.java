package dev.podium.http;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the API's description what every endpoint of a kind refuses alike. Only the build runs it. */
public final class ApiProblems implements OASFilter {
    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> describe(path, method, operation));
        });
    }

    /** What is one of several is said to be an object as well, which it need not be. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) schema.setType(null);
        return schema;
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        var refused = new TreeMap<>(Map.of("403", "Sent under an address that is not Podium's, or by a foreign page."));
        if (operation.getSecurity() != null) refused.put("401", "Nobody is signed in.");
        if (path.contains("{")) refused.put("404", "There is none, or it is another host's.");
        if (operation.getRequestBody() != null) {
            refused.put("400", "No well-formed JSON.");
            refused.put("413", "More than 2 MiB; where files are taken, more than their limit.");
            refused.put("415", "Another content type.");
            refused.put("422", "Some fields cannot be accepted.");
        }
        refused.put("503", "The database is away; Retry-After says when to try again.");
        refused.forEach((status, why) -> {
            if (!operation.getResponses().hasAPIResponse(status))
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(why));
        });
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) worded(response);
        });
    }

    private static void worded(APIResponse response) {
        var schema = OASFactory.createSchema().ref(PROBLEM);
        response.setContent(OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }
}
