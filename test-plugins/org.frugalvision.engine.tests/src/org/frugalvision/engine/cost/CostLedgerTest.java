// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

        assertEquals(Map.of(Quantity.LABELS, 500L, Quantity.SAMPLES_TRAINED, 5000L, Quantity.SAMPLES_SCORED, 5000L,
            Quantity.UPDATES, 80L, Quantity.FORWARD_MACS, 1100L, Quantity.BACKWARD_MACS, 2000L, Quantity.PEAK_BYTES,
            9L, Quantity.SECONDS, 5.0, Quantity.CPU_SECONDS, 216.0, Quantity.WATT_HOURS, 0.6), total.amounts());
    }

    @Test
    public void whatNobodyKnowsIsMissingAndNotZero() {
        final var labels = CostEntry.of("labels-1", "Labels").withLabels(0);
        final var unknown = CostEntry.of("select-2", "Selection").withSeconds(1, 0).withPeakBytes(0);

        final var total = CostLedger.of(List.of(labels, unknown)).total();

        assertEquals(Map.of(Quantity.LABELS, 0L, Quantity.SECONDS, 1.0), total.amounts());
        assertEquals(Optional.empty(), total.amount(Quantity.CPU_SECONDS));
        assertEquals(0, total.count(Quantity.FORWARD_MACS));
    }

    /** As in files of the first versions. */
    @Test
    public void zeroAndNotKnownAreNoContradiction() {
        final var ledger = CostLedger.empty().plus(CostEntry.of("labels-1", "Labels").withLabels(5));

        assertEquals(ledger, ledger.plus(
            CostEntry.of("labels-1", "Labels").withLabels(5).withTraining(0, 0, 0, 0).withScoring(0, 0)));
    }

    /** 36 processor seconds at 10 W are 360 Ws, a tenth of a watt-hour, however long it took. */
    @Test
    public void energyIsThatOfProcessorTime() {
        assertEquals(0.1, CostEntry.of("a", "A").withSeconds(1, 36).measure(Quantity.WATT_HOURS), 1e-15);
        assertEquals(0.1, CostEntry.of("a", "A").withSeconds(1000, 36).measure(Quantity.WATT_HOURS), 1e-15);
    }

    @Test
    public void nothingIsKnownOfNothing() {
        assertEquals(CostEntry.of("total", "Total"), CostLedger.empty().total());
    }

    @Test
    public void sharedWorkCountsOnce() {
        final var left = CostLedger.of(List.of(SELECT, TRAIN));
        final var right = CostLedger.of(List.of(SELECT.withSeconds(99, 0), CostEntry.of("train-2", "Training")));

        final var union = left.union(right);

        assertEquals(List.of("select-1", "train-1", "train-2"), union.entries().stream().map(CostEntry::id).toList());
        assertEquals(5, union.total().measure(Quantity.SECONDS), 0);
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
