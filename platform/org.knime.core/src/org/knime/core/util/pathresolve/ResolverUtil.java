// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util.pathresolve;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.util.exception.ResourceAccessException;

/**
 * Finds the local file that a URI names. Of the {@code knime:} URIs those of the workflow, of the node and of the
 * workspace ({@code LOCAL}) lead somewhere; a batch run has no mount point.
 */
public final class ResolverUtil {

    private ResolverUtil() {
    }

    /** Returns the file, null if the URI is neither a file nor a {@code knime:} URI. */
    public static File resolveURItoLocalFile(final URI uri) throws ResourceAccessException {
        if (uri.getScheme() == null) {
            throw new ResourceAccessException("Can't resolve \"" + uri + "\": a URI must begin with a scheme.");
        }
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "file" -> new File(uri.getPath());
            case "knime" -> resolveKnimeUri(uri);
            default -> null;
        };
    }

    private static File resolveKnimeUri(final URI uri) throws ResourceAccessException {
        return switch (String.valueOf(uri.getAuthority())) {
            case "knime.workflow" -> below(workflowDirectory(uri), uri);
            case "knime.node" -> below(nodeDirectory(uri), uri);
            case "LOCAL" -> below(Path.of(KNIMEConstants.getKNIMEHomeDir()), uri);
            default -> throw new ResourceAccessException(
                "Can't resolve \"" + uri + "\": a batch run has no mount point.");
        };
    }

    private static NodeContext context(final URI uri) throws ResourceAccessException {
        return NodeContext.getContextOptional().orElseThrow(
            () -> new ResourceAccessException("Can't resolve \"" + uri + "\": no node is running in this thread."));
    }

    private static Path workflowDirectory(final URI uri) throws ResourceAccessException {
        return context(uri).getWorkflowManager().getContextV2().getExecutorInfo().getLocalWorkflowPath();
    }

    private static Path nodeDirectory(final URI uri) throws ResourceAccessException {
        return context(uri).getNodeContainer().getNodeContainerDirectory().getFile().toPath();
    }

    private static File below(final Path directory, final URI uri) throws ResourceAccessException {
        final var top = directory.toAbsolutePath().normalize();
        final var relative = String.valueOf(uri.getPath()).replaceFirst("^/+", "");
        final var file = top.resolve(relative).normalize();
        if (!file.startsWith(top)) {
            throw new ResourceAccessException(
                "Can't resolve \"" + uri + "\": it leads out of " + top + ", and a batch run has no mount point.");
        }
        return file.toFile();
    }
}
