package skills.study;

import org.springframework.stereotype.Component;
import skills.identity.GroupId;
import skills.identity.GroupWelcome;

/** A class that takes part in a study which one can enrol in now. */
@Component
class ClassWelcome implements GroupWelcome {

    private final Studies studies;
    private final StudyUnits units;
    private final Joins joins;

    ClassWelcome(Studies studies, StudyUnits units, Joins joins) {
        this.studies = studies;
        this.units = units;
        this.joins = joins;
    }

    @Override
    public boolean awaits(GroupId group) {
        return units.studiesOf(group).stream()
                .flatMap(id -> studies.find(id).stream())
                .anyMatch(s -> joins.door(s).lets());
    }
}
