// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The shipped workflows that compare recipes, each with what its steps promise. */
public final class RecipeWorkflowsTest {

    private static final int SUCCESS = 0;

    /** For copies of the workflows. */
    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private ShippedWorkflow copy(final String name) throws Exception {
        return ShippedWorkflow.copy(name, m_temporary.getRoot().toPath());
    }

    @Test
    public void fourRecipesStandBesideNoneInOneTable() throws Exception {
        final var workflow = copy("12 Recipes side by side");
        final Path overall = workflow.probe(34, 2);
        final Path report = workflow.probe(50, 1);

        assertEquals(SUCCESS, workflow.run());
        assertEquals(List.of("No recipe", "Label smoothing", "Mixup", "CutMix", "RandAugment"), names(overall));
        assertEquals(names(overall), names(report));
        for (int row = 1; row <= 5; row++) {
            assertEquals("3000", value(overall, row, "Images trained"));
        }
    }

    /** Half of the people named their images blindly. */
    @Test
    public void recipesAgainstNoisyLabelsBeatThePlainTraining() throws Exception {
        final var workflow = copy("13 Noisy labels");
        final Path overall = workflow.probe(32, 2);

        assertEquals(SUCCESS, workflow.run());
        assertEquals(List.of("Plain", "LAP", "RHO-LOSS"), names(overall));
        final double plain = number(overall, 1, "Accuracy");
        assertTrue("" + plain, number(overall, 2, "Accuracy") > plain + 0.05);
        assertTrue("" + plain, number(overall, 3, "Accuracy") > plain);
    }

    @Test
    public void adversarialTrainingIsMoreOftenRightUnderAttack() throws Exception {
        final var workflow = copy("14 Robust to attack");
        final Path plain = workflow.probe(7, 2);
        final Path adversarial = workflow.probe(8, 2);

        assertEquals(SUCCESS, workflow.run());
        assertTrue(number(adversarial, 12, "Accuracy under FGSM") > number(plain, 12, "Accuracy under FGSM") + 0.1);
        assertTrue(number(adversarial, 12, "Accuracy under PGD") > number(plain, 12, "Accuracy under PGD") + 0.1);
    }

    @Test
    public void theFirstLevelIsRightMoreOftenThanTheFlatNetwork() throws Exception {
        final var workflow = copy("15 Two levels");
        final Path parts = workflow.probe(33, 2);
        final Path flat = workflow.probe(30, 2);

        assertEquals(SUCCESS, workflow.run());
        assertEquals(List.of("Level 1, nine classes", "Level 2, the pair", "Flat, the pair"), names(parts));
        assertTrue(number(parts, 1, "Accuracy") > number(flat, 1, "Accuracy"));
        assertTrue(number(parts, 2, "Accuracy") > number(parts, 3, "Accuracy"));
    }

    /** What the first level takes for a top, and nothing else, goes through the second one and is charged. */
    @Test
    public void imagesGoThroughBothLevelsAndPayForThem() throws Exception {
        final var workflow = copy("15 Two levels");
        final Path first = workflow.probe(24, 1);
        final Path both = workflow.probe(25, 1);
        final Path overall = workflow.probe(34, 2);
        final Path report = workflow.probe(50, 1);

        assertEquals(SUCCESS, workflow.run());
        int tops = 0;
        for (int row = 1; row <= 300; row++) {
            final String earlier = value(first, row, "Prediction (label)");
            final String told = value(both, row, "Prediction (two levels)");
            tops += earlier.equals("Top") ? 1 : 0;
            assertEquals(earlier.equals("Top"), told.equals("T-shirt/top") || told.equals("Shirt"));
            assertTrue(earlier + " " + told, earlier.equals("Top") || earlier.equals(told));
        }
        assertEquals(List.of("Flat, ten classes", "Flat, as dear as two levels", "Two levels"), names(overall));
        assertEquals(names(overall), names(report));
        assertEquals(Integer.toString(300 + tops), value(overall, 3, "Images scored"));
        final double flat = number(overall, 2, "Forward multiply-adds") + number(overall, 2, "Backward multiply-adds");
        final double levels =
            number(overall, 3, "Forward multiply-adds") + number(overall, 3, "Backward multiply-adds");
        assertEquals(1, levels / flat, 0.05);
    }

    private static List<String> names(final Path table) throws Exception {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[0]).toList();
    }

    private static double number(final Path table, final int row, final String column) throws Exception {
        return Double.parseDouble(value(table, row, column));
    }

    private static String value(final Path table, final int row, final String column) throws Exception {
        final List<String> lines = Files.readAllLines(table);
        return lines.get(row).split("\t")[List.of(lines.get(0).split("\t")).indexOf(column)];
    }
}
