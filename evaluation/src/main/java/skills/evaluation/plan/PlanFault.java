package skills.evaluation.plan;

/** A plan that cannot be used; says where and what to do. */
public final class PlanFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;

    /**
     * @param where path of the part in the plan, such as "waves[1].closes"; may be empty
     * @param what in English, for the log and the command line
     */
    public PlanFault(String where, String what) {
        super(what);
        this.where = where;
    }

    public String where() {
        return where;
    }
}
