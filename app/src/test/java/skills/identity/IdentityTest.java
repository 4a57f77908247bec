package skills.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import skills.RoomTest;
import skills.Visitor;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.platform.Outbox;

/** What the tests of this room share: a school, classes, codes, and somebody's mail. */
abstract class IdentityTest extends RoomTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired Accounts accounts;
    @Autowired DemoAccounts demo;
    @Autowired Groups groups;
    @Autowired Memberships memberships;
    @Autowired Invitations invitations;
    @Autowired Outbox outbox;

    /** Another one each time, also over several runs on one database. */
    static String unique(String start) {
        return start + COUNT.incrementAndGet() + UUID.randomUUID().toString().substring(0, 8);
    }

    static String address() {
        return unique("a") + "@example.org";
    }

    record School(
            OrganizationId organization, String teacherName, AccountId teacher, Group group) {}

    School school() {
        String name = unique("coach-");
        AccountId teacher = demo.person(name, LocalizedText.same(name), Account.AgeGroup.ADULT, 9);
        OrganizationId organization = demo.organization(unique("School "));
        GroupId group = demo.group(organization, "LVD4A", teacher);
        return new School(organization, name, teacher, groups.find(group).orElseThrow());
    }

    Invitation code(School school, Duration from, Duration until, int limit) {
        Instant now = now();
        return invitations.make(
                school.group(), now.plus(from), now.plus(until), limit, school.teacher());
    }

    Invitation openCode() {
        return code(school(), Duration.ofMinutes(-1), Duration.ofHours(1), 30);
    }

    Visitor teacher(School school) {
        var browser = new Visitor();
        browser.post("/demo/" + school.teacherName());
        return browser;
    }

    /** The path of the link in the newest letter to this address. */
    String link(String address) {
        var letters = outbox.to(java.util.List.of(address));
        String text = letters.getLast().text();
        int at = text.indexOf(RoomTest.origin() + "/");
        return text.substring(at + RoomTest.origin().length()).split("\\s")[0];
    }

    /** A person over 18 who kept an account by class code; her recovery code was shown. */
    record Kept(Visitor browser, AccountId account, String recoveryCode) {}

    Kept kept() {
        var browser = new Visitor();
        Invitation code = openCode();
        browser.post("/join", "code", code.code().value());
        var done = browser.post("/keep/age", "date", "1-2-1990");
        AccountId account = memberships.in(code.group()).getFirst();
        return new Kept(browser, account, recoveryCode(done));
    }

    static String recoveryCode(Visitor.Page done) {
        var groups = new java.util.ArrayList<String>();
        var m = java.util.regex.Pattern.compile("<li>([A-Z0-9]{4})</li>").matcher(done.html());
        while (m.find()) groups.add(m.group(1));
        return String.join("-", groups);
    }
}
