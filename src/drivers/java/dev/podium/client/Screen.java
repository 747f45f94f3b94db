package dev.podium.client;

/** A big screen that everybody in the room sees. */
public final class Screen extends Watching {
    private final String token;

    Screen(String token) {
        this.token = token;
    }

    @Override
    public String path() {
        return "/ws/screen/" + token;
    }

    @Override
    public boolean standsIn() {
        return true;
    }
}
