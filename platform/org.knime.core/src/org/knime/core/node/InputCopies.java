// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.data.filestore.internal.IFileStoreHandler;
import org.knime.core.data.filestore.internal.IWriteFileStoreHandler;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;

/**
 * Copies what a node gets, so that no node can change what another one sees. As in KNIME, tables are shared (they
 * cannot be changed) and all other objects go through their serializers; file stores are shared by the copies.
 */
final class InputCopies {

    private InputCopies() {
    }

    static PortObject copy(final int port, final PortObject object, final ExecutionContext exec,
        final IFileStoreHandler fileStores) throws CanceledExecutionException {
        if (object instanceof BufferedDataTable || object instanceof FlowVariablePortObject) {
            return object;
        }
        try {
            final var copy = throughSerializer(object, exec);
            if (copy instanceof FileStorePortObject target) {
                FileStoreUtil.retrieveFileStoreHandlers((FileStorePortObject)object, target,
                    (IWriteFileStoreHandler)fileStores);
            }
            return copy;
        } catch (IOException | RuntimeException e) { // serializers are code of the node developer
            throw new IllegalStateException("Unable to clone input data at port " + port + ": " + e.getMessage(), e);
        }
    }

    private static PortObject throughSerializer(final PortObject object, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        final var serializer = serializer(object);
        final var bytes = new ByteArrayOutputStream();
        try (var out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            serializer.savePortObject(object, out, exec);
        }
        try (var in = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObject(in, object.getSpec(), exec);
        }
    }

    /** Only simple port objects may go without registration. */
    private static PortObjectSerializer<PortObject> serializer(final PortObject object) {
        return object instanceof AbstractSimplePortObject ? PortUtil.getPortObjectSerializer(object.getClass())
            : PortTypeRegistry.getInstance().getObjectSerializer(object.getClass()).orElseThrow();
    }
}
