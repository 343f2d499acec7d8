// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.frugalvision.engine.exchange.Dl4jExport;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FilePaths;
import org.frugalvision.nodes.run.OutputFile;
import org.knime.core.node.CanceledExecutionException;
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

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws KNIMEException, CanceledExecutionException {
        final CnnWriterNodeParameters parameters = in.getParameters();
        final NetworkPortObject port = in.getInPortObject(0);
        final Network network = port.network();
        final Path file = FilePaths.target(FILE, parameters.m_file);
        final OutputFile.Content content = parameters.m_format == CnnWriterNodeParameters.Format.DL4J
            ? EngineCall.execute(in.getExecutionContext(), run -> dl4j(network, run)) : network::save;
        OutputFile.write(file, parameters.m_existing, content);
    }

    private static OutputFile.Content dl4j(final Network network, final RunControl run) throws CanceledException {
        final var bytes = new ByteArrayOutputStream();
        try {
            Dl4jExport.write(network, bytes, run);
        } catch (final IOException e) {
            throw new UncheckedIOException(e); // memory has no errors of its own
        }
        return bytes::writeTo;
    }
}
