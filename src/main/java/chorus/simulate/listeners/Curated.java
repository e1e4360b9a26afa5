package chorus.simulate.listeners;

import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** A playlist while its plan is drawn: its contents in the twin and the listener who owns it. */
record Curated(PlaylistId id, Listener listener, IntArrayList tracks) {}
