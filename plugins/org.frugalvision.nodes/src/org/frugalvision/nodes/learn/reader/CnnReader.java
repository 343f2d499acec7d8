// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.FilePaths;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Reader does. Its spec stays unknown until the file is read, which need not exist before. */
final class CnnReader {

    private static final String FILE = "File";

    private CnnReader() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnReaderNodeParameters parameters = in.getParameters();
        FilePaths.check(FILE, parameters.m_file);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final CnnReaderNodeParameters parameters = in.getParameters();
        final Path file = FilePaths.resolve(FILE, parameters.m_file);
        final Network network = read(file);
        out.setOutData(NetworkPortObject.trained(NetworkPortObjectSpec.trained("network", network.classes()), network,
            in.getExecutionContext()));
    }

    private static Network read(final Path file) throws KNIMEException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return Network.load(in);
        } catch (final IOException e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(
                "%s: %s".formatted(Wording.file(file.toAbsolutePath().normalize()), e.getMessage()),
                "Name a file that a CNN Writer has written."), e);
        }
    }
}
