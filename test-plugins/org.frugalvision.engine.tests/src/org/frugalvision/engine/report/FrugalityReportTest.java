// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.OptionalDouble;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** What savings are worth. */
public final class FrugalityReportTest {

    private static final ReportSettings SETTINGS = new ReportSettings("", Measure.MULTIPLY_ADDS, 2);

    private static final Result FULL = result("full", 10_000, 0.9, 1000);

    private static final Result CHEAP = result("cheap", 10_000, 0.8, 100);

    @Test
    public void namesTheSameAccuracyAtAShareOfTheCost() {
        assertEquals("Same accuracy within 2 points at 0.25 times the multiply-adds",
            verdict(result("other", 10_000, 0.895, 250)));
    }

    @Test
    public void namesMoreAndLess() {
        assertEquals("10.0 points less accurate at 0.1 times the multiply-adds", verdict(CHEAP));
        assertEquals("5.0 points more accurate at 2 times the multiply-adds",
            verdict(result("other", 10_000, 0.95, 2000)));
    }

    /** 300 test images: 2 points are within chance, and not within the tolerance either. */
    @Test
    public void doesNotCallTheSameWhatFewImagesCannotTellApart() {
        final List<Comparison> few =
            FrugalityReport.of(List.of(result("full", 300, 0.9, 1000), result("other", 300, 0.88, 333)), SETTINGS);

        assertEquals("Accuracy not told apart (-7.1 to +3.1 points) at 0.333 times the multiply-adds",
            few.get(1).verdict());
    }

    @Test
    public void theBaselineIsTheFirstUnlessNamed() {
        assertEquals(List.of("full", "full"), FrugalityReport.of(List.of(FULL, CHEAP), SETTINGS).stream()
            .map(row -> row.baseline().name()).toList());

        final List<Comparison> named =
            FrugalityReport.of(List.of(FULL, CHEAP), new ReportSettings("cheap", Measure.MULTIPLY_ADDS, 2));
        assertEquals("10.0 points more accurate at 10 times the multiply-adds", named.get(0).verdict());
        assertEquals("Baseline", named.get(1).verdict());
        assertTrue(named.get(1).isBaseline());
        assertEquals(0.1, named.get(0).difference(), 1e-12);
    }

    @Test
    public void aSingleResultIsComparedWithItself() {
        final List<Comparison> one = FrugalityReport.of(List.of(FULL), SETTINGS);

        assertEquals("Baseline", one.get(0).verdict());
        assertEquals(OptionalDouble.of(1), one.get(0).relative(Measure.MULTIPLY_ADDS));
        assertTrue(one.get(0).onFront());
    }

    @Test
    public void nothingIsRelativeToZeroOrToWhatNobodyKnows() {
        final Result free = new Result("free", 10_000, 0.9, CostEntry.of("c", "C").withScoring(1, 0));
        final Result unknown = new Result("unknown", 10_000, 0.9, CostEntry.of("c", "C"));
        final List<Comparison> rows = FrugalityReport.of(List.of(free, FULL, unknown), SETTINGS);

        assertEquals(OptionalDouble.empty(), rows.get(0).relative(Measure.MULTIPLY_ADDS));
        assertEquals("Same accuracy within 2 points; multiply-adds not comparable", rows.get(1).verdict());
        assertEquals(OptionalDouble.empty(), rows.get(2).relative(Measure.SECONDS));
        assertEquals(OptionalDouble.empty(), rows.get(0).intensity());
        assertFalse("unknown costs are on no front", rows.get(2).onFront());
    }

    @Test
    public void theFrontHoldsWhatNoOtherBeats() {
        final Result dear = result("dear", 10_000, 0.85, 1500);
        final Result twin = result("twin", 10_000, 0.8, 100);

        assertEquals(List.of(true, true, false, true),
            FrugalityReport.of(List.of(FULL, CHEAP, dear, twin), SETTINGS).stream().map(Comparison::onFront).toList());
    }

    @Test
    public void measuresReadTheTotal() {
        final CostEntry cost = CostEntry.of("c", "C").withLabels(7).withTraining(10, 2, 300, 600).withScoring(5, 100)
            .with(Quantity.BYTES_MOVED, 500L).withSeconds(2, 36);
        final Comparison row = FrugalityReport.of(List.of(new Result("r", 5, 1, cost)), SETTINGS).get(0);

        assertEquals(OptionalDouble.of(7), Measure.LABELS.of(cost));
        assertEquals(OptionalDouble.of(15), Measure.IMAGES.of(cost));
        assertEquals(OptionalDouble.of(1000), Measure.MULTIPLY_ADDS.of(cost));
        assertEquals(OptionalDouble.of(500), Measure.BYTES_MOVED.of(cost));
        assertEquals(OptionalDouble.of(2), Measure.SECONDS.of(cost));
        assertEquals(0.1, Measure.WATT_HOURS.of(cost).getAsDouble(), 1e-12);
        assertEquals((2 * 1000 + 125 * 206) * 4.6e-12 / 3600, Measure.LADDER.of(cost).getAsDouble(), 1e-24);
        assertEquals(OptionalDouble.of(2), row.intensity());
    }

    @Test
    public void refusesWhatCannotBeCompared() {
        assertEquals("Results: they must have at least one row, but are empty.", assertThrows(DataException.class,
            () -> FrugalityReport.of(List.of(), SETTINGS)).getMessage());
        assertEquals("Row \"full\": two different results must not have one name, but have.",
            assertThrows(DataException.class, () -> FrugalityReport.of(List.of(FULL, FULL), SETTINGS)).getMessage());
        assertEquals("\"Baseline\" must be the name of a result (\"full\", \"cheap\"), but is \"all\".",
            assertThrows(SettingsException.class, () -> FrugalityReport.of(List.of(FULL, CHEAP),
                new ReportSettings("all", Measure.LABELS, 2))).getMessage());
        assertEquals("Row \"r\": \"Accuracy\" must be in [0,1], but is 1.5.",
            assertThrows(DataException.class, () -> result("r", 5, 1.5, 1)).getMessage());
        assertEquals("Row \"r\": \"Accuracy\" must be in [0,1], but is NaN.",
            assertThrows(DataException.class, () -> result("r", 5, Double.NaN, 1)).getMessage());
        assertEquals("Row \"r\": \"Images\" must be at least 1, but is 0.",
            assertThrows(DataException.class, () -> result("r", 0, 0.5, 1)).getMessage());
        assertEquals("\"Tolerance (percentage points, 0 = never the same)\" must be in [0,100], but is -1.",
            assertThrows(SettingsException.class, () -> new ReportSettings("", Measure.LABELS, -1)).getMessage());
    }

    private static String verdict(final Result other) {
        return FrugalityReport.of(List.of(FULL, other), SETTINGS).get(1).verdict();
    }

    private static Result result(final String name, final int images, final double accuracy, final long multiplyAdds) {
        return new Result(name, images, accuracy, CostEntry.of("c", "C").withScoring(images, multiplyAdds));
    }
}
