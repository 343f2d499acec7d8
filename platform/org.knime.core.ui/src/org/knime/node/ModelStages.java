// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.DefaultModel.RequireConfigureOrRearrangeColumns;
import org.knime.node.DefaultModel.RequireExecute;
import org.knime.node.parameters.NodeParameters;

/** The later stages of a model. */
record ModelStages(Class<? extends NodeParameters> parametersClass) implements RequireConfigureOrRearrangeColumns {
    @Override
    public RequireExecute configure(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
        return execute -> new StandardModel(parametersClass, configure, execute);
    }

    @Override
    public DefaultModel rearrangeColumns(
        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
        return new RearrangeColumnsModel(parametersClass, rearrangeColumns);
    }
}
