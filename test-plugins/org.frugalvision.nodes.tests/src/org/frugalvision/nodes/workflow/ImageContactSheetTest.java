// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.engine.image.PngImages;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Pictures of many images. */
public class ImageContactSheetTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void leavesOutWhatItCannotShow() throws Exception {
        final int sheet = sheet("image label\nr1 4x4x1 a\nr2 ? b\nr3 9x5x3 ?\nr4 300x200x4 c");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Left out 1 of 4 rows, the first is Row \"r2\": the image is missing.",
            m_workflow.message(sheet));
    }

    @Test
    public void refusesATableWithoutReadableImage() throws Exception {
        final int sheet = sheet("image label\nr1 ? a");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Table: there is no readable image to show.", m_workflow.message(sheet));
    }

    /** Whoever shows mistakes is glad of none. */
    @Test
    public void aTableWithoutRowsGivesAnEmptySheet() throws Exception {
        final int sheet = sheet("image label");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: The table has no rows, so the sheet is empty.", m_workflow.message(sheet));
    }

    @Test
    public void needsACaptionColumn() throws Exception {
        final int sheet = sheet("image\nr1 4x4x1");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Caption column\" must be a column of strings, but the table has none; it has "
            + "\"image\".", m_workflow.message(sheet));
    }

    @Test
    public void refusesMoreImagesThanItShows() throws Exception {
        for (final String setting : List.of("images", "perClass")) {
            createWorkflow();
            m_workflow.add(ImageContactSheetNodeFactory.class, model -> model.addInt(setting, 121));

            assertEquals(setting + " with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    /** A tile is 106 pixels wide; the table begins with three images of a. */
    @Test
    public void showsSomeOfEachClass() throws Exception {
        final String rows = "image label[a,b]\nr1 4x4x1 a\nr2 4x4x1 a\nr3 4x4x1 a\nr4 4x4x1 ?\nr5 4x4x1 b\nr6 4x4x1! b";
        final int one = sheet(rows, perClass(1));
        final int two = sheet(rows, perClass(2));
        final int first = sheet(rows, model -> model.addInt("images", 2));
        final List<Path> pictures = List.of(picture(one), picture(two), picture(first));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(2 * 106 + 22, width(pictures.get(0)));
        assertEquals("two a, and the only readable b", 3 * 106 + 22, width(pictures.get(1)));
        assertEquals("two a", 2 * 106 + 22, width(pictures.get(2)));
        assertEquals("WARNING: Left out 1 of 6 rows, the first is Row \"r4\": the class is missing.",
            m_workflow.message(one));
        assertEquals("", m_workflow.message(first));
    }

    @Test
    public void takesCaptionsFromAnyColumn() throws Exception {
        final int sheet = sheet("image label[a,b]\nr1 4x4x1 a", model -> model.addString("captionColumn", "image"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(sheet));
    }

    /** A contact sheet of that table, with captions from a column. */
    private int sheet(final String rows) {
        return sheet(rows, model -> {
        });
    }

    private int sheet(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
        final int sheet = m_workflow.add(ImageContactSheetNodeFactory.class,
            settings.andThen(model -> model.addString("caption", "COLUMN")));
        m_workflow.connect(table, 1, sheet, 1);
        return sheet;
    }

    private static Consumer<NodeSettingsWO> perClass(final int images) {
        return model -> {
            model.addString("sample", "PER_CLASS");
            model.addString("classColumn", "label");
            model.addInt("perClass", images);
        };
    }

    private Path picture(final int sheet) {
        final Path file = m_temporary.getRoot().toPath().resolve("picture of " + sheet);
        m_workflow.connect(sheet, 1,
            m_workflow.add(PictureProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static int width(final Path picture) throws IOException {
        return PngImages.shape(Files.readAllBytes(picture), "Picture").width();
    }
}
