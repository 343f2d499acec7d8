// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;

/** The names of labels 0, 1, 2, ... as the user types them. */
final class ClassNames {

    private ClassNames() {
    }

    /**
     * @param text names separated by commas; blanks around them do not count
     * @return the names in order; empty if the text is blank
     * @throws InvalidSettingsException if a name is empty or occurs twice
     */
    static List<String> parse(final String text) throws InvalidSettingsException {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        final var names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        final var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new InvalidSettingsException(
                    "\"Class names\" must not hold an empty name, but name %d is empty.".formatted(i + 1));
            }
            if (!seen.add(names.get(i))) {
                throw new InvalidSettingsException(
                    "\"Class names\" must differ, but \"%s\" occurs twice.".formatted(names.get(i)));
            }
        }
        return names;
    }
}
