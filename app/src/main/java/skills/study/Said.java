package skills.study;

import java.time.LocalDateTime;
import java.util.Collection;
import skills.evaluation.plan.Outcome;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.kernel.Language;
import skills.kernel.LocalizedText;
import skills.platform.Words;

/** Parts of a plan in words. */
final class Said {

    private Said() {}

    static String of(Text text, Words words) {
        return new LocalizedText(text.nl(), text.en()).in(words.language());
    }

    /** As in a field: "1-2-2027 9:00". */
    static String typed(LocalDateTime at) {
        return "%d-%d-%d %d:%02d"
                .formatted(
                        at.getDayOfMonth(),
                        at.getMonthValue(),
                        at.getYear(),
                        at.getHour(),
                        at.getMinute());
    }

    /** "1 februari 2027, 9:00". */
    static String moment(LocalDateTime at, Words words) {
        return words.date(at.toLocalDate()) + ", %d:%02d".formatted(at.getHour(), at.getMinute());
    }

    /** As in a field: "0,3" in Dutch. */
    static String decimal(double number, Words words) {
        String plain = Double.toString(number);
        String bare = plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        return words.language() == Language.EN ? bare : bare.replace('.', ',');
    }

    /** Whether it decides, what is expected, and from which size it matters. */
    static String outcome(Outcome o, Scale scale, Words words) {
        return words.t(
                o.primary() ? "plan.outcome.line.PRIMARY" : "plan.outcome.line.OTHER",
                of(scale.name(), words),
                words.t("plan.outcome.expected." + o.expected().name()),
                decimal(o.smallestOfInterest(), words));
    }

    /** A name that is not in use yet. */
    static String unused(String wanted, String otherwise, Collection<String> used) {
        String base = wanted.isEmpty() ? otherwise : wanted;
        String name = base;
        for (int n = 2; used.contains(name); n++) name = base + "-" + n;
        return name;
    }
}
