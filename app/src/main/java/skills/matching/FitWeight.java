package skills.matching;

/**
 * Every number that decides how much something counts in a fit, with the reason for it. Nothing
 * else in this room weighs; docs/matcher lists them from here.
 */
enum FitWeight {
    SKILLS(.60, "What the product is about, and what most is known of on both sides."),
    EXPERIENCE(.15, "Having done the work counts with employers; it is half known from skills."),
    EDUCATION(.10, "A level asked can be a wall, yet people without it do the work too."),
    TRAVEL(.10, "Work that one cannot get to does not fit; the person set the limit herself."),
    WISHES(.05, "Hours and pay are often open to talk, and often not in the text."),

    MUST(2, "A must in a vacancy, or essential where we described the work: double, as pages say."),
    NICE(1, "Nice to have: the unit."),
    ESSENTIAL(1.1, "Essential in ESCO: its lists split unevenly, and counting double finds less."),
    USEFUL(1, "Optional in ESCO: the unit."),
    COMMON(.10, "What is left of the weight of a skill that every occupation asks."),
    RARITY(1.5, "How steeply weight rises with rarity; chosen on a half of ESCO’s occupations."),
    STATED(1, "The employer named the skill by its address: taken as it is."),
    EXTRACTED(.9, "Found in the text: a little less sure than what is stated."),
    FROM_OCCUPATION(.5, "Usual in the occupation but not in the text: half the evidence."),
    CAUTION(4, "Weight without evidence that every list gets: a short list has a wide band."),
    BACKED(
            12,
            "Of occupations: weight held that halves the trust in a share. Of two covered as well, the one that more skills speak for comes first."),

    WITH_HELP(.5, "Does it with help: half."),
    LEVEL_UNKNOWN(.8, "Said to have it, not how far: a little under alone."),
    ALONE(.85, "Does it alone: what most work asks."),
    WHEN_HARD(.95, "Also when it is hard."),
    TEACHES(1, "Teaches it to others: the most there is."),
    EXPECTED(.35, "Usual in the person’s own occupation, not said by her: under any own answer."),
    NEAR(.20, "A skill that is like it, by ESCO or our own list: a fifth of what that one has."),
    GROUP(.35, "A share of its group of skills is held: that share, and at most this."),
    FEW(.10, "Less than this share of a group says nothing of the rest of it."),

    HALF_LIFE(120, "Months in which a skill or work that is not used loses half; ten years."),
    OLD(.7, "A skill never sinks below this part by time alone: it comes back with use."),

    SAID(.20, "Doubt about a skill that only the person names."),
    DID(.15, "Doubt when work or a task done stands behind it."),
    STUDIED(.10, "Doubt when a diploma stands behind it."),
    NO_LEVEL(.10, "More doubt when it is not known how far it goes."),
    GUESSED(
            .30,
            "Doubt about what was concluded: near skills, the own occupation, like occupations."),
    UNSAID(
            .30,
            "What a skill may count at most of which a person with a full profile says nothing."),
    VAGUE(.40, "That much more when the profile is empty."),
    FULL_PROFILE(8, "So many skills said halve what an empty profile adds to the doubt."),

    SHORT(.5, "What a day of experience counts beside years of it."),
    MONTHS(12, "Months of experience that halve what is still to learn by doing."),
    LENGTH_UNKNOWN(.75, "Experience of which the length is not told."),
    STEP(3, "Levels of education below what is asked at which nothing is left."),
    OTHER_FIELD(.5, "The right level in an unlike field: half."),
    UNKNOWN_FIELD(.75, "The right level, field not known: in between."),
    JOB_ZONE(.30, "Doubt about a level from O*NET: other country, other schools."),
    LEVEL_TOLD(.05, "Doubt about a level that the vacancy names."),
    BUSY(.90, "A diploma that is still to be gained: nearly there."),
    EDGE(.5, "What travel counts at the edge of the area that the person set."),
    TOWN(3, "Kilometres that a place known by its town may be off."),
    TERMS(.10, "Doubt about hours and pay: extras and steps are seldom in the text."),

    OWN_VIEW(
            .05,
            "Traits and drives, each: at most what half of one skill of ten would add, as pages say.");

    private final double value;
    private final String why;

    FitWeight(double value, String why) {
        this.value = value;
        this.why = why;
    }

    double value() {
        return value;
    }

    /** The reason, in English, for the documents. */
    String why() {
        return why;
    }
}
