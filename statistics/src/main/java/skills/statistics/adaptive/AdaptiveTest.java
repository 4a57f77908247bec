package skills.statistics.adaptive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import skills.statistics.Unusable;
import skills.statistics.irt.Ability;
import skills.statistics.irt.Item;
import skills.statistics.irt.Posterior;

/**
 * An adaptive test of one person at one moment: the answers so far. Immutable; an answer gives the
 * next moment. To resume, replay the stored answers: nothing else is kept. The next item is the one
 * with the most information at the present EAP estimate (of equals the first in the bank); the test
 * stops when the standard error is below the limit, so many items are given or the bank is empty.
 * Lord (1980), Applications of item response theory.
 */
public final class AdaptiveTest {

    private final List<? extends Item> bank;
    private final Rules rules;
    private final List<Answer> answers;
    private final Posterior posterior;

    /**
     * @param item place in the bank, from 0
     * @param category the answer, from 0
     */
    public record Answer(int item, int category) {}

    private AdaptiveTest(
            List<? extends Item> bank, Rules rules, List<Answer> answers, Posterior posterior) {
        this.bank = bank;
        this.rules = rules;
        this.answers = answers;
        this.posterior = posterior;
    }

    /**
     * @param bank at least one item
     * @throws Unusable when the bank is empty or the shares of admission are not one an item
     */
    public static AdaptiveTest start(List<? extends Item> bank, Rules rules) {
        Unusable.atLeast(1, bank.size(), "items in the bank");
        if (!rules.admit().isEmpty())
            Unusable.sameLength("The bank", bank.size(), "the admission", rules.admit().size());
        return new AdaptiveTest(
                List.copyOf(bank),
                rules,
                List.of(),
                Posterior.prior(
                        rules.eap().grid(), rules.eap().priorMean(), rules.eap().priorSd()));
    }

    /** The test after these answers, as it was. */
    public static AdaptiveTest resume(
            List<? extends Item> bank, Rules rules, List<Answer> answers) {
        AdaptiveTest test = start(bank, rules);
        for (Answer answer : answers) test = test.answer(answer.item(), answer.category());
        return test;
    }

    /**
     * @throws Unusable when the item is not in the bank, was answered before, or has no such answer
     */
    public AdaptiveTest answer(int item, int category) {
        if (item < 0 || item >= bank.size())
            throw new Unusable(Unusable.Reason.OUT_OF_RANGE, "The bank has no item " + item + ".");
        if (answers.stream().anyMatch(a -> a.item() == item))
            throw new Unusable(Unusable.Reason.DUPLICATE, "Item " + item + " was answered before.");
        List<Answer> more = new ArrayList<>(answers);
        more.add(new Answer(item, category));
        return new AdaptiveTest(
                bank, rules, List.copyOf(more), posterior.with(bank.get(item), category));
    }

    public List<Answer> answers() {
        return answers;
    }

    public Ability ability() {
        return posterior.ability(rules.eap().level());
    }

    /** Present estimate and its standard error, without the band. */
    public Posterior posterior() {
        return posterior;
    }

    public boolean finished() {
        if (answers.size() >= Math.min(rules.most(), bank.size())) return true;
        return answers.size() >= rules.least() && posterior.sd() < rules.stopBelow();
    }

    /**
     * The item to give now; absent when the test is finished.
     *
     * @param random numbers from 0 up to 1: one to draw among the best, if more than one; then one
     *     for each item that must be admitted
     */
    public OptionalInt next(DoubleSupplier random) {
        if (finished()) return OptionalInt.empty();
        List<Candidate> candidates = candidates();
        if (rules.among() > 1) {
            int pick = (int) (random.getAsDouble() * Math.min(rules.among(), candidates.size()));
            candidates.add(0, candidates.remove(pick));
        }
        if (!rules.admit().isEmpty())
            for (Candidate c : candidates)
                if (random.getAsDouble() < rules.admit().get(c.item()))
                    return OptionalInt.of(c.item());
        return OptionalInt.of(candidates.getFirst().item());
    }

    /**
     * @param item place in the bank
     * @param information at the present estimate
     */
    public record Candidate(int item, double information) {}

    /** Items not yet given, the most informative first; of equals the first in the bank. */
    public List<Candidate> candidates() {
        boolean[] given = new boolean[bank.size()];
        for (Answer answer : answers) given[answer.item()] = true;
        List<Candidate> candidates = new ArrayList<>();
        double theta = posterior.mean();
        for (int j = 0; j < bank.size(); j++)
            if (!given[j]) candidates.add(new Candidate(j, bank.get(j).information(theta)));
        candidates.sort(Comparator.comparingDouble(Candidate::information).reversed());
        return candidates;
    }
}
