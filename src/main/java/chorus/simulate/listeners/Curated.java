package chorus.simulate.listeners;

import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** A playlist while its plan is drawn: its counterfactual contents and the listener who owns it. */
record Curated(PlaylistId id, Listener listener, IntArrayList tracks) {}
