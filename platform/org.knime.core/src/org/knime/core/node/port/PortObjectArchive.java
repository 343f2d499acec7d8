// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

import org.frugalvision.platform.port.ModelEntry;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.data.filestore.internal.NotInWorkflowWriteFileStoreHandler;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** A port object as zip entries: class names, the zip of its spec, its own zip, one entry per file store. */
final class PortObjectArchive {

    private static final String CONTENT = "content.xml";

    private static final String SPEC_ENTRY = "objectSpec.file";

    private static final String OBJECT_ENTRY = "object.file";

    private static final String FILE_STORE_ENTRY = "filestore_";

    private static final String SPEC_CLASS = "spec_class";

    private static final String OBJECT_CLASS = "object_class";

    private static final String FILE_STORES = "file_stores";

    private PortObjectArchive() {
    }

    static void write(final PortObject object, final PortObjectZipOutputStream zip, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        zip.setLevel(Deflater.BEST_SPEED); // the zips within are compressed already
        final List<FileStore> stores = object instanceof FileStorePortObject
            ? FileStoreUtil.getFileStores((FileStorePortObject)object) : List.of();
        final ModelContent content = new ModelContent(CONTENT);
        content.addString(SPEC_CLASS, object.getSpec().getClass().getName());
        content.addString(OBJECT_CLASS, object.getClass().getName());
        content.addStringArray(FILE_STORES,
            stores.stream().map(store -> FileStoreUtil.getFileStoreKey(store).getName()).toArray(String[]::new));
        ModelEntry.write(zip, CONTENT, content);
        zip.putNextEntry(new ZipEntry(SPEC_ENTRY));
        try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(keepOpen(zip))) {
            PortUtil.getPortObjectSpecSerializer(object.getSpec().getClass()).savePortObjectSpec(object.getSpec(), out);
        }
        zip.putNextEntry(new ZipEntry(OBJECT_ENTRY));
        try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(keepOpen(zip))) {
            PortUtil.getPortObjectSerializer(object.getClass()).savePortObject(object, out, exec);
        }
        for (int i = 0; i < stores.size(); i++) {
            zip.putNextEntry(new ZipEntry(FILE_STORE_ENTRY + i));
            Files.copy(stores.get(i).getFile().toPath(), zip);
        }
    }

    static PortObjectSpec readSpec(final PortObjectZipInputStream zip) throws IOException {
        return readSpec(zip, ModelEntry.read(zip, CONTENT));
    }

    static PortObject read(final PortObjectZipInputStream zip, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final ModelContentRO content = ModelEntry.read(zip, CONTENT);
        final PortObjectSpec spec = readSpec(zip, content);
        final String name = string(content, OBJECT_CLASS);
        final Class<? extends PortObject> type = PortTypeRegistry.getInstance().getObjectClass(name)
            .orElseThrow(() -> new IOException("Port object class \"" + name + "\" is not available."));
        ModelEntry.expect(zip, OBJECT_ENTRY);
        final PortObject object;
        try (PortObjectZipInputStream in = PortUtil.getPortObjectZipInputStream(entry(zip))) {
            object = PortUtil.getPortObjectSerializer(type).loadPortObject(in, spec, exec);
        }
        if (object instanceof FileStorePortObject) {
            readFileStores((FileStorePortObject)object, content.getStringArray(FILE_STORES, new String[0]), zip);
        }
        return object;
    }

    private static PortObjectSpec readSpec(final PortObjectZipInputStream zip, final ModelContentRO content)
        throws IOException {
        final String name = string(content, SPEC_CLASS);
        final Class<? extends PortObjectSpec> type = PortTypeRegistry.getInstance().getSpecClass(name)
            .orElseThrow(() -> new IOException("Port object spec class \"" + name + "\" is not available."));
        ModelEntry.expect(zip, SPEC_ENTRY);
        try (PortObjectSpecZipInputStream in = PortUtil.getPortObjectSpecZipInputStream(entry(zip))) {
            return PortUtil.getPortObjectSpecSerializer(type).loadPortObjectSpec(in);
        }
    }

    private static void readFileStores(final FileStorePortObject object, final String[] names,
        final PortObjectZipInputStream zip) throws IOException {
        final NotInWorkflowWriteFileStoreHandler handler = NotInWorkflowWriteFileStoreHandler.create();
        final List<FileStoreKey> keys = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            ModelEntry.expect(zip, FILE_STORE_ENTRY + i);
            final FileStore store = handler.createFileStore(names[i]);
            try (OutputStream out = new FileOutputStream(store.getFile())) {
                zip.transferTo(out);
            }
            keys.add(FileStoreUtil.getFileStoreKey(store));
        }
        FileStoreUtil.retrieveFileStoreHandlerFrom(object, keys, handler.getDataRepository());
    }

    private static String string(final ModelContentRO content, final String key) throws IOException {
        try {
            return content.getString(key);
        } catch (final InvalidSettingsException ex) {
            throw new IOException("Not a stored port object: " + ex.getMessage(), ex);
        }
    }

    /** The zip within the current entry; read to its end so that the entry's checksum is verified. */
    private static InputStream entry(final PortObjectZipInputStream zip) {
        return new FilterInputStream(zip) {
            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    private static OutputStream keepOpen(final PortObjectZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
                zip.closeEntry();
            }
        };
    }
}
