// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/**
 * A choice stored as text that has a type, such as a column.
 *
 * @param id what is stored
 * @param text what is shown
 * @param type its type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {
    /**
     * @param column a column
     * @return the choice of that column
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec column) {
        final var type = column.getType();
        return new TypedStringChoice(column.getName(), column.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.toString()));
    }

    /**
     * The type of a choice.
     *
     * @param id what is stored
     * @param text what is shown
     */
    public record PossibleTypeValue(String id, String text) {
    }
}
