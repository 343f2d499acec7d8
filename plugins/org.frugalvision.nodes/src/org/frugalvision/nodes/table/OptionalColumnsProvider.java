// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.nodes.run.DialogState;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Offers the columns of one type, and none of them, which is stored as an empty name. */
public abstract class OptionalColumnsProvider extends DialogState<List<StringChoice>> implements StringChoicesProvider {

    private final int m_port;

    private final Class<? extends DataValue> m_type;

    OptionalColumnsProvider(final int port, final Class<? extends DataValue> type) {
        m_port = port;
        m_type = type;
    }

    @Override
    public final List<String> choices(final NodeParametersInput context) {
        final List<String> names = new ArrayList<>(List.of(""));
        context.getInTableSpec(m_port).stream().flatMap(DataTableSpec::stream)
            .filter(column -> column.getType().isCompatible(m_type)).map(DataColumnSpec::getName)
            .forEach(names::add);
        return names;
    }

    @Override
    public final List<StringChoice> computeState(final NodeParametersInput context) {
        return choices(context).stream().map(name -> new StringChoice(name, name.isEmpty() ? "None" : name)).toList();
    }
}
