package skills.study;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skills.evaluation.plan.ConsentText;
import skills.evaluation.plan.Wave;
import skills.platform.Faults;
import skills.platform.Words;

/**
 * What a study is, before anybody says anything; and the form on which one says it.
 *
 * @param who asks it
 * @param token of a letter; empty without one
 * @param askNumber whether the school gave numbers, by which the class is known
 * @param agreed purposes that were ticked
 */
record JoinView(
        Study study,
        Joins.Door door,
        String who,
        List<Minutes> waves,
        String token,
        boolean askNumber,
        boolean enrolled,
        boolean child,
        List<StudyUnit> units,
        boolean unitIsKnown,
        Form form,
        Set<String> agreed,
        Faults faults) {

    /** A wave, and how many minutes it takes. */
    record Minutes(Wave wave, int minutes) {}

    /**
     * @param unit number of the class in the list of classes, from 0
     * @param agree purposes
     */
    record Form(
            String number,
            String school,
            String unit,
            String age,
            String gender,
            @Nullable List<String> agree,
            String no) {

        Form {
            number = orEmpty(number);
            school = orEmpty(school);
            unit = orEmpty(unit);
            age = orEmpty(age);
            gender = orEmpty(gender);
            no = orEmpty(no);
        }

        static final Form BLANK = new Form("", "", "", "", "", null, "");

        private static String orEmpty(@Nullable String text) {
            return text == null
                    ? ""
                    : text.strip().substring(0, Math.min(60, text.strip().length()));
        }
    }

    List<ConsentText> consents() {
        return Texts.consents(study.plan());
    }

    String until(Words words) {
        return words.date(Agreements.until(study.plan()));
    }

    int allMinutes() {
        return waves.stream().mapToInt(Minutes::minutes).sum();
    }
}
