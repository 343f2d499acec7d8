// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.load.FolderScan;
import org.frugalvision.engine.load.ImageLoader;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FolderPaths;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Folder Reader does. */
final class ImageFolderReader {

    private static final double SCANNED = 0.05;

    private ImageFolderReader() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageFolderReaderNodeParameters parameters = in.getParameters();
        FolderPaths.check("Folder", parameters.m_folder);
        parameters.validate();
        out.setOutSpecs(LoadedTable.spec(parameters, List.of()), RejectedTable.SPEC);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageFolderReaderNodeParameters parameters = in.getParameters();
        final Path folder = FolderPaths.resolve("Folder", parameters.m_folder);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> read(folder, parameters, warnings, context, run)));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable[] read(final Path folder, final ImageFolderReaderNodeParameters parameters,
        final List<String> warnings, final ExecutionContext context, final RunControl run) throws CanceledException {
        final var scan = FolderScan.of(folder, parameters.toScanSettings(), run.part(0, SCANNED));
        final int files = scan.files().size() + scan.rejected().size();
        if (files == 0) {
            throw new DataException("Folder \"" + folder + '"', "there is no file to read, %,d %s left out."
                .formatted(scan.ignored(), scan.ignored() == 1 ? "was" : "were"),
                "Check \"Folder\", \"Include\" and \"Exclude\".");
        }
        final var rejected = new RejectedTable(folder, scan.rejected());
        try (var images = new LoadedTable(parameters, rejected, context)) {
            ImageLoader.load(scan.files(), parameters.toDecodeSettings(), parameters.m_threads, images,
                run.part(SCANNED, 1));
            final var tables = new BufferedDataTable[]{images.table(), rejected.write(context)};
            rejected.warning(files).ifPresent(warnings::add);
            images.unlabelled().ifPresent(warnings::add);
            return tables;
        }
    }
}
