// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Computes choices stored as text. */
public interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {
    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * @param input the node
     * @return the ids of the choices, shown as they are
     */
    default List<String> choices(final NodeParametersInput input) {
        return List.of();
    }

    @Override
    default List<StringChoice> computeState(final NodeParametersInput input) {
        return choices(input).stream().map(StringChoice::fromId).toList();
    }
}
