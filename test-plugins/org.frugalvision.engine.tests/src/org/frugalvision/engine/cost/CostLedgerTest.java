// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Provenance;
import org.junit.Test;

/** What was spent. */
public final class CostLedgerTest {

    private static final CostEntry SELECT =
        CostEntry.of("select-1", "Selection").withLabels(500)
            .withScoring(5000, 100).withSeconds(2, 36).withPeakBytes(7);

    private static final CostEntry TRAIN =
        CostEntry.of("train-1", "Training").withTraining(5000, 80, 1000, 2000).withSeconds(3, 180).withPeakBytes(9);

    @Test
    public void totalSumsCountsAndTakesTheLargestMemory() {
        final var total = CostLedger.of(List.of(SELECT, TRAIN)).total();

        assertEquals(new CostEntry("total", "Total", 500, 5000, 5000, 80, 1100, 2000, 9, 5, 216, 0.6), total);
    }

    /** 36 processor seconds at 10 W are 360 Ws, a tenth of a watt-hour, however long it took. */
    @Test
    public void energyIsThatOfProcessorTime() {
        assertEquals(0.1, CostEntry.of("a", "A").withSeconds(1, 36).wattHours(), 1e-15);
        assertEquals(0.1, CostEntry.of("a", "A").withSeconds(1000, 36).wattHours(), 1e-15);
    }

    @Test
    public void totalOfNothingIsZero() {
        assertEquals(CostEntry.of("total", "Total"), CostLedger.empty().total());
    }

    @Test
    public void sharedWorkCountsOnce() {
        final var left = CostLedger.of(List.of(SELECT, TRAIN));
        final var right = CostLedger.of(List.of(SELECT.withSeconds(99, 0), CostEntry.of("train-2", "Training")));

        final var union = left.union(right);

        assertEquals(List.of("select-1", "train-1", "train-2"), union.entries().stream().map(CostEntry::id).toList());
        assertEquals(5, union.total().seconds(), 0);
    }

    @Test
    public void refusesDifferentWorkUnderOneId() {
        final var ledger = CostLedger.empty().plus(SELECT);

        final var complaint = assertThrows(DataException.class, () -> ledger.plus(SELECT.withLabels(501)));

        assertEquals("Cost entry \"Selection\": two branches state different work under its name.",
            complaint.getMessage());
    }

    @Test
    public void addingLeavesTheLedgerAsItWas() {
        final var ledger = CostLedger.empty().plus(SELECT);
        ledger.plus(TRAIN);

        assertEquals(List.of(SELECT), ledger.entries());
    }

    @Test
    public void idsAreThoseOfTheWork() {
        final var provenance = new Provenance("lenet", Map.of("epochs", "10"), 1, "abc", "0.1");
        final var other = new Provenance("lenet", Map.of("epochs", "11"), 1, "abc", "0.1");

        assertEquals(CostEntry.idOf("train", provenance), CostEntry.idOf("train", provenance));
        assertNotEquals(CostEntry.idOf("train", provenance), CostEntry.idOf("train", other));
        assertEquals("train-".length() + 16, CostEntry.idOf("train", provenance).length());
    }

    @Test
    public void refusesNegativeCosts() {
        assertEquals("The costs of \"x\" must not be negative.", assertThrows(IllegalArgumentException.class,
            () -> CostEntry.of("x", "X").withLabels(-1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> CostEntry.of("x", "X").withSeconds(Double.NaN, 0));
    }
}
