package dev.podium.wire;

/**
 * What a client's frame turned out to be.
 *
 * @param <M> the messages of the endpoint
 */
public sealed interface Read<M> {
    /** A well-formed message; what it asks for may still be refused. */
    record Ok<M>(M message) implements Read<M> {}

    /** A frame without effect: it is answered by {@link Frame#error(Wrong)}. */
    sealed interface Wrong<M> extends Read<M> {
        /** The code of the {@code error}. */
        ErrorCode code();

        /** Says to a developer what is wrong, in English. */
        String reason();

        /** The id the frame carried, or null. */
        String id();
    }

    /** Not JSON, not an object, or a field is missing or odd. Counts towards the tenth, which closes the connection. */
    record Malformed<M>(String reason, String id) implements Wrong<M> {
        @Override
        public ErrorCode code() {
            return ErrorCode.MALFORMED;
        }
    }

    /** A {@code type} or a {@code do} of another version. Does not count. */
    record Unknown<M>(ErrorCode code, String reason, String id) implements Wrong<M> {}
}
