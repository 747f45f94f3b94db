package dev.podium.http;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * One reading of a JSON text, or none: no second value after the first, no name twice, nothing nested without end, and no value
 * of one type taken for another.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 400;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        keepApart(mapper, LogicalType.Textual, Integer, Float, Boolean);
        keepApart(mapper, LogicalType.Boolean, Integer, Float, String, EmptyString);
        keepApart(mapper, LogicalType.Float, String, EmptyString);
        keepApart(mapper, LogicalType.Enum, Integer, EmptyString);
        keepApart(mapper, LogicalType.Collection, EmptyString);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build());
    }

    private static void keepApart(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (var shape : shapes) mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }
}
