package skills.passport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the journey, in their order; nowhere else is that order known.
 *
 * @param minutes what the step still takes; 0 when it takes no time to speak of
 * @param done how far it is: not begun, begun or done
 */
record NextStep(Kind kind, String href, Done done, int minutes, @Nullable Object count) {

    enum Kind {
        START,
        KEEP,
        SKILLS,
        PERSONALITY,
        DRIVES,
        PROFILE,
        EXPLORE,
        SHARE
    }

    enum Done {
        NO,
        HALF,
        YES
    }

    /**
     * What is known of a person's way so far.
     *
     * @param skillsTotal questions in the list of the person's occupation; 0 when none was chosen
     * @param personality how far the questionnaire is; @param drives likewise
     */
    record Way(
            boolean started,
            boolean kept,
            int skillsAnswered,
            int skillsTotal,
            int skillsMinutes,
            Asked personality,
            Asked drives,
            int entries,
            boolean explored,
            int openShares,
            boolean maySharePages) {}

    /**
     * A questionnaire.
     *
     * @param answered 0 when it was not begun
     * @param minutes what the open questions still take
     */
    record Asked(int answered, int total, int minutes) {

        private NextStep step(Kind kind, String name) {
            Done done = answered == 0 ? Done.NO : answered < total ? Done.HALF : Done.YES;
            String href = (done == Done.YES ? "/results/" : "/questions/") + name;
            return new NextStep(kind, href, done, minutes, total - answered);
        }
    }

    /** All steps that concern this person, in order. */
    static List<NextStep> all(Way way) {
        return Stream.of(
                        Optional.of(
                                new NextStep(
                                        Kind.START,
                                        "/start",
                                        way.started ? Done.YES : Done.NO,
                                        2,
                                        null)),
                        Optional.of(
                                new NextStep(
                                        Kind.KEEP,
                                        "/keep",
                                        way.kept ? Done.YES : Done.NO,
                                        1,
                                        null)),
                        Optional.of(skills(way)),
                        Optional.of(way.personality.step(Kind.PERSONALITY, "how-i-work")),
                        Optional.of(way.drives.step(Kind.DRIVES, "what-drives-me")),
                        Optional.of(
                                new NextStep(
                                        Kind.PROFILE,
                                        way.entries > 0 ? "/passport" : "/profile/experience/new",
                                        way.entries > 0 ? Done.YES : Done.NO,
                                        2,
                                        way.entries)),
                        Optional.of(
                                new NextStep(
                                        Kind.EXPLORE,
                                        "/explore",
                                        way.explored ? Done.YES : Done.NO,
                                        2,
                                        null)),
                        way.maySharePages
                                ? Optional.of(
                                        new NextStep(
                                                Kind.SHARE,
                                                way.openShares > 0 ? "/share" : "/share/new",
                                                way.openShares > 0 ? Done.YES : Done.NO,
                                                2,
                                                way.openShares))
                                : Optional.<NextStep>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private static NextStep skills(Way way) {
        Done done =
                way.skillsTotal > 0 && way.skillsAnswered == way.skillsTotal
                        ? Done.YES
                        : way.skillsAnswered > 0 ? Done.HALF : Done.NO;
        return new NextStep(
                Kind.SKILLS,
                way.skillsTotal == 0 ? "/skills/choose" : "/skills",
                done,
                way.skillsTotal == 0 ? 5 : way.skillsMinutes,
                way.skillsTotal - way.skillsAnswered);
    }

    /** The first step that is not done; empty when all are. */
    static Optional<NextStep> best(List<NextStep> steps) {
        return steps.stream().filter(s -> s.done != Done.YES).findFirst();
    }

    /** Key of the step's messages. */
    String key() {
        return "next." + kind.name().toLowerCase() + (done == Done.HALF ? ".half" : "");
    }
}
