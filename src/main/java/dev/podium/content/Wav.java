package dev.podium.content;

import java.nio.ByteBuffer;
import java.util.Set;

/** WAV: how the sound is written and the sound itself; what broadcasters and programs note beside it is left out. */
final class Wav {
    private static final Set<String> KEPT = Set.of("fmt ", "fact", "data");

    private Wav() {}

    static Kept bare(ByteBuffer sent) {
        var chunks = Riff.chunks(sent).stream()
                .filter(chunk -> KEPT.contains(chunk.name()))
                .toList();
        var names = chunks.stream().map(Riff.Chunk::name).toList();
        if (chunks.size() > KEPT.size()
                || !names.contains("data")
                || !names.getFirst().equals("fmt ")
                || chunks.getFirst().length() < 16) throw Unusable.broken();
        var kept = Riff.head(sent, chunks);
        chunks.forEach(chunk -> Riff.keep(kept, chunk));
        return kept;
    }
}
