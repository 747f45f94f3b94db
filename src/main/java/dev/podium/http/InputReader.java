package dev.podium.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads an {@link Input}, so that one reply names every mistake, each field once: Jackson stops at the first value of a wrong
 * type, so that one is written down, taken out, and the rest is read again; then the constraints are checked.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class InputReader implements MessageBodyReader<Input> {
    /** Of wrong types: each costs another reading. */
    private static final int MOST = 20;

    private final ObjectMapper mapper;
    private final Validator validator;

    InputReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Input.class.isAssignableFrom(type);
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (mapper.readTree(body) instanceof ObjectNode node) return read(node, type);
        throw Problem.invalid("", Code.INVALID, "A JSON object is expected.").refusal();
    }

    private Input read(ObjectNode node, Class<Input> type) throws IOException {
        var mistakes = new TreeMap<String, FieldError>();
        var input = bind(node, type, mistakes);
        validator.validate(input).stream()
                .map(InputReader::mistake)
                .sorted(Comparator.comparing(FieldError::code))
                .forEach(found -> mistakes.putIfAbsent(found.field(), found));
        if (mistakes.isEmpty()) return input;
        throw Problem.invalid(List.copyOf(mistakes.values())).refusal();
    }

    private Input bind(ObjectNode node, Class<Input> type, TreeMap<String, FieldError> mistakes) throws IOException {
        var reader = mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        while (true) {
            try {
                return reader.readValue(node);
            } catch (MismatchedInputException wrong) {
                if (wrong.getPath().isEmpty()) throw wrong;
                var mistake = mistake(wrong);
                mistakes.put(mistake.field(), mistake);
                if (mistakes.size() == MOST)
                    throw Problem.invalid(List.copyOf(mistakes.values())).refusal();
                takeOut(node, wrong.getPath());
            }
        }
    }

    private static void takeOut(JsonNode node, List<JsonMappingException.Reference> path) {
        for (var step : path.subList(0, path.size() - 1)) {
            node = step.getFieldName() == null ? node.get(step.getIndex()) : node.get(step.getFieldName());
        }
        var last = path.getLast();
        switch (node) {
            case ObjectNode object -> object.remove(last.getFieldName());
            case ArrayNode array -> array.setNull(last.getIndex());
            default -> throw new IllegalStateException("Only objects and lists have parts.");
        }
    }

    private static FieldError mistake(MismatchedInputException wrong) {
        var field = new StringBuilder();
        for (var step : wrong.getPath()) {
            // A name may be the sender's own: only its beginning is repeated.
            append(field, step.getFieldName() == null ? null : Texts.clip(step.getFieldName()), step.getIndex());
        }
        if (wrong instanceof UnrecognizedPropertyException)
            return new FieldError(field.toString(), Code.UNKNOWN, "There is no such field.");
        var expected = wrong.getTargetType();
        if (expected != null && expected.isEnum())
            return new FieldError(field.toString(), Code.UNKNOWN, "One of the words described is expected.");
        if (expected != null && Number.class.isAssignableFrom(expected))
            return new FieldError(field.toString(), Code.NOT_A_NUMBER, "A number is expected.");
        return new FieldError(field.toString(), Code.INVALID, "Another type is expected.");
    }

    private static FieldError mistake(ConstraintViolation<Input> violation) {
        var field = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) append(field, null, node.getIndex());
            if (!node.getName().startsWith("<")) append(field, node.getName(), -1);
        }
        return new FieldError(field.toString(), Constraints.code(violation), violation.getMessage());
    }

    private static void append(StringBuilder field, String name, int index) {
        if (name == null) field.append('[').append(index).append(']');
        else field.append(field.isEmpty() ? "" : ".").append(name);
    }
}
