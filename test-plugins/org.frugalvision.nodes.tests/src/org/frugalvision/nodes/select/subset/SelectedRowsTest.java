// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** Columns of selected rows. */
public class SelectedRowsTest {

    /** A learner behind them knows all classes, also those that no selected row was suggested. */
    @Test
    public void suggestedLabelsKnowAllClasses() {
        final DataTableSpec spec =
            new SelectedRows.Columns(false, false, true, List.of("ship", "buoy", "gull")).spec(new DataTableSpec());

        assertEquals(List.of(new StringCell("ship"), new StringCell("buoy"), new StringCell("gull")),
            List.copyOf(spec.getColumnSpec("Suggested label").getDomain().getValues()));
    }

    @Test
    public void columnsOfOneNameStandBesideEachOther() {
        final DataTableSpec before = new SelectedRows.Columns(true, true, true, List.of("a")).spec(new DataTableSpec());

        assertEquals(List.of("Selection rank", "Selection score", "Selection weight", "Suggested label",
            "Selection rank (#1)", "Selection score (#1)", "Selection weight (#1)", "Suggested label (#1)"),
            List.of(new SelectedRows.Columns(true, true, true, List.of("a")).spec(before).getColumnNames()));
    }
}
