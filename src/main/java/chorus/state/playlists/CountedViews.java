package chorus.state.playlists;

import chorus.playlist.World;
import java.util.function.BiConsumer;

/** The lists in which an edit of {@code world} counts: one for both worlds where they agree, else each that sees the edit. */
record CountedViews(int[] entries, World world) {
    static CountedViews of(int[] entries, World world) {
        return new CountedViews(entries, world);
    }

    void forEach(BiConsumer<World, int[]> count) {
        if (world == World.BOTH && Entries.worldsAgree(entries)) {
            count.accept(World.BOTH, Entries.view(entries, World.FACTUAL));
            return;
        }
        if (world != World.COUNTERFACTUAL) {
            count.accept(World.FACTUAL, Entries.view(entries, World.FACTUAL));
        }
        if (world != World.FACTUAL) {
            count.accept(World.COUNTERFACTUAL, Entries.view(entries, World.COUNTERFACTUAL));
        }
    }
}
