package skills.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads files of one kind into the database. The same files again change nothing. */
public interface Importer {

    /** The word on the command line. */
    String name();

    /**
     * Imports all or nothing: rows that are wrong are left out and reported, a file that is wrong
     * leaves the database as it was.
     *
     * @param path a file or folder
     * @param reportFolder where the file with rejected rows goes; made when needed
     * @throws ImportFailed when a file is missing or unusable, with a sentence that says which and
     *     why
     */
    ImportReport run(Path path, Path reportFolder, Progress progress) throws IOException;

    /** Imports files that belong together; most importers take one file or folder. */
    default ImportReport run(List<Path> paths, Path reportFolder, Progress progress)
            throws IOException {
        if (paths.size() != 1) throw new ImportFailed("import " + name() + " takes one path.");
        return run(paths.getFirst(), reportFolder, progress);
    }
}
