package skills.study;

import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import skills.RoomTest;
import skills.Visitor;
import skills.evaluation.plan.Allocation;
import skills.identity.Account;
import skills.identity.DemoAccounts;
import skills.kernel.AccountId;
import skills.kernel.LocalizedText;
import skills.study.StudyWorlds.World;

/** A frozen study of three short waves, two classes with codes, and persons to take part. */
abstract class StudyRoomTest extends RoomTest {

    static final Instant DURING_T1 = StudyWorlds.DURING_T1;
    static final Instant AFTER_T1 = StudyWorlds.AFTER_T1;
    static final Instant DURING_T2 = StudyWorlds.DURING_T2;
    static final Instant DURING_T3 = StudyWorlds.DURING_T3;
    static final Instant AFTER_T3 = StudyWorlds.AFTER_T3;

    @Autowired ApplicationContext context;
    @Autowired DemoAccounts demo;
    @Autowired Studies studies;
    @Autowired StudyUnits units;
    @Autowired Freezing freezing;
    @Autowired Enrolments enrolments;
    @Autowired StudyDatas datas;

    record Person(Visitor browser, AccountId account, String name) {}

    World world(Allocation.Unit unit) {
        return world(unit, true);
    }

    World world(Allocation.Unit unit, boolean frozen) {
        return new StudyWorlds(context, clock).make(unit, frozen);
    }

    Person person(Account.AgeGroup age) {
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        AccountId account = demo.person(name, LocalizedText.same(name), age, 99);
        var browser = new Visitor();
        browser.post("/demo/" + name);
        return new Person(browser, account, name);
    }

    /** Somebody of a class who agreed to answers and use. */
    Person enrolled(World world, int ofClass) {
        Person p = person(Account.AgeGroup.ADULT);
        demo.join(p.account(), world.groups().get(ofClass));
        p.browser().get("/study");
        p.browser().post(world.join());
        p.browser().post(world.consent(), "agree", "answers", "agree", "use", "age", "17");
        return p;
    }

    Enrolment enrolment(World world, Person person) {
        return enrolments.find(person.account(), world.study().id()).orElseThrow();
    }

    /** Answers every open question of a wave alike; gives the page that comes after. */
    static Visitor.Page answer(Visitor browser, String wave, int value) {
        Visitor.Page page = browser.post(wave);
        for (int n = 0; page.path().startsWith("/round/"); n++) {
            if (n > 200) throw new IllegalStateException("no end at " + page.path());
            page = browser.post(page.path(), "value", String.valueOf(value));
        }
        return page;
    }
}
