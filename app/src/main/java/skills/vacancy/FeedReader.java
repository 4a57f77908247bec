package skills.vacancy;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import skills.platform.Fetched;
import skills.platform.Fetcher;
import skills.platform.ImportFailed;
import skills.platform.TextFile;

/** Fetches a feed and reads its vacancies. Good rows are read, the others are said with place. */
@Component
class FeedReader {

    /** Of one sitemap in one run. */
    static final int MOST_PAGES = 1000;

    private static final int MOST_SITEMAPS = 50;
    private static final int MOST_TROUBLES = 50;
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(100);
    private static final Duration ALL_PAGES = Duration.ofMinutes(15);

    /** A row or page that could not be used. */
    record Trouble(String place, long line, String reason, String row) {}

    /**
     * @param pages for each posting, in the same order, the page it stood on
     * @param rejected how many rows could not be used; {@code troubles} names the first
     * @param unread pages that could not be read: what stood there may still be there
     * @param unclear vacancies whose row was there but could not be used
     * @param whole false when more pages were named than one run reads
     */
    record Result(
            List<Posting> postings,
            List<String> pages,
            int rejected,
            List<Trouble> troubles,
            Set<String> unread,
            Set<UUID> unclear,
            boolean whole) {}

    private final Fetcher fetcher;
    private final Path folder;
    private final Fetcher.Limits file;
    private final Fetcher.Limits page;

    FeedReader(
            Fetcher fetcher,
            @Value("${skills.feeds.folder:${skills.data:data}/feeds}") Path folder,
            @Value("${skills.feeds.seconds:120}") int seconds) {
        this.fetcher = fetcher;
        this.folder = folder;
        file = limited(Fetcher.Limits.FILE, seconds);
        page = limited(Fetcher.Limits.PAGE, seconds);
    }

    private static Fetcher.Limits limited(Fetcher.Limits limits, int seconds) {
        Duration most = Duration.ofSeconds(seconds);
        return new Fetcher.Limits(
                limits.bytes(),
                limits.unpacked(),
                limits.connect().compareTo(most) < 0 ? limits.connect() : most,
                limits.whole().compareTo(most) < 0 ? limits.whole() : most);
    }

    /** Where the files of feeds lie: no feed reads a file elsewhere. */
    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    /**
     * @throws FeedFailed when nothing of it can be used, with the reason
     */
    Result read(Feed feed) throws FeedFailed {
        var gathering = new Gathering(feed);
        switch (feed.kind()) {
            case FILE -> gathering.file(inside(feed.place()), "");
            case FOLDER -> gathering.folder(inside(feed.place()));
            case URL -> gathering.address();
            case SITEMAP -> gathering.sitemap();
        }
        return gathering.result();
    }

    private Path inside(String place) throws FeedFailed {
        try {
            Path path = folder().resolve(place).normalize();
            if (!path.startsWith(folder())) throw new FeedFailed("OUTSIDE", place);
            if (!Files.exists(path)) throw new FeedFailed("NOFILE", place);
            // A link inside the folder may lead out of it.
            if (!path.toRealPath().startsWith(folder().toRealPath()))
                throw new FeedFailed("OUTSIDE", place);
            return path;
        } catch (InvalidPathException | IOException e) {
            throw new FeedFailed("NOFILE", place);
        }
    }

