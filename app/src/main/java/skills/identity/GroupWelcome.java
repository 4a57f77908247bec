package skills.identity;

/**
 * A study that has something to ask of whoever joins a group. A room above this one implements it;
 * it is asked once, right after joining, and never in the way of joining.
 */
public interface GroupWelcome {

    boolean awaits(GroupId group);
}
