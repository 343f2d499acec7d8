// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A port object with its content in a file store. */
public final class Thing extends FileStorePortObject {
    /** Its type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(Thing.class);

    private final ThingSpec m_spec;

    private Thing(final ThingSpec spec) {
        m_spec = spec;
    }

    private Thing(final ThingSpec spec, final FileStore file) {
        super(List.of(file));
        m_spec = spec;
    }

    static Thing write(final String kind, final String content, final ExecutionContext context) {
        try {
            final var file = context.createFileStore("thing");
            Files.writeString(file.getFile().toPath(), content);
            return new Thing(new ThingSpec(kind), file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read() {
        try {
            return Files.readString(getFileStore(0).getFile().toPath());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getSummary() {
        return "A thing of kind " + m_spec.kind();
    }

    @Override
    public ThingSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Stores such objects: the content is in the file store, so one empty entry suffices. */
    public static final class Serializer extends PortObjectSerializer<Thing> {
        @Override
        public void savePortObject(final Thing thing, final PortObjectZipOutputStream out,
            final ExecutionMonitor monitor) throws IOException {
            out.putNextEntry(new ZipEntry("empty"));
            out.closeEntry();
        }

        @Override
        public Thing loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor monitor) throws IOException {
            in.getNextEntry();
            return new Thing((ThingSpec)spec);
        }
    }
}
