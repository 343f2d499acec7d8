// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;

import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

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

    @Test
    public void needsACaptionColumn() throws Exception {
        final int sheet = sheet("image\nr1 4x4x1");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Caption column\" must be a column of strings, but the table has none; it has "
            + "\"image\".", m_workflow.message(sheet));
    }

    @Test
    public void refusesMoreImagesThanItShows() throws Exception {
        m_workflow.add(ImageContactSheetNodeFactory.class, model -> model.addInt("images", 121));

        assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
    }

    /** A contact sheet of that table, with captions from a column. */
    private int sheet(final String rows) {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
        final int sheet = m_workflow.add(ImageContactSheetNodeFactory.class,
            model -> model.addString("caption", "COLUMN"));
        m_workflow.connect(table, 1, sheet, 1);
        return sheet;
    }
}
