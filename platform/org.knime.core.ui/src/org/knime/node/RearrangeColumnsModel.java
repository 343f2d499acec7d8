// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParameters;

/** A model that computes the columns of one table from those of another. */
final class RearrangeColumnsModel extends DefaultModel {
    private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

    RearrangeColumnsModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
        super(parametersClass);
        m_rearrange = rearrange;
    }

    @Override
    NodeModel createNodeModel(final PortsConfiguration ports) {
        final var table = new PortType[]{BufferedDataTable.TYPE};
        if (!Arrays.equals(ports.getInputPorts(), table) || !Arrays.equals(ports.getOutputPorts(), table)) {
            throw new IllegalStateException(
                "A node that rearranges columns must have exactly one input table and one output table.");
        }
        return new RearrangeColumnsNodeModel(this, ports);
    }

    ColumnRearranger rearranger(final RearrangeColumnsInput input) throws InvalidSettingsException {
        final var rearrangers = new ArrayList<ColumnRearranger>();
        m_rearrange.accept(input, rearranger -> {
            CheckUtils.checkArgumentNotNull(rearranger, "The column rearranger must not be null.");
            rearrangers.add(rearranger);
        });
        CheckUtils.checkSetting(!rearrangers.isEmpty(), "The node has set no column rearranger.");
        return rearrangers.get(rearrangers.size() - 1);
    }
}
