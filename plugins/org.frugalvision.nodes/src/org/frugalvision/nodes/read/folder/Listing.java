// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.load.FolderScan;
import org.frugalvision.engine.load.FoundFile;
import org.frugalvision.engine.load.LeftOut;
import org.frugalvision.engine.load.Manifest;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.run.FilePaths;
import org.knime.core.node.KNIMEException;

/**
 * The files to read, found in the folder or named by a list.
 *
 * @param files the files
 * @param rejected what can be told to be no image without opening it
 * @param leftOut what was left alone
 * @param columns names of the further columns of the list
 * @param values per file the values of these columns
 */
record Listing(List<FoundFile> files, List<Rejection> rejected, LeftOut leftOut, List<String> columns,
    Map<String, List<String>> values) {

    static Listing none() {
        return new Listing(List.of(), List.of(), LeftOut.NONE, List.of(), Map.of());
    }

    static Listing of(final Path folder, final ImageFolderReaderNodeParameters parameters, final RunControl run)
        throws CanceledException, KNIMEException {
        if (!parameters.hasList()) {
            final var scan = FolderScan.of(folder, parameters.toScanSettings(), run);
            return new Listing(scan.files(), scan.rejected(), scan.leftOut(), List.of(), Map.of());
        }
        final var list = Manifest.read(FilePaths.resolve("List of files", parameters.m_list),
            parameters.toListSettings(), parameters.toScanSettings(), folder, run);
        return new Listing(list.files(), list.rejected(), list.leftOut(), list.columns(), list.values());
    }
}
