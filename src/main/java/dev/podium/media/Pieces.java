package dev.podium.media;

import dev.podium.http.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;

/** What is kept, piece by piece. A hall that asks for one picture at once reads it once. Any thread. */
@ApplicationScoped
class Pieces {
    /** Of {@link Media#CHUNK} bytes: 16 MiB. */
    private static final int PIECES = 64;

    private static final int HEADS = 2_000;

    private final Pool pool;
    private final Shared<String, StoredMedia> heads;
    private final Shared<Piece, Buffer> pieces;

    private record Piece(String hash, int n) {}

    Pieces(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.heads = new Shared<>("head", HEADS, metrics, this::readHead);
        this.pieces =
                new Shared<>("piece", PIECES, metrics, piece -> readPiece(piece).map(Pieces::direct));
    }

    /** Fails with a refusal, 404, when nothing is kept under this hash. */
    Future<StoredMedia> head(String hash) {
        return heads.get(hash);
    }

    /** Not to be written to, and sent from where it lies; fails when it is not there. */
    Future<Buffer> piece(String hash, int n) {
        return pieces.get(new Piece(hash, n));
    }

    /** The same for whoever reads it alone: it takes no place from what a hall asks for. */
    Future<Buffer> once(String hash, int n) {
        return readPiece(new Piece(hash, n));
    }

    /** On this instance; whoever has it elsewhere may keep it, as it does not change. */
    void forget(String hash) {
        heads.forget(hash);
    }

    /** In memory that sockets write from, which the collector frees once nobody has it any more. */
    private static Buffer direct(Buffer read) {
        var memory = ByteBuffer.allocateDirect(read.length()).put(read.getBytes());
        return BufferImpl.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory.flip())));
    }

    private Future<StoredMedia> readHead(String hash) {
        return pool.preparedQuery("SELECT type, size FROM media WHERE hash = $1")
                .execute(Tuple.of(hash))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> StoredMedia.of(hash, row.getString("type"), row.getLong("size")))
                        .orElseThrow(() -> Problem.notFound("upload").refusal()));
    }

    private Future<Buffer> readPiece(Piece piece) {
        return pool.preparedQuery("SELECT bytes FROM media_chunk WHERE hash = $1 AND n = $2")
                .execute(Tuple.of(piece.hash(), piece.n()))
                .map(rows -> rows.iterator().next().getBuffer("bytes"));
    }
}
