package dev.podium.catalogue;

import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a host's folders lie, and where another may. */
record Tree(Map<UUID, UUID> parents) {
    /** How many may lie in each other. */
    static final int DEEPEST = 5;

    static Tree of(List<Folder> folders) {
        var parents = new HashMap<UUID, UUID>();
        folders.forEach(folder -> parents.put(folder.id(), folder.parent()));
        return new Tree(parents);
    }

    boolean has(UUID folder) {
        return parents.containsKey(folder);
    }

    /**
     * @param folder one of these, or a new one
     * @param parent null: in none
     * @throws Problem.Refusal 422 if it cannot lie there: in itself, in none of the host's, or too deep
     */
    void refuse(UUID folder, UUID parent) {
        if (parent == null) return;
        if (!has(parent)) throw Folder.unknown("parent");
        if (lies(parent, folder)) {
            throw Problem.invalid("parent", Code.NOT_ALLOWED, "A folder cannot lie in itself.")
                    .refusal();
        }
        if (depth(parent) + height(folder) > DEEPEST) {
            throw Problem.invalid("parent", Code.OUT_OF_RANGE, "At most " + DEEPEST + " folders lie in each other.")
                    .refusal();
        }
    }

    /** Whether a folder is another one or lies somewhere in it. */
    private boolean lies(UUID folder, UUID in) {
        for (var at = folder; at != null; at = parents.get(at)) if (at.equals(in)) return true;
        return false;
    }

    private int depth(UUID folder) {
        int depth = 0;
        for (var at = folder; at != null; at = parents.get(at)) depth++;
        return depth;
    }

    /** With all that lies in it; 1 for a folder without any. */
    private int height(UUID folder) {
        int below = parents.keySet().stream()
                .filter(it -> lies(it, folder))
                .mapToInt(this::depth)
                .max()
                .orElse(0);
        return below == 0 ? 1 : below - depth(folder) + 1;
    }
}
