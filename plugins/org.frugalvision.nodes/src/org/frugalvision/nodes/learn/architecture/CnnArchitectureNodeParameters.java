// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import java.util.List;

import org.frugalvision.engine.network.Architectures;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Settings of the CNN Architecture node. */
@LoadDefaultsForAbsentFields
final class CnnArchitectureNodeParameters implements NodeParameters {

    /** The ids of the registered architectures. */
    static final class Choices implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return Architectures.infos().stream().map(info -> info.id()).toList();
        }
    }

    @Widget(title = "Architecture", description = "The network to train; the node description tells them apart.")
    @ChoicesProvider(Choices.class)
    String m_architecture = "lenet";

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(() -> Architectures.info(m_architecture));
    }
}
