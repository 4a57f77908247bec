package skills.matching;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;
import skills.vacancy.VacancyId;

/** Reads ids in addresses; one that is none is a page that is not there. */
@Configuration
class PathIds implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, OccupationId.class, OccupationId::parse);
        registry.addConverter(String.class, SkillId.class, SkillId::parse);
        registry.addConverter(String.class, VacancyId.class, VacancyId::parse);
    }
}
