package chorus.bundle.page;

import chorus.bundle.figures.Figure;
import chorus.bundle.figures.FigureFiles;
import chorus.config.words.Words.FigureWords;
import java.nio.file.Path;
import java.util.Optional;

/** The figures of a bundle, as files and in its report. Where this Java runtime can draw none, the report says so instead. */
public final class Gallery {
    private final Optional<String> hindrance = hindrance();
    private final ReportPage page;
    private final Path directory;

    /**
     * Gives the report its heading.
     *
     * @param directory where the files go, made if there is none
     */
    public Gallery(ReportPage page, Path directory) {
        this.page = page;
        this.directory = directory;
        page.heading("Figures");
        hindrance.ifPresent(page::paragraph);
    }

    /** Adds a figure, if there is anything in it. */
    public void add(Figure figure, FigureWords words) {
        if (hindrance.isEmpty() && !figure.panels().isEmpty()) {
            FigureFiles.write(figure, directory);
            page.figure(figure, FigureFiles.svg(figure), words);
        }
    }

    /** Why there will be no figures, in a sentence for whoever could mend it. */
    public static Optional<String> hindrance() {
        return FigureFiles.hindrance()
                .map(why -> "figures are left out, as this Java runtime cannot draw text (" + why
                        + "): install fonts and fontconfig, and the same command draws them");
    }
}
