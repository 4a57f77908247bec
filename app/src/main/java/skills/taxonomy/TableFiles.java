package skills.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import skills.platform.ImportFailed;

/** The tables at a place: a folder (with its zips), one zip, or one file. */
final class TableFiles implements AutoCloseable {

    private final List<TableFile> files = new ArrayList<>();
    private final List<ZipFile> zips = new ArrayList<>();

    private TableFiles() {}

    static TableFiles at(Path path) throws IOException {
        var found = new TableFiles();
        try {
            if (!Files.exists(path)) throw new ImportFailed(path + " does not exist.");
            if (Files.isDirectory(path)) {
                try (var listed = Files.list(path)) {
                    for (Path file : listed.sorted().toList()) found.add(file);
                }
            } else {
                found.add(path);
            }
            return found;
        } catch (IOException e) {
            found.close();
            throw e;
        }
    }

    List<TableFile> all() {
        return files;
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".zip")) addZip(file, name);
        else if (Files.isRegularFile(file))
            files.add(new TableFile(name, () -> Files.newInputStream(file)));
    }

    private void addZip(Path file, String zipName) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new ImportFailed(zipName + " is damaged or not a zip at all.", e);
        }
        zips.add(zip);
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator)
            if (!entry.isDirectory())
                files.add(new TableFile(entry.getName(), () -> open(zip, entry)));
    }

    private static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) zip.close();
    }
}
