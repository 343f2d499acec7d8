// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.frugalvision.platform.port.ModelEntry;
import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A picture. This runtime reads PNG pictures only. */
public class ImagePortObject extends AbstractPortObject {

    /** A picture. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    /** A picture, or none. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(ImagePortObject.class, true);

    private static final String ENTRY = "image";

    private ImageContent m_content;

    private ImagePortObjectSpec m_spec;

    /** For {@link Serializer}. */
    public ImagePortObject() {
    }

    /** A picture of the kind that the spec names. */
    public ImagePortObject(final ImageContent content, final ImagePortObjectSpec spec) {
        m_content = content;
        m_spec = spec;
    }

    /** The picture as a cell. */
    public DataCell toDataCell() {
        return m_content.toImageCell();
    }

    @Override
    public String getSummary() {
        return m_content.getSummary();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec) throws IOException {
        out.putNextEntry(new ZipEntry(ENTRY));
        m_content.save(out);
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws IOException {
        m_spec = (ImagePortObjectSpec)spec;
        if (!PNGImageContent.TYPE.equals(m_spec.getDataType())) {
            throw new IOException("Pictures of type " + m_spec.getDataType() + " cannot be read, only PNG.");
        }
        ModelEntry.expect(in, ENTRY);
        try {
            m_content = new PNGImageContent(in.readAllBytes());
        } catch (final IllegalArgumentException ex) {
            throw new IOException("Picture cannot be read: " + ex.getMessage(), ex);
        }
    }

    /** Stores the picture as one entry. */
    public static final class Serializer extends AbstractPortObjectSerializer<ImagePortObject> {
    }
}
