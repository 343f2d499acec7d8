// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.writer;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.FilePaths;
import org.frugalvision.nodes.run.OutputFile;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Writer does. */
final class CnnWriter {

    private static final String FILE = "File";

    private CnnWriter() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnWriterNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(0);
        FilePaths.check(FILE, parameters.m_file);
        network.checkTrained();
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final CnnWriterNodeParameters parameters = in.getParameters();
        final NetworkPortObject port = in.getInPortObject(0);
        final var network = port.network();
        OutputFile.write(FilePaths.target(FILE, parameters.m_file), parameters.m_existing, network::save);
    }
}
