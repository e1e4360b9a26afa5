package chorus.experiment.sweep;

import chorus.config.SettingsText;
import chorus.config.Sweep;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What the finished folds of a sweep came to, in a directory, so that one that was killed goes on where it was. Beside them lies a digest of
 * all that decides what they come to; a fold is there whole or not at all.
 */
public final class KeptFolds {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Findings>> FOLD = new TypeReference<>() {};
    private static final String DIGEST = "digest";
    private static final String ANEW = "--restart begins it anew, or name another --out";

    private final @Nullable Path directory;
    private final String digest;
    private final KeptLists lists;

    private KeptFolds(@Nullable Path directory, String digest, KeptLists lists) {
        this.directory = directory;
        this.digest = digest;
        this.lists = lists;
    }

    /** Keeps nothing. */
    static KeptFolds nowhere() {
        return new KeptFolds(null, "", KeptLists.nowhere());
    }

    /**
     * Those of a directory, which need not be there yet; nothing is written.
     *
     * @param circumstances what decides beside the settings: which version, which data
     * @param restart whether those that are there are of no matter
     * @throws OtherExperiment where they are of other settings or circumstances
     */
    public static KeptFolds in(Path directory, Sweep sweep, String circumstances, boolean restart) {
        var kept = new KeptFolds(directory, digest(sweep, circumstances), KeptLists.nowhere());
        var there = directory.resolve(DIGEST);
        try {
            if (!restart
                    && Files.exists(there)
                    && !Files.readString(there).strip().equals(kept.digest)) {
                throw new OtherExperiment(
                        directory + " holds folds of other settings, other data or another version: " + ANEW);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(there + " cannot be read", e);
        }
        return kept;
    }

    /** The same where a fold is finished only when its lists are there, too. */
    public KeptFolds beside(KeptLists wanted) {
        return new KeptFolds(directory, digest, wanted);
    }

    KeptLists lists() {
        return lists;
    }

    /** Whether there is anything of the same settings. */
    public boolean areThere() {
        return directory != null && Files.exists(directory.resolve(DIGEST));
    }

    /** Makes the directory ready, without what a restart does away with. */
    public KeptFolds begun(boolean restart) {
        if (directory == null) {
            return this;
        }
        try {
            Files.createDirectories(directory);
            if (restart) {
                try (var files = Files.newDirectoryStream(directory, "*.json.gz")) {
                    for (var file : files) {
                        Files.delete(file);
                    }
                }
            }
            Files.writeString(directory.resolve(DIGEST), digest + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written", e);
        }
        return this;
    }

    private static String digest(Sweep sweep, String circumstances) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(circumstances.getBytes(StandardCharsets.UTF_8));
            sha.update(sweep.told().name().getBytes(StandardCharsets.UTF_8));
            sweep.variants()
                    .forEach(variant ->
                            sha.update(SettingsText.of(variant.settings()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the variants of a fold came to, in order; nothing where it has not been finished. */
    Optional<List<Findings>> of(List<Integer> variants) {
        if (directory == null
                || !Files.exists(file(directory, variants))
                || !variants.stream().allMatch(lists::has)) {
            return Optional.empty();
        }
        var file = file(directory, variants);
        try (var content = new GZIPInputStream(Files.newInputStream(file))) {
            var held = JSON.readValue(content, FOLD);
            if (held.size() != variants.size()) {
                throw new OtherExperiment(
                        file + " holds " + held.size() + " variants for " + variants.size() + ": " + ANEW);
            }
            return Optional.of(held);
        } catch (JsonProcessingException | ZipException | EOFException e) {
            throw new OtherExperiment(file + " is damaged: " + ANEW);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    void keep(List<Integer> variants, List<Findings> held) {
        if (directory == null) {
            return;
        }
        var file = file(directory, variants);
        var fresh = directory.resolve(file.getFileName() + ".new");
        try {
            try (var content = new GZIPOutputStream(Files.newOutputStream(fresh))) {
                JSON.writeValue(content, held);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** By its first variant, from 1. */
    private static Path file(Path directory, List<Integer> variants) {
        return directory.resolve((variants.getFirst() + 1) + ".json.gz");
    }

    /** Folds that cannot be gone on from; the message is the line to show. */
    public static final class OtherExperiment extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherExperiment(String message) {
            super(message);
        }
    }
}
