package skills.passport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skills.taxonomy.Task;

/**
 * @param groups the phrases under where they were done: work, school, free
 * @param none nothing was tapped and the page came back
 */
record TasksView(Map<String, List<Choice>> groups, boolean none, int tapped) {

    record Choice(Task task, boolean tapped) {}

    static TasksView of(Start start, List<Task> offered, boolean none) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (Task task : offered) {
            String group =
                    switch (task.context()) {
                        case WORK -> "work";
                        case SCHOOL -> "school";
                        case HOBBY, HOME -> "free";
                    };
            groups.computeIfAbsent(group, g -> new ArrayList<>())
                    .add(new Choice(task, start.tasks().contains(task.id())));
        }
        return new TasksView(groups, none, start.tasks().size());
    }
}
