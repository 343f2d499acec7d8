// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.nodes.prepare.resize.ImageResizerNodeFactory;
import org.frugalvision.nodes.probe.ImageSetProbeNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Images that are resized in a table are those that are resized when they are read. */
public class ImageResizerTest {

    private static final int SUCCESS = 0;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void writeImages() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final Path images = Files.createDirectories(m_workflow.folder().resolve("data/cat"));
        final var random = new Random(3);
        for (int i = 0; i < 4; i++) {
            final var shape = new ImageShape(3, 3 + 5 * i, 20 - 4 * i);
            final var values = new byte[shape.size()];
            random.nextBytes(values);
            Files.write(images.resolve(i + ".png"), PngImages.encode(shape, values));
        }
    }

    @Test
    public void givesWhatTheReaderGives() throws Exception {
        for (final String colours : List.of("KEEP", "GREY", "BANDS")) {
            for (final String fit : List.of("STRETCH", "PAD", "CROP")) {
                writeImages();
                final Path expected = values(reader(model -> {
                    model.addString("colours", colours);
                    size(model, fit);
                }));
                final int kept = reader(model -> {
                    model.addString("colours", colours);
                    model.addString("size", "KEEP");
                });
                final int resizer = m_workflow.add(ImageResizerNodeFactory.class, model -> size(model, fit));
                m_workflow.connect(kept, 1, resizer, 1);
                final Path actual = values(resizer);

                assertEquals(SUCCESS, m_workflow.run());
                assertEquals(colours + " " + fit, Files.readString(expected), Files.readString(actual));
            }
        }
    }

    @Test
    public void givesMissingImagesForThoseItCannotRead() throws Exception {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]\nr1 ? a\nr2 8x8x1! b\nr3 8x8x1 b"));
        final int resizer = m_workflow.add(ImageResizerNodeFactory.class);
        m_workflow.connect(table, 1, resizer, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Could not resize 2 of 3 rows, the first is Row \"r1\": the image is missing.",
            m_workflow.message(resizer));
    }

    @Test
    public void refusesImpossibleSettings() throws Exception {
        for (final Consumer<NodeSettingsWO> setting : List.<Consumer<NodeSettingsWO>>of(
            model -> model.addInt("width", 0), model -> model.addInt("height", 16_385),
            model -> model.addString("background", "white"))) {
            writeImages();
            m_workflow.add(ImageResizerNodeFactory.class, setting);

            assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    private static void size(final NodeSettingsWO model, final String fit) {
        model.addInt("width", 9);
        model.addInt("height", 12);
        model.addString("fit", fit);
        model.addString("background", "#336699");
    }

    private int reader(final Consumer<NodeSettingsWO> settings) {
        return m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data");
            settings.accept(model);
        });
    }

    /** The values that the images of a node have in the engine. */
    private Path values(final int node) {
        final Path file = m_temporary.getRoot().toPath()
            .resolve("values of %d %s".formatted(node, m_workflow.folder().getFileName()));
        m_workflow.connect(node, 1,
            m_workflow.add(ImageSetProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
