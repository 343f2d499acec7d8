// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.load.FolderScan;
import org.frugalvision.engine.load.FoundFile;
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
 * @param ignored number of files left out
 * @param columns names of the further columns of the list
 * @param values per file the values of these columns
 */
record Listing(List<FoundFile> files, List<Rejection> rejected, long ignored, List<String> columns,
    Map<String, List<String>> values) {

    static Listing none() {
        return new Listing(List.of(), List.of(), 0, List.of(), Map.of());
    }

    static Listing of(final Path folder, final ImageFolderReaderNodeParameters parameters, final RunControl run)
        throws CanceledException, KNIMEException {
        if (!parameters.hasList()) {
            final var scan = FolderScan.of(folder, parameters.toScanSettings(), run);
            return new Listing(scan.files(), scan.rejected(), scan.ignored(), List.of(), Map.of());
        }
        final var list = Manifest.read(FilePaths.resolve("List of files", parameters.m_list),
            parameters.toListSettings(), parameters.toScanSettings(), folder, run);
        return new Listing(list.files(), list.rejected(), list.ignored(), list.columns(), list.values());
    }
}
