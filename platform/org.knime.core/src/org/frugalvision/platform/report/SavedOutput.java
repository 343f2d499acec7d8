// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.nio.file.Path;

import org.knime.core.node.workflow.NativeNodeContainer;

/** A way to save what stands at the outputs of nodes. */
interface SavedOutput {

    /** Writes what stands at an output of a node; false if it is nothing of this kind. */
    boolean save(NativeNodeContainer node, int port) throws IOException;

    /** What it is called in the report. */
    String title();

    /** Where it is saved. */
    Path file(NativeNodeContainer node, int port);
}
