package dev.podium.wire;

/** The way in, which hosts and screens show as long as one can join. */
public record Door(String pin, String joinUrl) {
    void writeTo(JsonText json) {
        json.field("pin", pin).field("joinUrl", joinUrl);
    }
}
