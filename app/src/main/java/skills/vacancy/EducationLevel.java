package skills.vacancy;

/** Levels of education that vacancies ask, from the lowest to the highest. */
public enum EducationLevel {
    VMBO,
    MBO_1,
    MBO_2,
    /** Mbo without a level. */
    MBO,
    MBO_3,
    /** Havo, vwo, or secondary education in Flanders. */
    SECONDARY,
    MBO_4,
    /** Associate degree; in Flanders graduaat and hbo5. */
    ASSOCIATE,
    /** Hbo, or any bachelor. */
    HBO,
    /** University, or any master. */
    WO
}
