package skills.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import skills.assessment.Instrument;
import skills.assessment.Instruments;
import skills.evaluation.plan.Scale;
import skills.evaluation.plan.Text;
import skills.platform.Words;

/** The questionnaires that a study can use, and their scales: those that are scored by a mean. */
@Component
class StudyScales {

    private final Instruments instruments;

    StudyScales(Instruments instruments) {
        this.instruments = instruments;
    }

    private List<Instrument> usable() {
        return instruments.all().stream()
                .filter(i -> i.isForStudy() && i.kind() == Instrument.Kind.RATING)
                .filter(i -> i.scoring() instanceof Instrument.Scoring.Mean)
                .toList();
    }

    /** Names of the questionnaires. */
    List<String> names() {
        return usable().stream().map(i -> i.id().name()).toList();
    }

    boolean isKnown(String name) {
        return instruments.current(name).isPresent();
    }

    /** Words for a questionnaire of a plan; its name when it is not there any more. */
    String title(String name, Words words) {
        return instruments.current(name).map(i -> words.t(i.title())).orElse(name);
    }

    /** All scales that can be an outcome, by id; a scale id that two questionnaires share once. */
    Map<String, Scale> all() {
        Map<String, Scale> all = new LinkedHashMap<>();
        for (Instrument instrument : usable())
            for (Instrument.Scale scale : instrument.scales())
                all.putIfAbsent(scale.id(), of(instrument, scale));
        return all;
    }

    /** Answers count from 1, in the order in which the questionnaire shows them. */
    static Scale of(Instrument instrument, Instrument.Scale scale) {
        List<Instrument.Item> items =
                instrument.items().stream().filter(i -> i.scale().equals(scale.id())).toList();
        List<Integer> reversed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) if (items.get(i).key() < 0) reversed.add(i + 1);
        return new Scale(
                scale.id(),
                new Text(scale.name().nl(), scale.name().en()),
                instrument.id().name(),
                items.size(),
                reversed,
                1,
                instrument.answers().size(),
                Math.max(1, Math.min(scale.minimum(), items.size())),
                switch (scale.better()) {
                    case HIGH -> Scale.Better.HIGH;
                    case LOW -> Scale.Better.LOW;
                    case NONE -> Scale.Better.NEITHER;
                });
    }
}
