// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

import org.knime.core.node.workflow.NodeContext;
import org.knime.core.util.FileUtil;

/** Resolves an address the way nodes do. */
final class Paths {
    private Paths() {
    }

    /** The folder of the workflow of the node that asks. */
    static Path workflow() {
        return NodeContext.getContext().getWorkflowManager().getContextV2().getExecutorInfo().getLocalWorkflowPath();
    }

    /** Writes the path, <code>null</code> or the class of the exception. */
    static void resolve(final String address) {
        String result;
        try {
            result = String.valueOf(FileUtil.resolveToPath(FileUtil.toURL(address)));
        } catch (final IOException | URISyntaxException e) {
            result = e.getClass().getName();
        }
        Journal.write("resolved " + result);
    }
}
