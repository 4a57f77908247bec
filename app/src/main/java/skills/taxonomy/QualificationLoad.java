package skills.taxonomy;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the qualifications of the regulations, the later numbers, and where each leads. */
@Component
class QualificationLoad {

    private static final String FOLDER = "content/courses/";
    private static final String LAW = FOLDER + "mbo-qualifications.csv";
    private static final String LATER = FOLDER + "later.csv";
    private static final String COURSES = FOLDER + "courses.csv";

    private final SmallLoad small;
    private final JdbcClient jdbc;
    private final Authored authored;

    QualificationLoad(SmallLoad small, JdbcClient jdbc, Authored authored) {
        this.small = small;
        this.jdbc = jdbc;
        this.authored = authored;
    }

    void load() throws IOException {
        small.once("qualifications", SmallLoad.digest(LAW, LATER, COURSES), this::rows);
    }

    private int rows() throws IOException {
        int[] count = {0};
        small.read(
                LAW,
                row -> {
                    count[0]++;
                    save(
                            row.need("qualification_crebo"),
                            row.need("qualification"),
                            Integer.parseInt(row.need("level")),
                            row.get("kind"),
                            row.get("domain"),
                            row.get("dossier"),
                            LocalDate.parse(row.need("valid_from")),
                            null);
                },
                "qualification_crebo",
                "qualification",
                "level",
                "kind",
                "domain",
                "dossier",
                "valid_from");
        small.read(
                LATER,
                row -> {
                    count[0]++;
                    jdbc.sql(
                                    """
                                    insert into qualification (crebo, name, level, kind, domain, dossier, valid_from, same_as)
                                    select :crebo, :name, :level, kind, domain, dossier, null, crebo
                                    from qualification where crebo = :same
                                    on conflict (crebo) do update set name = excluded.name, level = excluded.level,
                                        kind = excluded.kind, domain = excluded.domain, dossier = excluded.dossier,
                                        same_as = excluded.same_as
                                    """)
                            .param("crebo", row.need("crebo"))
                            .param("name", row.need("name"))
                            .param("level", Integer.parseInt(row.need("level")))
                            .param("same", row.need("same_as"))
                            .update();
                },
                "crebo",
                "same_as",
                "name",
                "level");
        jdbc.sql("delete from qualification_occupation").update();
        int[] rank = {0};
        small.read(
                COURSES,
                row -> {
                    count[0]++;
                    OccupationId occupation = authored.slugs().get(row.need("slug"));
                    if (occupation == null)
                        throw new TableFile.Unusable("no occupation " + row.get("slug"));
                    jdbc.sql(
                                    """
                                    insert into qualification_occupation (crebo, occupation, rank)
                                    values (:crebo, :occupation, :rank)
                                    """)
                            .param("crebo", row.need("crebo"))
                            .param("occupation", occupation.value())
                            .param("rank", ++rank[0])
                            .update();
                },
                "crebo",
                "slug");
        return count[0];
    }

    private void save(
            String crebo,
            String name,
            int level,
            String kind,
            String domain,
            String dossier,
            @Nullable LocalDate validFrom,
            @Nullable String sameAs) {
        jdbc.sql(
                        """
                        insert into qualification (crebo, name, level, kind, domain, dossier, valid_from, same_as)
                        values (:crebo, :name, :level, :kind, :domain, :dossier, :valid, :same)
                        on conflict (crebo) do update set name = excluded.name, level = excluded.level,
                            kind = excluded.kind, domain = excluded.domain, dossier = excluded.dossier,
                            valid_from = excluded.valid_from, same_as = excluded.same_as
                        """)
                .param("crebo", crebo)
                .param("name", name)
                .param("level", level)
                .param("kind", kind)
                .param("domain", domain)
                .param("dossier", dossier)
                .param("valid", validFrom)
                .param("same", sameAs)
                .update();
    }
}
