// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.NodeView;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Makes nodes that draw two pictures of one and of two pixels, and have a view that tells what they kept. */
public final class DrawingNodeFactory extends NodeFactory<NodeModel> {

    @Override
    public NodeModel createNodeModel() {
        return new Drawing();
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<NodeModel> createNodeView(final int index, final NodeModel model) {
        return null;
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return null;
    }

    private static final class Drawing extends NodeModel implements PortObjectHolder, ShowsPage {

        private static final ImagePortObjectSpec SPEC = new ImagePortObjectSpec(PNGImageContent.TYPE);

        private PortObject[] m_kept;

        Drawing() {
            super(new PortType[0], new PortType[]{ImagePortObject.TYPE, ImagePortObject.TYPE});
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] specs) {
            return new PortObjectSpec[]{SPEC, SPEC};
        }

        @Override
        protected PortObject[] execute(final PortObject[] inputs, final ExecutionContext exec) throws IOException {
            m_kept = new PortObject[]{picture(1), picture(2)};
            return m_kept;
        }

        @Override
        public Optional<String> pageOfView() {
            return Optional.ofNullable(m_kept).map(kept -> "<html>" + kept.length + " kept</html>");
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return m_kept;
        }

        @Override
        public void setInternalPortObjects(final PortObject[] objects) {
            m_kept = objects;
        }

        private static ImagePortObject picture(final int width) throws IOException {
            final var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, 1, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
            return new ImagePortObject(new PNGImageContent(bytes.toByteArray()), SPEC);
        }

        @Override
        protected void loadInternals(final File directory, final ExecutionMonitor exec) {
            // keeps nothing
        }

        @Override
        protected void saveInternals(final File directory, final ExecutionMonitor exec) {
            // keeps nothing
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            // has none
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) {
            // has none
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
            // has none
        }

        @Override
        protected void reset() {
            m_kept = null;
        }
    }
}
