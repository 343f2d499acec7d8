// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.reader;

import java.io.IOException;
import java.nio.file.Path;

import org.frugalvision.engine.exchange.ImportSettings;
import org.frugalvision.engine.exchange.ImportedNetwork;
import org.frugalvision.engine.exchange.ModelFile;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FilePaths;
import org.knime.core.node.CanceledExecutionException;
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
        EngineCall.configure(parameters::toSettings);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws KNIMEException, CanceledExecutionException {
        final CnnReaderNodeParameters parameters = in.getParameters();
        final Path file = FilePaths.resolve(FILE, parameters.m_file);
        final ImportedNetwork read =
            EngineCall.execute(in.getExecutionContext(), run -> read(file, parameters.toSettings()));
        if (!read.remarks().isEmpty()) {
            out.setWarningMessage(String.join(" ", read.remarks()));
        }
        out.setOutData(NetworkPortObject.trained(read.network(), in.getExecutionContext()));
    }

    private static ImportedNetwork read(final Path file, final ImportSettings settings) throws KNIMEException {
        try {
            return ModelFile.read(file, settings);
        } catch (final NetworkFormatException e) {
            throw unreadable(file, e.reason(), e);
        } catch (final IOException e) {
            throw unreadable(file, "it cannot be read (%s)".formatted(FileProblem.of(e)), e);
        }
    }

    private static KNIMEException unreadable(final Path file, final String reason, final IOException cause) {
        return KNIMEException.of(Message.fromSummaryWithResolution(
            "%s: %s.".formatted(Wording.file(file.toAbsolutePath().normalize()), reason),
            "Name a file that a CNN Writer, DL4J (ModelSerializer) or Keras (model.save to .h5) has written.",
            "If the file is damaged, write or copy it again."), cause);
    }
}
