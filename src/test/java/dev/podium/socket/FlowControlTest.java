package dev.podium.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlowControlTest {
    private long now;
    private final FlowControl flow = new FlowControl(() -> now);
    private final EmbeddedChannel channel = new EmbeddedChannel(flow);
    private final List<String> told = new ArrayList<>();

    private final FlowControl.Listener listener = new FlowControl.Listener() {
        @Override
        public void beyondBudget() {
            told.add("beyond");
        }

        @Override
        public void flooded() {
            told.add("flooded");
        }
    };

    private PingWebSocketFrame ping() {
        var frame = new PingWebSocketFrame(Unpooled.buffer().writeShort(7));
        channel.writeInbound(frame);
        return frame;
    }

    private int passed() {
        int frames = 0;
        while (channel.readInbound() instanceof PingWebSocketFrame frame) {
            frame.release();
            frames++;
        }
        return frames;
    }

    @Test
    void within_the_budget_all_frames_pass_and_nobody_is_told() {
        flow.listen(listener);
        for (int i = 0; i < 40; i++) ping();
        assertThat(passed()).isEqualTo(40);
        assertThat(told).isEmpty();
    }

    @Test
    void beyond_it_frames_still_pass_and_it_is_told_once_until_it_is_kept_again() {
        flow.listen(listener);
        for (int i = 0; i < 50; i++) ping();
        assertThat(passed()).isEqualTo(50);
        assertThat(told).containsExactly("beyond");
        now += TimeUnit.SECONDS.toNanos(3);
        for (int i = 0; i < 41; i++) ping();
        assertThat(told).containsExactly("beyond", "beyond");
    }

    @Test
    void at_twice_the_budget_nothing_passes_or_is_read_or_kept() {
        flow.listen(listener);
        for (int i = 0; i < 79; i++) ping();
        assertThat(channel.config().isAutoRead()).isTrue();
        var last = ping();
        assertThat(passed()).isEqualTo(79);
        assertThat(last.refCnt()).isZero();
        assertThat(told).containsExactly("beyond", "flooded");
        assertThat(channel.config().isAutoRead()).isFalse();
        now += TimeUnit.MINUTES.toNanos(1);
        assertThat(ping().refCnt()).isZero();
        flow.hold(false);
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(told).hasSize(2);
    }

    @Test
    void a_flood_that_was_there_before_anybody_listened_is_told_at_once() {
        for (int i = 0; i < 10_000; i++) ping();
        flow.listen(listener);
        assertThat(told).containsExactly("flooded");
        assertThat(passed()).isEqualTo(79);
    }

    @Test
    void what_comes_before_anybody_listens_waits_and_keeps_its_order() {
        var first = ping();
        var second = ping();
        assertThat(passed()).isZero();
        flow.listen(listener);
        assertThat(channel.<Object>readInbound()).isSameAs(first);
        assertThat(channel.<Object>readInbound()).isSameAs(second);
        ping();
        assertThat(passed()).isEqualTo(1);
    }

    @Test
    void what_nobody_ever_listened_to_is_not_kept() {
        var frame = ping();
        channel.close();
        assertThat(frame.refCnt()).isZero();
    }

    @Test
    void while_writing_waits_reading_waits() {
        flow.hold(true);
        assertThat(channel.config().isAutoRead()).isFalse();
        flow.hold(false);
        assertThat(channel.config().isAutoRead()).isTrue();

        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
        channel.write(Unpooled.buffer().writeLong(7));
        assertThat(channel.isWritable()).isFalse();
        assertThat(channel.config().isAutoRead()).isFalse();
        channel.flush();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void what_is_no_frame_passes() {
        for (int i = 0; i < 100; i++) channel.writeInbound("request");
        for (int i = 0; i < 100; i++) assertThat(channel.<String>readInbound()).isEqualTo("request");
    }
}