    private static URI uri(String address) throws FeedFailed {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException e) {
            throw new FeedFailed("ADDRESS", address);
        }
    }

    private Fetched.Body fetch(URI address, Fetcher.Limits limits) throws FeedFailed {
        return switch (fetcher.get(address, limits)) {
            case Fetched.Body body -> body;
            case Fetched.Failed failed -> throw FeedFailed.of(failed);
        };
    }

    private final class Gathering {

        private final Feed feed;
        private final List<Posting> postings = new ArrayList<>();
        private final List<String> pages = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();
        private final Map<String, String> seen = new HashMap<>();
        private final Set<String> unread = new HashSet<>();
        private final Set<UUID> unclear = new HashSet<>();
        private int rejected;
        private boolean whole = true;
        private Robots robots = Robots.ALL;

        private Gathering(Feed feed) {
            this.feed = feed;
        }

        private Result result() {
            return new Result(postings, pages, rejected, troubles, unread, unclear, whole);
        }

        private void file(Path path, String page) throws FeedFailed {
            try {
                take(path.getFileName().toString(), page, VacancyFile.pieces(path));
            } catch (ImportFailed e) {
                throw new FeedFailed("FILE", e.getMessage());
            } catch (IOException e) {
                throw new FeedFailed("NOFILE", path.getFileName().toString());
            }
        }

        private void folder(Path path) throws FeedFailed {
            List<Path> files;
            try {
                files = VacancyImport.files(path);
            } catch (ImportFailed e) {
                throw new FeedFailed("FILE", feed.place() + " holds no file with vacancies.");
            } catch (IOException e) {
                throw new FeedFailed("NOFILE", feed.place());
            }
            FeedFailed last = null;
            for (Path file : files) {
                String name = file.getFileName().toString();
                try {
                    file(file, name);
                } catch (FeedFailed e) {
                    last = e;
                    unread.add(name);
                    trouble(new Trouble(name, 0, e.detail(), ""));
                }
            }
            if (last != null && unread.size() == files.size()) throw last;
        }

        private void address() throws FeedFailed {
            Fetched.Body body = fetch(uri(feed.place()), file);
            try {
                take(
                        String.valueOf(body.at().getHost()),
                        "",
                        VacancyFile.pieces(String.valueOf(body.at().getHost()), body.bytes()));
            } catch (ImportFailed e) {
                throw new FeedFailed("FILE", e.getMessage());
            }
        }

        private void sitemap() throws FeedFailed {
            long end = System.nanoTime() + ALL_PAGES.toNanos();
            robots = robots(uri(feed.place()));
            Set<URI> addresses = addresses();
            if (addresses.isEmpty())
                throw new FeedFailed(
                        "NOPAGES", feed.onlyWith().isEmpty() ? feed.place() : feed.onlyWith());
            int read = 0;
            FeedFailed last = null;
            for (URI address : addresses) {
                if (read == MOST_PAGES || System.nanoTime() > end) {
                    whole = false;
                    String left = (addresses.size() - read) + " pages were not read: too many";
                    trouble(new Trouble(feed.place(), 0, left, ""));
                    break;
                }
                // What may not be read costs nobody anything.
                if (read++ > 0 && robots.allows(address)) pause();
                try {
                    page(address);
                } catch (FeedFailed e) {
                    last = e;
                    unread.add(address.toString());
                    trouble(
                            new Trouble(
                                    address.toString(),
                                    0,
                                    e.code().toLowerCase().replace('_', ' ') + ": " + e.detail(),
                                    ""));
                }
            }
            if (last != null && unread.size() == read) throw last;
        }

        /** A site without the file allows all; one that cannot be asked allows nothing. */
        private Robots robots(URI site) throws FeedFailed {
            return switch (fetcher.get(site.resolve("/robots.txt"), FeedReader.this.page)) {
                case Fetched.Body body ->
                        Robots.read(new String(body.bytes(), StandardCharsets.UTF_8));
                case Fetched.Failed failed -> {
                    boolean none =
                            failed.reason() == Fetched.Reason.STATUS
                                            && failed.detail().startsWith("4")
                                    || failed.reason() == Fetched.Reason.TYPE
                                    || failed.reason() == Fetched.Reason.REDIRECTS;
                    // The server is away, or the address may not be: that is what is wrong.
                    if (!none && failed.reason() != Fetched.Reason.STATUS)
                        throw FeedFailed.of(failed);
                    yield none ? Robots.ALL : Robots.NOTHING;
                }
            };
        }

        private void mayRead(URI address) throws FeedFailed {
            if (!robots.allows(address)) throw new FeedFailed("ROBOTS", address.toString());
        }

        private void page(URI address) throws FeedFailed {
            mayRead(address);
            Fetched.Body body = fetch(address, FeedReader.this.page);
            String page = address.toString();
            try {
                String text = TextFile.of(body.bytes()).text();
                // Most pages of an employer are about something else.
                if (!text.contains("JobPosting")) return;
                take(page, page, VacancyFile.pieces(page, text));
            } catch (ImportFailed | TextFile.Unreadable e) {
                throw new FeedFailed("FILE", String.valueOf(e.getMessage()));
            }
        }

        /** All pages that the sitemap names, also by way of further sitemaps. */
        private Set<URI> addresses() throws FeedFailed {
            Set<URI> found = new LinkedHashSet<>();
            List<URI> maps = new ArrayList<>(List.of(uri(feed.place())));
            Set<URI> known = new HashSet<>(maps);
            String host = maps.getFirst().getHost();
            for (int i = 0; i < maps.size() && i < MOST_SITEMAPS; i++) {
                mayRead(maps.get(i));
                Document xml = xml(fetch(maps.get(i), file));
                for (Element loc : xml.select("sitemap > loc"))
                    own(loc, host).filter(known::add).ifPresent(maps::add);
                for (Element loc : xml.select("url > loc"))
                    if (loc.text().contains(feed.onlyWith())) own(loc, host).ifPresent(found::add);
            }
            return found;
        }

        /** Entities are not resolved: this parser knows none but those of XML itself. */
        private Document xml(Fetched.Body body) throws FeedFailed {
            try {
                return Jsoup.parse(TextFile.of(body.bytes()).text(), "", Parser.xmlParser());
            } catch (TextFile.Unreadable e) {
                throw new FeedFailed("FILE", feed.place() + " is not a text file.");
            }
        }

        /** Only the employer's own site: nobody sends us to somebody else's. */
        private Optional<URI> own(Element loc, String host) {
            try {
                URI address = new URI(loc.text().strip());
                if (address.getHost() != null && address.getHost().equals(host))
                    return Optional.of(address);
                trouble(new Trouble(loc.text(), 0, "not on " + host + ": left out", ""));
            } catch (URISyntaxException e) {
                trouble(new Trouble(loc.text(), 0, "not an address", ""));
            }
            return Optional.empty();
        }

        private void take(String place, String page, List<VacancyFile.Piece> pieces) {
            for (VacancyFile.Piece piece : pieces)
                for (VacancyFile.Row row : piece.rows()) {
                    switch (row) {
                        case VacancyFile.Row.Bad bad ->
                                trouble(
                                        new Trouble(
                                                place, bad.line(), bad.reason(), cut(bad.text())));
                        case VacancyFile.Row.Read read -> take(place, page, read);
                    }
                }
        }

        private void take(String place, String page, VacancyFile.Row.Read row) {
            try {
                Posting posting =
                        PostingReader.read(row.posting())
                                .of(
                                        feed.name(),
                                        feed.keyStart(),
                                        page.startsWith("http") ? page : null);
                String first = seen.putIfAbsent(posting.key(), place + ":" + row.line());
                if (first != null)
                    throw new Unusable(
                            "the same vacancy as " + first.replaceFirst("^.*:", "line "));
                postings.add(posting);
                pages.add(page);
            } catch (Unusable e) {
                PostingReader.key(row.posting())
                        .ifPresent(k -> unclear.add(VacancyId.of(feed.keyStart() + k).value()));
                String text = row.posting().toString();
                trouble(new Trouble(place, row.line(), e.getMessage(), cut(text)));
            }
        }

        private void trouble(Trouble trouble) {
            rejected++;
            if (troubles.size() < MOST_TROUBLES) troubles.add(trouble);
        }

        private void pause() {
            try {
                Thread.sleep(BETWEEN_PAGES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String cut(String text) {
        String plain = text.replace('\0', ' ');
        return plain.length() <= 300 ? plain : plain.substring(0, 299) + "…";
    }
}
