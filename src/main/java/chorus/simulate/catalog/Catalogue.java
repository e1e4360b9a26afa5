package chorus.simulate.catalog;

import chorus.config.SimulateSettings;
import chorus.config.tree.SettingsFault;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tracks that exist so far, growing as they are drawn: a track urn and an artist urn in each scene, scenes in genres. Tracks
 * are numbered in the order in which they come up. {@code held} is what the playlist has already: it is never drawn again. The urns
 * hold an entry of each track for every entry of a playlist, but for hits.
 */
public final class Catalogue {
    /** No track. */
    public static final int NONE = -1;

    private static final String URI = "chorus:track:";
    private static final int URN_TRIES = 50;
    private static final int ARTIST_TRIES = 4;
    private static final int HIT_TRIES = 3;

    private final SimulateSettings.Catalogue settings;
    private final Chance chance;
    private final Weights genreWeights;
    private final Weights sceneWeights;
    private final List<Urn> urns = new ArrayList<>();
    private final Artists artists;
    private final Hits hits;
    private final IntArrayList sceneOf = new IntArrayList();
    private final IntArrayList artistOf = new IntArrayList();

    public Catalogue(SimulateSettings.Catalogue settings, Chance chance) {
        this.settings = settings;
        this.chance = chance;
        genreWeights = new Weights(settings.genres(), settings.genreExponent());
        sceneWeights = new Weights(settings.scenesPerGenre(), settings.sceneExponent());
        hits = new Hits(settings.hits());
        var scenes = settings.genres() * settings.scenesPerGenre();
        artists = new Artists(scenes, settings.artistDiscount(), settings.artistConcentration());
        for (var scene = 0; scene < scenes; scene++) {
            urns.add(new Urn(settings.trackDiscount(), settings.trackConcentration()));
        }
    }

    public int genre() {
        return genreWeights.draw(chance);
    }

    /** A scene of {@code genre}, numbered over all genres. */
    public int scene(int genre) {
        return genre * settings.scenesPerGenre() + sceneWeights.draw(chance);
    }

    public int genreOf(int scene) {
        return scene / settings.scenesPerGenre();
    }

    /** A hit that the playlist does not hold, in {@code hitShare} of the calls; else {@link #NONE}. */
    public int hit(IntList held) {
        if (settings.hitShare() > 0 && chance.unit() < settings.hitShare()) {
            for (var tries = 0; tries < HIT_TRIES; tries++) {
                var track = hits.draw(chance, hit -> release(hit % settings.genres() * settings.scenesPerGenre()));
                if (!held.contains(track)) {
                    return track;
                }
            }
        }
        return NONE;
    }

    /** A track by the artist of {@code last}, by its plays; {@link #NONE} where the first few drawn are all held. */
    public int sameArtist(int last, IntList held) {
        for (var tries = 0; tries < ARTIST_TRIES; tries++) {
            var track = artists.play(artistOf.getInt(last), chance);
            if (track != NONE && !held.contains(track)) {
                urns.get(sceneOf.getInt(track)).seat(track);
                artists.played(artistOf.getInt(track), track);
                return track;
            }
        }
        return NONE;
    }

    /** A track of {@code scene}. New or old is decided before held ones are passed over: else the vocabulary doubles. */
    public int ofScene(int scene, IntList held) {
        var urn = urns.get(scene);
        var track = urn.nextIsNew(chance) ? NONE : old(urn, held);
        if (track == NONE) {
            track = release(scene);
        }
        urn.seat(track);
        artists.played(artistOf.getInt(track), track);
        return track;
    }

    /** An entry of {@code track} has left its playlist. A track without any is never drawn again. */
    public void leave(int track) {
        var scene = sceneOf.getInt(track);
        var urn = urns.get(scene);
        if (urn.leave(track)) {
            artists.unplayed(artistOf.getInt(track), track);
            if (urn.count(track) == 0) {
                artists.lost(scene, artistOf.getInt(track));
            }
        }
    }

    /** How many playlists hold the track; 0 for a hit. */
    int entries(int track) {
        return urns.get(sceneOf.getInt(track)).count(track);
    }

    /** The scene from which a track comes; {@link #NONE} for an id that is left to others. */
    public int scene(TrackId track) {
        return sceneOf.getInt(track.value());
    }

    boolean isOfScene(int track, int scene) {
        return sceneOf.getInt(track) == scene;
    }

    /** Entries of the track's scene. */
    int entriesOfScene(int track) {
        return urns.get(sceneOf.getInt(track)).size();
    }

    /** Share of the track's scene in draws of a genre, then of a scene. */
    double shareOfScene(int track) {
        var scene = sceneOf.getInt(track);
        return genreWeights.share(genreOf(scene)) * sceneWeights.share(scene % settings.scenesPerGenre());
    }

    int artist(int track) {
        return artistOf.getInt(track);
    }

    int plays(int artist) {
        return artists.plays(artist);
    }

    private int old(Urn urn, IntList held) {
        for (var tries = 0; tries < URN_TRIES; tries++) {
            var track = urn.old(chance);
            if (!held.contains(track)) {
                return track;
            }
        }
        return NONE;
    }

    private int release(int scene) {
        require(1);
        sceneOf.add(scene);
        artistOf.add(artists.draw(scene, chance));
        return sceneOf.size() - 1;
    }

    /** How many ids are taken; ids run from 0. */
    public int size() {
        return sceneOf.size();
    }

    /** Leaves the next {@code ids} ids to others; they are never drawn. */
    public void reserve(int ids) {
        require(ids);
        for (var i = 0; i < ids; i++) {
            sceneOf.add(NONE);
            artistOf.add(NONE);
        }
    }

    private void require(int ids) {
        if (sceneOf.size() + ids > TrackId.BOUND) {
            throw new SettingsFault("simulate: the catalogue grows beyond " + TrackId.BOUND
                    + " tracks, which is all there are ids for: lower playlists, epochs or changePerEpoch");
        }
    }

    /** The track that has {@code uri}. */
    public Optional<TrackId> find(String uri) {
        var number = uri.startsWith(URI) ? uri.substring(URI.length()) : "";
        var id = number.matches("0|[1-9]\\d{0,7}") ? Integer.parseInt(number) : NONE;
        return id >= 0 && id < size() && sceneOf.getInt(id) != NONE ? Optional.of(new TrackId(id)) : Optional.empty();
    }

    public Track track(int id) {
        var artist = artistOf.getInt(id);
        return new Track(new TrackId(id), URI + id, "Track " + id, "chorus:artist:" + artist, "Artist " + artist);
    }
}
