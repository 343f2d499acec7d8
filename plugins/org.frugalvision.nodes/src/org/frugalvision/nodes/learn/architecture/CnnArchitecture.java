// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import org.frugalvision.engine.network.ArchitectureInfo;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.MethodText;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Architecture node does: it hands on the choice; the learner fits it to the images and classes. */
final class CnnArchitecture {

    private CnnArchitecture() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnArchitectureNodeParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(NetworkPortObjectSpec.untrained(parameters.m_architecture));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final CnnArchitectureNodeParameters parameters = in.getParameters();
        final ArchitectureInfo info = Architectures.info(parameters.m_architecture);
        out.setOutData(NetworkPortObject.architecture(NetworkPortObjectSpec.untrained(info.id()), info.label(),
            in.getExecutionContext()));
    }

    /** The choices for the node description, one list item each. */
    static String descriptions() {
        final var items = new StringBuilder("<ul>");
        Architectures.infos().forEach(info -> items.append("<li><b>%s</b> (%s): %s (%s)</li>".formatted(
            info.id(), MethodText.escaped(info.label()), MethodText.escaped(info.summary()),
            MethodText.escaped(info.paper()))));
        return items.append("</ul>").toString();
    }
}
