// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;

/** A port object with a title in its zip entry and its texts in files. */
public final class ProbeFiles extends FileStorePortObject {

    private final String m_title;

    private boolean m_hasFiles;

    private ProbeFiles(final String title) {
        m_title = title;
    }

    ProbeFiles(final String title, final List<FileStore> files) {
        super(files);
        m_title = title;
    }

    boolean hasFiles() {
        return m_hasFiles;
    }

    List<String> texts() throws IOException {
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < getFileStoreCount(); i++) {
            texts.add(Files.readString(getFileStore(i).getFile().toPath()));
        }
        return texts;
    }

    @Override
    protected void postConstruct() {
        m_hasFiles = true;
    }

    @Override
    public String getSummary() {
        return m_title;
    }

    @Override
    public ProbeSpec getSpec() {
        return new ProbeSpec(m_title);
    }

    @Override
    public JComponent[] getViews() {
        return null;
    }

    /** Stores the title. */
    public static final class Serializer extends PortObjectSerializer<ProbeFiles> {

        @Override
        public void savePortObject(final ProbeFiles object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry("title"));
            out.write(object.m_title.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public ProbeFiles loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            in.getNextEntry();
            return new ProbeFiles(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
