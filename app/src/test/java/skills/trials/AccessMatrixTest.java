package skills.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import skills.RoomTest;
import skills.Visitor;
import skills.identity.DemoAccounts;

/**
 * Every route as every role, on things that belong to one holder and one teacher. The table is
 * access-matrix.csv; a route without a row there fails this test. A row may carry a path with
 * {entry}, {session} and the like where the things of {@link Owned} are put in. The last column,
 * the researcher, may be left out where that person is just somebody with an account.
 */
class AccessMatrixTest extends RoomTest {

    /** In this order, so that whoever owns a thing comes last. */
    private static final List<String> ROLES =
            List.of(
                    "anonymous",
                    "localhost",
                    "guest",
                    "other",
                    "admin",
                    "holder",
                    "teacher",
                    "researcher");

    private static final List<String> COLUMNS =
            List.of("anonymous", "guest", "holder", "other", "teacher", "admin", "localhost");

    /** Of a researcher, for whom most pages are as for anybody who owns nothing here. */
    private static final String RESEARCHER = "researcher";

    @Autowired DemoAccounts demo;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    record Row(
            String method, String route, String path, String fields, Map<String, String> outcomes) {

        String address() {
            return path.isEmpty() ? route : path;
        }
    }

    @Test
    void everyRouteHasARowThatSaysWhoMayCallIt() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (Row row : table()) rows.add(row.method + " " + row.route);
        Set<String> missing = new TreeSet<>(routes());
        missing.removeAll(rows);
        assertThat(missing)
                .as(
                        "routes without a row in src/test/resources/access-matrix.csv; add for each:"
                                + " method;route;path if it has variables;fields;"
                                + String.join(";", COLUMNS))
                .isEmpty();
        rows.removeAll(routes());
        assertThat(rows).as("rows of routes that do not exist").isEmpty();
    }

    @Test
    void everyRoleGetsWhatTheTableSaysAndNobodyGetsWhatBelongsToAnother() throws IOException {
        var owned = new Owned(demo, jdbc);
        Owned.Things things = owned.make();
        Map<String, Supplier<Visitor>> visitors = things.visitors();
        List<String> faults = new ArrayList<>();
        for (Row row : table()) {
            for (String role : ROLES) {
                // Erasing oneself is left to somebody new.
                boolean ends = row.route.equals("/me/erase") && row.method.equals("POST");
                Visitor visitor =
                        ends && !role.equals("anonymous") && !role.equals("localhost")
                                ? owned.guest()
                                : visitors.get(role).get();
                String outcome = outcome(row, things, visitor);
                String expected = row.outcomes.get(role);
                if (!outcome.equals(expected))
                    faults.add(
                            row.method
                                    + " "
                                    + row.address()
                                    + " as "
                                    + role
                                    + ": "
                                    + outcome
                                    + ", expected "
                                    + expected);
            }
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void theTableLetsNobodyElseReachAThingThatIsOwned() throws IOException {
        for (Row row : table())
            for (String thing : Owned.PRIVATE)
                if (row.address().contains("{" + thing + "}"))
                    assertThat(row.outcomes.get("other"))
                            .as(row.method + " " + row.address())
                            .isIn("notfound", "forbidden");
    }

    private static String outcome(Row row, Owned.Things things, Visitor visitor) {
        String path = things.fill(row.address());
        Visitor.Page page;
        if (row.method.equals("GET")) page = visitor.getOnce(path);
        else {
            List<String> fields = new ArrayList<>();
            for (String pair : row.fields.isEmpty() ? new String[0] : row.fields.split("&")) {
                fields.add(pair.substring(0, pair.indexOf('=')));
                fields.add(things.fill(pair.substring(pair.indexOf('=') + 1)));
            }
            page = visitor.postOnce(path, fields.toArray(String[]::new));
        }
        int status = page.status();
        String to = page.response().headers().firstValue("Location").orElse("");
        if (status >= 300 && status < 400) return to.contains("/signin?away") ? "signin" : "ok";
        return switch (status) {
            case 200, 204 -> "ok";
            case 400, 415, 422, 429 -> "bad";
            case 403 -> "forbidden";
            case 404 -> "notfound";
            case 410 -> "gone";
            default -> Integer.toString(status);
        };
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach(
                        (route, handler) -> {
                            String where = handler.getBeanType().getPackageName();
                            // The page of errors is reached by no address of its own.
                            if (!where.startsWith("skills.")
                                    || route.getPatternValues().contains("/error")) return;
                            Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
                            for (String pattern : route.getPatternValues())
                                for (RequestMethod method :
                                        methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                                    routes.add(method + " " + pattern);
                        });
        return routes;
    }

    /** The rows that send something, without the one that ends the account. */
    static List<Row> posts() throws IOException {
        return table().stream()
                .filter(r -> r.method.equals("POST") && !r.route.equals("/me/erase"))
                .toList();
    }

    static List<Row> table() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (var file = AccessMatrixTest.class.getResourceAsStream("/access-matrix.csv")) {
            List<String> lines =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .toList();
            for (String line : lines) {
                String[] cell = line.split(";", -1);
                assertThat(cell.length - 4 - COLUMNS.size()).as(line).isBetween(0, 1);
                Map<String, String> outcomes = new LinkedHashMap<>();
                for (int i = 0; i < COLUMNS.size(); i++) outcomes.put(COLUMNS.get(i), cell[4 + i]);
                boolean isSaid = cell.length > 4 + COLUMNS.size();
                outcomes.put(
                        RESEARCHER,
                        isSaid
                                ? cell[4 + COLUMNS.size()]
                                : cell[1].startsWith("/admin")
                                        ? "notfound"
                                        : outcomes.get("admin"));
                rows.add(new Row(cell[0], cell[1], cell[2], cell[3], outcomes));
            }
        }
        return rows;
    }
}
