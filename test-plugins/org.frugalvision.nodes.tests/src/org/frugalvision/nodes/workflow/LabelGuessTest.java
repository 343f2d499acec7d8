// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.nodes.prepare.duplicates.ImageDuplicateFinderNodeFactory;
import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** No node takes a path for a label. */
public class LabelGuessTest {

    private static final int IMAGES = 12;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private Path m_images;

    @Before
    public void writeImages() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_images = Files.createDirectories(m_workflow.folder().resolve("data"));
        for (int i = 0; i < IMAGES; i++) {
            final Path folder = Files.createDirectories(m_images.resolve("class" + i % 3));
            Files.write(folder.resolve(i + ".png"),
                PngImages.encode(new ImageShape(1, 2, 2), new byte[]{(byte)(9 * i), 1, (byte)(5 * i), 3}));
        }
    }

    @Test
    public void asksForTheLabelColumnOfATableWithout() throws Exception {
        final int reader = reader("NONE");
        final List<Integer> nodes = nodes(reader);

        m_workflow.run();

        for (final int node : nodes) {
            assertEquals("WARNING: \"Label column\" must be chosen, because no column has the name of one; the table "
                + "has \"image\", \"path\", \"width\", \"height\", \"channels\", \"bytes\".", m_workflow.message(node));
        }
    }

    @Test
    public void tellsTheGuess() throws Exception {
        final List<Integer> nodes = nodes(reader("PARENT_FOLDER"));

        assertEquals(0, m_workflow.run());

        for (final int node : nodes) {
            assertEquals("WARNING: Took \"label\" for the label column, which was not chosen.",
                m_workflow.message(node));
        }
    }

    /** Every image in a folder of its own: the name fits, the values do not. */
    @Test
    public void refusesAGuessWithAValuePerRow() throws Exception {
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data");
            model.addString("labelSource", "EXPRESSION");
            model.addString("labelExpression", "(?<label>[0-9]+).png");
        });
        final List<Integer> nodes = nodes(reader);

        m_workflow.run();

        for (final int node : nodes) {
            assertEquals("ERROR: \"Label column\" must be chosen: \"label\" would be taken, but has 6 or more "
                + "different values in 12 rows.", m_workflow.message(node));
        }
    }

    private int reader(final String labels) {
        return m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data");
            model.addString("labelSource", labels);
        });
    }

    private List<Integer> nodes(final int reader) {
        return List.of(after(reader, ImagePartitionerNodeFactory.class, model -> model.addDouble("percent", 50)),
            after(reader, ImageSubsetSelectorNodeFactory.class, model -> model.addInt("budget", 6)),
            after(reader, ImageDuplicateFinderNodeFactory.class, model -> {
                model.addBoolean("compareLabels", true);
                model.addString("kind", "EXACT");
            }),
            after(reader, ImageWriterNodeFactory.class,
                model -> model.addString("folder", m_temporary.getRoot().toPath().resolve("written").toString())));
    }

    private int after(final int reader, final Class<? extends NodeFactory<?>> factory,
        final Consumer<NodeSettingsWO> settings) {
        final int node = m_workflow.add(factory, settings);
        m_workflow.connect(reader, 1, node, 1);
        return node;
    }
}
