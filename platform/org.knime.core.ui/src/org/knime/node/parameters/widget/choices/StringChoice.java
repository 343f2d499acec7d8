// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

/**
 * A choice stored as text.
 *
 * @param id what is stored
 * @param text what is shown
 */
public record StringChoice(String id, String text) {
    /**
     * @param id what is stored and shown
     * @return the choice
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
