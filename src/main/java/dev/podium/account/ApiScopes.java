package dev.podium.account;

import dev.podium.http.ApiExamples;
import dev.podium.http.ApiProblems;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds to the API's description which calls a token opens, and with which scope. Only the build runs it. */
public final class ApiScopes implements OASFilter {
    private final OASFilter problems = new ApiProblems();

    @Override
    public Schema filterSchema(Schema schema) {
        return problems.filterSchema(schema);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        problems.filterOpenAPI(api);
        new ApiExamples().filterOpenAPI(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> Scope.needed(method.name(), path)
                                .filter(_ -> operation.getSecurity() != null)
                                .ifPresent(
                                        scope -> operation.addSecurityRequirement(OASFactory.createSecurityRequirement()
                                                .addScheme("token", List.of(scope.wireName()))))));
    }
}
