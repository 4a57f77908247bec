package skills.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class FoldedTest {

    /** The short way gives what the patterns give. */
    @Property
    void lettersOfEnglishAreFoldedAsAllOthers(
            @ForAll @CharRange(from = '\u0000', to = '\u007f') String text) {
        assertThat(Folded.fold(text)).isEqualTo(Folded.any(text));
    }

    @Test
    void marksAndSignsGo() {
        assertThat(Folded.fold("'s-Hertogenbosch")).isEqualTo("s hertogenbosch");
        assertThat(Folded.fold("  Café-manager (m/v) ")).isEqualTo("cafe manager m v");
    }
}
