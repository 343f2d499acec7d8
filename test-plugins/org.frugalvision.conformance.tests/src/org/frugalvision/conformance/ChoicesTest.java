// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** What the drop-downs of a dialog store and show. */
public class ChoicesTest {
    /** Gives ids alone. */
    private static final class Ids implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return List.of("k-center", "random");
        }
    }

    /** Gives ids and what is shown for them. */
    private static final class Labelled implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return List.of(new StringChoice("k-center", "k-center greedy"), new StringChoice("random", "Random"));
        }
    }

    private static List<StringChoice> shown(final StringChoicesProvider provider) {
        return provider.computeState(null);
    }

    @Test
    public void idsAreShownAsTheyAre() {
        assertEquals(List.of(new StringChoice("k-center", "k-center"), new StringChoice("random", "random")),
            shown(new Ids()));
    }

    @Test
    public void choiceMayBeShownWithAText() {
        final var choices = shown(new Labelled());

        assertEquals(List.of("k-center", "random"), choices.stream().map(StringChoice::id).toList());
        assertEquals(List.of("k-center greedy", "Random"), choices.stream().map(StringChoice::text).toList());
    }
}
