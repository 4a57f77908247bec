package skills.identity;

import java.util.List;
import skills.kernel.LocalizedText;

/** Pages that a room above this one has for the teacher of a class; linked on the class's page. */
public interface ClassPages {

    /**
     * @param key of the message that the link says, with the title in it
     * @param address within this application
     */
    record Link(String key, LocalizedText title, String address) {}

    List<Link> of(GroupId group);
}
