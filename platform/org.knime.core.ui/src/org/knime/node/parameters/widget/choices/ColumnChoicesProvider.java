// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Computes a choice among columns. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {
    /**
     * @param input the node
     * @return the columns to choose from
     */
    default List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return List.of();
    }

    @Override
    default List<TypedStringChoice> computeState(final NodeParametersInput input) {
        return columnChoices(input).stream().map(TypedStringChoice::fromColSpec).toList();
    }
}
