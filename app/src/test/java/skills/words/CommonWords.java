package skills.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The words of a language that are heard most in films and series: content/words. */
record CommonWords(Set<String> words) {

    static CommonWords of(String language) {
        Path file =
                Stream.of("content", "../content")
                        .map(p -> Path.of(p, "words", language + ".txt.gz"))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return new CommonWords(new HashSet<>(in.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word with parts counts as common when each part is. */
    boolean has(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (plain.chars().noneMatch(Character::isLetter) || words.contains(plain)) return true;
        String[] parts = plain.split("['-]");
        if (parts.length < 2) return false;
        return Stream.of(parts).allMatch(p -> p.length() < 2 || words.contains(p));
    }
}
