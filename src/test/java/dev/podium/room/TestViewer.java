package dev.podium.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.wire.CloseCode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A socket that remembers what it was sent. */
final class TestViewer implements Viewer {
    private static final int PATIENCE_S = 40;

    private final CountDownLatch welcome = new CountDownLatch(1);
    final List<String> frames = new CopyOnWriteArrayList<>();
    volatile CloseCode code;
    volatile Integer rttMs;

    void awaitWelcome() throws InterruptedException {
        assertThat(welcome.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    }

    boolean welcomed() {
        return welcome.getCount() == 0;
    }

    @Override
    public void welcome(String frame) {
        frames.add(frame);
        welcome.countDown();
    }

    @Override
    public void state(String frame) {
        frames.add(frame);
    }

    @Override
    public void progress(String frame) {
        frames.add(frame);
    }

    @Override
    public void tally(String frame) {
        frames.add(frame);
    }

    @Override
    public void send(String frame) {
        frames.add(frame);
    }

    @Override
    public void close(CloseCode why) {
        code = why;
    }

    @Override
    public boolean closed() {
        return code != null;
    }

    @Override
    public Integer rttMs() {
        return rttMs;
    }
}
