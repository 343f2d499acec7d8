// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a choice among the constants of an enum.
 *
 * @param <E> the enum
 */
public interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {
    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * @param input the node
     * @return the constants to choose from
     */
    default List<E> choices(final NodeParametersInput input) {
        return List.of();
    }

    @Override
    default List<EnumChoice<E>> computeState(final NodeParametersInput input) {
        return choices(input).stream().map(EnumChoice::fromEnumConst).toList();
    }
}
