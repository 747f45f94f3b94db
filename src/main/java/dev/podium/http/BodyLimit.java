package dev.podium.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a body that does not tell its length, so that a huge one is refused as any other is. */
@Provider
class BodyLimit implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(context.getInputStream()));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {
        private long left = RequestGuard.MAX_BODY_BYTES;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        /** Nothing is skipped uncounted, and nothing is read twice. */
        @Override
        public long skip(long bytes) {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw RequestGuard.tooLarge(RequestGuard.MAX_BODY_BYTES).refusal();
            }
        }
    }
}
