// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.conformance.probes.CellReaderNodeFactory;
import org.frugalvision.conformance.probes.CellSourceNodeFactory;
import org.frugalvision.conformance.probes.ClassicPassNodeFactory;
import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.FilterNodeFactory;
import org.frugalvision.conformance.probes.PictureReaderNodeFactory;
import org.frugalvision.conformance.probes.PictureSourceNodeFactory;
import org.frugalvision.conformance.probes.RearrangeNodeFactory;
import org.frugalvision.conformance.probes.RowReaderNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** What tables keep of what nodes write into them. */
public class TablesTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private void run(final Class<?> source, final Class<?>... others) throws IOException {
        final var workflow = new WorkflowText().node(1, source);
        for (var i = 0; i < others.length; i++) {
            workflow.node(i + 2, others[i]).connect(i + 1, 1, i + 2, 1);
        }
        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));
    }

    @Test
    public void cellsOfEveryKindAreKept() throws IOException {
        run(CellSourceNodeFactory.class, CellReaderNodeFactory.class);

        assertEquals(List.of("[string a\tb \u00e4, int -2147483648, long 9223372036854775807, double 0.1, "
            + "boolean true, list [int 1, int 2]]"), m_batch.journal("first"));
        assertEquals(List.of("[missing, missing, missing, missing, missing, missing]"), m_batch.journal("second"));
        assertEquals(List.of("[string , int 0, long 0, double NaN, boolean false, list []]"),
            m_batch.journal("third"));
        assertEquals(List.of("3"), m_batch.journal("size"));
        assertEquals(List.of("true"), m_batch.journal("types"));
    }

    @Test
    public void domainsAreComputed() throws IOException {
        run(CellSourceNodeFactory.class, CellReaderNodeFactory.class);

        assertEquals(List.of("domain [string a\tb \u00e4, string ] whole int -2147483648..int 0"),
            m_batch.journal("text"));
    }

    @Test
    public void picturesBelow40KiBLieInTheTableAndOthersBesideIt() throws IOException {
        run(PictureSourceNodeFactory.class, PictureReaderNodeFactory.class);

        assertEquals(List.of("1024 PNGImageCell", "40959 PNGImageCell", "40960 PNGImageBlobCell"),
            m_batch.journal("cell"));
    }

    @Test
    public void picturesAreReadTwice() throws IOException {
        run(PictureSourceNodeFactory.class, PictureReaderNodeFactory.class);

        final var once = List.of("Row1024 4 true", "Row40959 4 true", "Row40960 4 true");
        final var twice = new ArrayList<>(once);
        twice.addAll(once);
        assertEquals(twice, m_batch.journal("image"));
        assertEquals(List.of("Missing true", "Missing true"), m_batch.journal("missing"));
        assertEquals(List.of("true", "true"), m_batch.journal("type"));
    }

    @Test
    public void noPictureIsRefusedAtOnce() throws IOException {
        run(PictureSourceNodeFactory.class);

        assertEquals(List.of("IllegalArgumentException"), m_batch.journal("refused"));
    }

    @Test
    public void manyRowsAreKeptInTheirOrder() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, new ConfigTree().string("name", "first").integer("rows", 50_000))
            .node(2, ClassicPassNodeFactory.class, new ConfigTree().string("execute", "check order"))
            .connect(1, 1, 2, 1), "-nosave"));

        assertTrue(m_batch.journal("node").contains("in order 50000"));
    }

    private WorkflowText rearranging(final String configure) {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree())
            .node(2, RearrangeNodeFactory.class, new ConfigTree().integer("number", 10).string("configure", configure))
            .node(3, RowReaderNodeFactory.class).connect(1, 1, 2, 1).connect(2, 1, 3, 1);
    }

    @Test
    public void columnIsAppended() throws IOException {
        assertEquals(SUCCESS, m_batch.run(rearranging("succeed"), "-nosave"));

        assertEquals(List.of("[0, 10]"), m_batch.journal("Row0"));
        assertEquals(List.of("[2, 12]"), m_batch.journal("Row2"));
        assertTrue(m_batch.journal("rearrange").size() >= 2);
    }

    @Test
    public void rearrangerMustBeSet() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(rearranging("forget")));

        assertEquals("IDLE", m_batch.saved(2).text("state"));
        assertTrue(m_batch.savedMessage(2).contains("WARNING"));
    }

    private void assertFiltered(final String selected, final String absent, final ConfigTree filter)
        throws IOException {
        m_batch.load(new WorkflowText().node(1, CellSourceNodeFactory.class)
            .node(2, FilterNodeFactory.class, new ConfigTree().config("columns", filter)).connect(1, 1, 2, 1));
        final var selections = m_batch.journal("selected");
        final var absences = m_batch.journal("absent");
        assertEquals(selected, selections.get(selections.size() - 1));
        assertEquals(absent, absences.get(absences.size() - 1));
    }

    @Test
    public void columnsAreChosenByHand() throws IOException {
        assertFiltered("[whole]", "[]", EveryField.columnFilter("MANUAL", "whole"));
        assertFiltered("[]", "[gone]", EveryField.columnFilter("MANUAL", "gone"));
    }

    @Test
    public void unknownColumnsAreIncludedOnRequest() throws IOException {
        final var filter = EveryField.columnFilter("MANUAL", "whole");
        filter.at("manualFilter").array("manuallyDeselected", "xstring", "flag", "list")
            .bool("includeUnknownColumns", true);

        assertFiltered("[text, whole, long, real]", "[]", filter);
    }

    @Test
    public void columnsAreChosenByPattern() throws IOException {
        final var wildcard = EveryField.columnFilter("WILDCARD", "whole");
        wildcard.at("patternFilter").string("pattern", "l*");
        assertFiltered("[long, list]", "[]", wildcard);

        final var regex = EveryField.columnFilter("REGEX", "whole");
        regex.at("patternFilter").string("pattern", "l.*|flag").bool("isInverted", true);
        assertFiltered("[text, whole, real]", "[]", regex);
    }

    @Test
    public void columnsAreChosenByType() throws IOException {
        final var filter = EveryField.columnFilter("TYPE", "whole");
        filter.at("typeFilter").array("selectedTypes", "xstring", "org.knime.core.data.IntValue",
            "org.knime.core.data.StringValue");

        assertFiltered("[text, whole]", "[]", filter);
    }
}
