package skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dutch and English say the same things under the same keys. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    static Stream<Path> dutchFiles() throws IOException {
        return Files.list(FOLDER).filter(f -> f.toString().endsWith("_nl.properties"));
    }

    @ParameterizedTest
    @MethodSource("dutchFiles")
    void everyKeyIsThereInBothLanguagesWithTheSamePlaces(Path dutchFile) throws IOException {
        Properties nl = read(dutchFile);
        Properties en = read(Path.of(dutchFile.toString().replace("_nl.", "_en.")));
        assertThat(new TreeSet<>(en.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(nl.stringPropertyNames()));
        for (String key : nl.stringPropertyNames()) {
            assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(nl.getProperty(key)));
            // A straight apostrophe is an escape sign in message patterns and swallows the rest.
            assertThat(nl.getProperty(key) + en.getProperty(key)).as(key).doesNotContain("'");
        }
    }

    /** Two files with one key: which of them a page shows would be chance. */
    @Test
    void noKeyIsInTwoFiles() throws IOException {
        var files = new TreeMap<String, Path>();
        for (Path file : dutchFiles().toList())
            for (String key : read(file).stringPropertyNames())
                assertThat(files.put(key, file)).as(key + " in " + file).isNull();
        assertThat(files).hasSizeGreaterThan(1000);
    }

    private static TreeSet<String> places(String message) {
        var found = new TreeSet<String>();
        Matcher m = PLACE.matcher(message);
        while (m.find()) found.add(m.group());
        return found;
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
