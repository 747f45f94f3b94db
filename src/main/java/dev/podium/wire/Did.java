package dev.podium.wire;

/**
 * Who took the last step, so that several who steer know of each other.
 *
 * @param what the event's name in the log, such as {@code "skipped"}
 * @param by the id of the host or the remote
 * @param name the host's; null for a remote
 */
public record Did(String what, String by, String name) {
    void writeTo(JsonText json) {
        json.name("did")
                .open()
                .field("what", what)
                .field("by", by)
                .optional("name", name)
                .close();
    }
}
