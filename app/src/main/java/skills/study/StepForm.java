package skills.study;

import java.util.List;
import skills.evaluation.plan.Plan;
import skills.platform.Words;

/** The form of one part of a plan. Some parts are a list of things, each with a form of its own. */
interface StepForm {

    PlanStep step();

    /** Whether the part is a list. */
    default boolean isList() {
        return false;
    }

    /** One line for each thing of the list. */
    default List<String> lines(Plan plan, Words words) {
        return List.of();
    }

    /** Most things that the list takes. */
    default int most() {
        return 0;
    }

    /** Whether things can be put in and taken out. */
    default boolean grows() {
        return isList();
    }

    /**
     * @param item number in the list, from 0; the number of things for a new one; 0 without a list
     */
    List<Ask> asks(Plan plan, int item, Words words);

    /** The plan with what was typed; what cannot be read becomes a fault at its field. */
    Plan read(Plan plan, int item, Typed typed);

    /** The plan without one thing. */
    default Plan without(Plan plan, int item) {
        return plan;
    }

    /** A list with one thing put in its place, or added. */
    static <T> List<T> put(List<T> list, int item, T thing) {
        List<T> all = new java.util.ArrayList<>(list);
        if (item < all.size()) all.set(item, thing);
        else all.add(thing);
        return all;
    }

    static <T> List<T> take(List<T> list, int item) {
        List<T> all = new java.util.ArrayList<>(list);
        all.remove(item);
        return all;
    }
}
