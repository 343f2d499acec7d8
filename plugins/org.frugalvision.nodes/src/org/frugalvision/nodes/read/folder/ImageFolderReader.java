// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.load.ArchiveLoader;
import org.frugalvision.engine.load.ImageLoader;
import org.frugalvision.engine.load.LeftOut;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.read.folder.FolderReaderChoices.Channels;
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
        // the columns of a list are known once it is read
        out.setOutSpecs(parameters.hasList() ? null : columns(parameters, List.of()).spec(List.of()),
            RejectedTable.SPEC);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageFolderReaderNodeParameters parameters = in.getParameters();
        final Path folder = FolderPaths.resolveOrFile("Folder", parameters.m_folder);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> read(folder, parameters, warnings, context, run)));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable[] read(final Path folder, final ImageFolderReaderNodeParameters parameters,
        final List<String> warnings, final ExecutionContext context, final RunControl run)
        throws CanceledException, KNIMEException {
        final boolean archive = Files.isRegularFile(folder);
        if (archive && parameters.hasList()) {
            throw new SettingsException("List of files", "must be empty for an archive", parameters.m_list,
                "Unpack the archive and read the folder.");
        }
        final Listing listing = archive ? Listing.none() : Listing.of(folder, parameters, run.part(0, SCANNED));
        final var rejected = new RejectedTable(folder, listing.rejected());
        try (var images =
            new LoadedTable(columns(parameters, listing.columns()), listing.values(), parameters.labelSeparator(),
                rejected, context)) {
            LeftOut leftOut = listing.leftOut();
            if (archive) {
                leftOut = ArchiveLoader.load(folder, parameters.toScanSettings(), parameters.toDecodeSettings(),
                    parameters.m_threads, images, run.part(SCANNED, 1));
            } else {
                ImageLoader.load(listing.files(), parameters.toDecodeSettings(), parameters.m_threads, images,
                    run.part(SCANNED, 1));
            }
            final long files = images.count() + rejected.count();
            if (files == 0) {
                throw new DataException(archive ? Wording.file(folder) : Wording.folder(folder),
                    "there is no file to read, %s left out. %s".formatted(
                        Wording.count(leftOut.files(), "was", "were"), leftOut.warning().orElse("")).strip(),
                    "Check \"Folder\", \"Include\" and \"Exclude\".");
            }
            leftOut.warning().ifPresent(warnings::add);
            rejected.warning(files).ifPresent(warnings::add);
            images.unlabelled().ifPresent(warnings::add);
            images.alike().ifPresent(warnings::add);
            images.rounded().ifPresent(warnings::add);
            return new BufferedDataTable[]{images.table(), rejected.write(context)};
        }
    }

    private static FolderColumns columns(final ImageFolderReaderNodeParameters parameters,
        final List<String> further) {
        return new FolderColumns(parameters.m_colours == Channels.BANDS, parameters.hasLabels(),
            parameters.hasLabelLists(), parameters.hasGroups(), further);
    }
}
