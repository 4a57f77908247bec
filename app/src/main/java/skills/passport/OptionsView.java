package skills.passport;

import skills.taxonomy.TitleSearch;
import skills.taxonomy.TitleSearch.Found;

/**
 * @param occupationsOnly where a course was chosen already and its occupation is asked
 */
record OptionsView(String asked, Found found, boolean occupationsOnly) {

    OptionsView only(boolean occupations) {
        if (!occupations) return this;
        return new OptionsView(
                asked,
                new Found(
                        found.hits().stream()
                                .filter(h -> h.kind() == TitleSearch.Kind.OCCUPATION)
                                .toList(),
                        found.alsoSearched()),
                true);
    }
}
