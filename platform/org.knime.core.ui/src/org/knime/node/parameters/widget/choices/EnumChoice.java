// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.frugalvision.platform.ui.EnumLabels;

/**
 * An enum constant as a choice.
 *
 * @param <E> the enum
 * @param id the constant
 * @param text what is shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {
    /**
     * @param <E> the enum
     * @param constant the constant
     * @return the choice, shown with the constant's {@link Label}, else its name
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E constant) {
        return new EnumChoice<>(constant, EnumLabels.text(constant));
    }
}
